import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERROR_CODES } from '../../schemas/error-codes';
import { twilioHandler, type Route } from '../../service/edge/handler';
import { fetchPersonaRoute } from '../../service/routes/fetch-persona';
import { fetchPersonaStudioRoute } from '../../service/routes/fetch-persona-studio';
import { identifyUserRoute } from '../../service/routes/identify-user';
import { variables } from '../../service/settings/variables';
import { account } from '../../service/testing/account';
import { invoke } from '../../service/testing/invoke';
import { segment, segmentEvent, taskRouter, taskSid } from '../../service/testing/persona-double';
import { iam, published, schemaAssets } from '../../service/testing/twilio-double';
import { startUpstream, type Upstream } from '../../service/testing/upstream';

const page = readFileSync('docs/logs.md', 'utf8');
type Line = Record<string, unknown>;

/** The log lines that the page shows, by event and, for requests, by route. */
const shown = new Map(
  [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => {
    const line = JSON.parse(text) as Line;
    return [nameOf(line), line];
  }),
);

function nameOf({ event, route, code }: Line): string {
  return event === 'request' ? JSON.stringify([event, route, code]) : String(event);
}

/** Cells of the first column of the table below a heading. */
function firstColumn(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const cells = [...section.matchAll(/^\| ([^|]+?) *\|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

let upstream: Upstream;
let log: Line[];
beforeEach(async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  upstream = await startUpstream();
  log = [];
  upstream.on(iam({ ana: { roles: ['agent', 'admin'] } }));
  upstream.on(taskRouter({}));
  upstream.on(segment({ 'user_id:u-1': { traits: { card: '4242' }, events: [segmentEvent('Order Placed')] } }));
  upstream.on((request) => (request.path.startsWith('/v1/batch') ? { status: 200, json: {} } : undefined));
  upstream.on(
    schemaAssets(
      published(
        { version: 1, traits: { sections: [{ fields: [{ key: 'card', mask: { reveal: ['agent'] } }] }] } },
        { version: 99 },
      ),
    ),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await upstream.close();
});

async function ask(route: Route, parameters: Record<string, unknown>): Promise<void> {
  const handler = twilioHandler(route, { write: (line) => log.push(JSON.parse(line) as Line) });
  const origin = route.audience === 'browser' ? 'https://flex.twilio.com' : null;
  await invoke(handler, { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin }, parameters, origin);
}

/** Everything that the page shows an example of, happening. */
async function everything(): Promise<void> {
  const agent = { Token: 'ana', taskSid };
  await ask(fetchPersonaRoute(), agent);
  await ask(fetchPersonaRoute(), { ...agent, cursor: '1' });
  await ask(fetchPersonaRoute(), { ...agent, reveal: '/card' });
  await ask(fetchPersonaRoute(), { Token: 'ana', purpose: 'preview', taskSid });
  await ask(fetchPersonaStudioRoute(), { idType: 'user_id', identifier: 'u-1' });
  await ask(identifyUserRoute(), { userId: 'u-1', traits: '{"plan": "gold"}' });
  upstream.on((request) => (request.host === 'profiles.segment.com' ? { status: 503, json: {} } : undefined));
  await ask(fetchPersonaRoute(), agent);
  await ask(fetchPersonaStudioRoute(), { idType: 'user_id', identifier: 'u-1' });
}

/** Names of the fields, those of the objects inside too. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length === 0 ? [] : [...new Set(value.flatMap((item) => Object.keys(item as object)))].sort();
  return typeof value === 'object' && value !== null ? Object.keys(value).sort() : typeof value;
}

describe('docs/logs.md', () => {
  it('shows log lines as they are, field by field', async () => {
    await everything();
    expect(shown.size).toBeGreaterThan(4);
    for (const [name, line] of shown) {
      const real = log.find((one) => nameOf(one) === name);
      expect(real, name).toBeDefined();
      expect(Object.keys(line), name).toEqual(Object.keys(real ?? {}));
      for (const [field, value] of Object.entries(line)) {
        expect(shapeOf(value), `${name}.${field}`).toEqual(shapeOf(real?.[field]));
      }
    }
  });

  it('names every field of a request’s line', async () => {
    await everything();
    const real = log.filter(({ event }) => event === 'request');
    const fields = new Set(real.flatMap((line) => Object.keys(line)));
    const named = new Set(firstColumn('One line per request'));
    expect([...fields].filter((field) => !named.has(field))).toEqual([]);
    // Only an error that nobody expected has a cause.
    expect([...named].filter((field) => !fields.has(field) && field !== 'cause')).toEqual([]);
  });

  it('names every other line that the service writes, and no more', () => {
    const sources = readdirSync('service', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(`service/${file}`, 'utf8'));
    const literal = sources.flatMap((text) => [...text.matchAll(/call\.log\('(\w+)'/g)]);
    const purposes = sources.flatMap((text) => /export type Purpose =([^;]+);/.exec(text)?.[1] ?? '').join();
    const written = [...literal, ...purposes.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
    expect(firstColumn('Other lines').sort()).toEqual([...new Set(written)].sort());
  });

  it('speaks of codes and variables that exist', () => {
    const codes = firstColumn('What to do about a code');
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) expect(Object.keys(ERROR_CODES)).toContain(code);
    const names: string[] = variables.map(({ name }) => name);
    for (const [, name = ''] of page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)) expect(names).toContain(name);
  });
});
