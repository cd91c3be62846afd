import { existsSync, readFileSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../schemas/error-codes';
import { validate as isIdentifyAnswer } from '../../schemas/generated/identify-answer-validator';
import { validate as isStudioPersona } from '../../schemas/generated/studio-persona-validator';
import type { JsonObject } from '../../display/json';
import { render } from '../../sandbox/studio/liquid';
import { twilioHandler } from '../../service/edge/handler';
import { readTraits } from '../../service/identify/traits';
import { fetchPersonaStudioRoute } from '../../service/routes/fetch-persona-studio';
import { account } from '../../service/testing/account';
import { invoke } from '../../service/testing/invoke';
import { segment, segmentEvent } from '../../service/testing/persona-double';
import { published, schemaAssets } from '../../service/testing/twilio-double';
import { startUpstream, type Upstream } from '../../service/testing/upstream';
import { ROUTES } from '../generate/reference/routes';

const page = readFileSync('docs/studio.md', 'utf8');
const liquid = new Liquid();

const jsonBlocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text);
const [attributes = '', answer = '', traits = '', accepted = ''] = jsonBlocks;
/** Each Liquid sample with the text that the page promises. */
const samples = [...page.matchAll(/```liquid\n(.*?)\n```\n\n```text\n(.*?)\n```/gs)].map(
  ([, template = '', text = '']) => ({ template, text }),
);
const promised = JSON.parse(answer) as JsonObject & { traits: JsonObject };

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream();
  const events = [segmentEvent('Order Placed', { total: 128.4 }), segmentEvent('Page Viewed')];
  upstream.on(segment({ 'user_id:u-1': { traits: { ...promised.traits, secret: 'x' }, events } }));
  upstream.on(schemaAssets(published({ version: 1, studio: { traits: Object.keys(promised.traits) } })));
});
afterAll(() => upstream.close());

/** What the function really answers, as Studio keeps it. */
async function fetched(identifier = 'u-1'): Promise<JsonObject> {
  const handler = twilioHandler(fetchPersonaStudioRoute(), { write: () => undefined });
  const settings = { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin };
  const { body } = await invoke(handler, settings, { idType: 'user_id', identifier }, null);
  return body as JsonObject;
}

const scope = (parsed: JsonObject): JsonObject => ({
  widgets: { fetch_customer: { parsed } },
  flow: { variables: {} },
});
const flow = (variables: JsonObject): JsonObject => ({ flow: { variables } });

describe('the answer in docs/studio.md', () => {
  it('is what the function answers', async () => {
    expect({ ...(await fetched()), fetchedAt: promised['fetchedAt'] }).toEqual(promised);
    expect(isStudioPersona(promised)).toBe(true);
  });

  it('has the same keys for a customer whom Segment does not know', async () => {
    const nobody = await fetched('nobody');
    expect(Object.keys(nobody)).toEqual(Object.keys(promised));
    expect(nobody).toMatchObject({ found: false, error: '', traits: {}, events: [], lastEvent: '' });
  });

  it('explains every key but the obvious', () => {
    for (const key of ['found', 'error', 'truncated', 'traits', 'events']) expect(page).toContain(`**\`${key}\``);
  });
});

describe('the Liquid in docs/studio.md', () => {
  it('is in the page with its results', () => {
    expect(samples.length).toBeGreaterThan(10);
    expect(samples.length).toBe(page.split('```liquid').length - 1);
  });

  it.each(samples)('renders $template', async ({ template, text }) => {
    expect(await liquid.parseAndRender(template, scope(await fetched()))).toBe(text);
  });

  // The sandbox plays outputs with a few filters, and no tags.
  const plain = samples.filter(({ template }) => !/\{%|\| *join/.test(template));
  it.each(plain)('renders $template in the sandbox', async ({ template, text }) => {
    expect(render(template, scope(await fetched()))).toBe(text);
  });

  it('tells a stranger and a failure apart', async () => {
    const split = samples.find(({ template }) => template.includes('stranger'))?.template ?? '';
    expect(await liquid.parseAndRender(split, scope(await fetched('nobody')))).toBe('stranger');
    expect(await liquid.parseAndRender(split, scope(await fetched('  ')))).toBe('unsure');
    expect(await liquid.parseAndRender(split, scope({ ...promised, traits: { plan: 'silver' } }))).toBe('known');
  });
});

describe('the attributes in docs/studio.md', () => {
  const said = 'He said "no"\nand hung up';

  it('are JSON with every value, and with none', async () => {
    const all = { userId: 'u-1', intent: 'refund', orderTotal: 128.4, wasCutOff: true, lastMessage: said };
    expect(JSON.parse(await liquid.parseAndRender(attributes, flow(all)))).toEqual({
      userId: 'u-1',
      context: { intent: 'refund', orderTotal: 128.4, wasCutOff: true, lastMessage: `He said 'no'and hung up` },
    });
    expect(JSON.parse(await liquid.parseAndRender(attributes, flow({})))).toMatchObject({
      context: { intent: '', orderTotal: 0, wasCutOff: false, lastMessage: '' },
    });
  });

  it('break where the page says that they do', async () => {
    const careless = attributes.replaceAll(/ \| [^}]+/g, '');
    for (const variables of [{}, { orderTotal: 1, wasCutOff: true, lastMessage: said }]) {
      const text = await liquid.parseAndRender(careless, flow(variables));
      expect(() => JSON.parse(text) as unknown).toThrow();
    }
    const backslash = await liquid.parseAndRender(attributes, flow({ lastMessage: 'C:\\q' }));
    expect(() => JSON.parse(backslash) as unknown).toThrow();
  });
});

describe('identifyUser in docs/studio.md', () => {
  it('is sent traits that it takes', async () => {
    const text = await liquid.parseAndRender(traits, flow({ intent: 'refund' }));
    expect(readTraits(text)).toEqual({ preferred_language: 'en', last_bot_intent: 'refund' });
  });

  it('answers as the page says', () => {
    expect(isIdentifyAnswer(JSON.parse(accepted))).toBe(true);
  });
});

describe('names in docs/studio.md', () => {
  it.each(['fetch-persona-studio', 'identifyUser'])('has the parameters of %s, all of them', (path) => {
    const section = page.split(`function \`/${path}\``)[1] ?? '';
    const table = section.slice(section.indexOf('|'), section.indexOf('\n\n', section.indexOf('|')));
    const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
    const route = ROUTES.find((one) => one.path === path);
    expect(named).toEqual(route?.parameters.map(({ name }) => name));
    expect(existsSync(`functions/${path}.protected.ts`)).toBe(true);
  });

  it('has only error codes that exist', () => {
    for (const code of ['rate_limited', 'segment_unavailable']) {
      expect(page).toContain(`\`${code}\``);
      expect(Object.keys(ERROR_CODES)).toContain(code);
    }
  });
});
