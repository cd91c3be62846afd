import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { twilioHandler } from '../edge/handler';
import { account, agentSid } from '../testing/account';
import { invoke } from '../testing/invoke';
import { iam } from '../testing/twilio-double';
import { startUpstream, type Upstream } from '../testing/upstream';
import { trackEventsRoute } from './track-events';

const session = '0b9d3c1e-5a43-4c3e-9a60-3f6d1b0c2a11';
const id = '7c4f8f0a-0d4e-4a55-8b3b-0a1f2e3d4c5b';
const opened = { event: 'Link Opened', id, age: 1_500, properties: { place: 'traits', scheme: 'https' } };
const published = { event: 'Display Schema Published', id, age: 0, properties: { revision: 3, overwrote: false } };

let upstream: Upstream;
let log: Record<string, unknown>[];
let now: number;
beforeEach(async () => {
  upstream = await startUpstream();
  log = [];
  // A clock that stands still, so that times can be compared.
  now = Date.now();
  upstream.on(iam({ ana: {}, ada: { roles: ['admin'] }, visitor: { roles: ['guest'] } }));
  upstream.on((request) =>
    request.host.endsWith('segment.io') ? { status: 200, json: {}, headers: { 'Request-Id': 'r-1' } } : undefined,
  );
});
afterEach(() => upstream.close());

const ask = (events: unknown, variables: Record<string, string> = {}, fields: Record<string, unknown> = {}) =>
  invoke(
    twilioHandler(
      trackEventsRoute(() => now),
      { now: () => now, write: (line) => log.push(JSON.parse(line) as never) },
    ),
    { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin, FLEX_APP_PLUGIN_EVENTS: 'anonymous', ...variables },
    { Token: 'ana', session, events: typeof events === 'string' ? events : JSON.stringify(events), ...fields },
  );
const sent = () => upstream.received.filter(({ host }) => host === 'api.segment.io');
const batch = () => (JSON.parse(sent()[0]!.body) as { batch: Record<string, unknown>[] }).batch;

describe('track-events', () => {
  it('passes events on in one batch, under a random id, with the time at which they happened', async () => {
    const second = { ...opened, id: id.replace('7', '8') };
    expect((await ask([opened, second])).body).toEqual({ accepted: 2 });
    expect(sent()).toHaveLength(1);
    expect(batch()).toHaveLength(2);
    expect(batch()[0]).toMatchObject({
      type: 'track',
      event: 'Link Opened',
      anonymousId: session,
      messageId: id,
      timestamp: new Date(now - opened.age).toISOString(),
      properties: { place: 'traits', scheme: 'https' },
    });
    expect(JSON.stringify(batch())).not.toContain(agentSid);
  });

  it('uses the write key of the events’ own source, and says in the log what Segment answered', async () => {
    await ask([opened]);
    const basic = Buffer.from(`${account.SEGMENT_EVENTS_WRITE_KEY}:`).toString('base64');
    expect(sent()[0]!.headers.authorization).toBe(`Basic ${basic}`);
    expect(log.at(-1)).toMatchObject({
      route: 'track-events',
      upstream: [{ upstream: 'iam' }, { upstream: 'segment track', status: 200, retries: 0, requestId: 'r-1' }],
    });
  });

  it('names the worker, as the token proves it, only where that is chosen', async () => {
    await ask([opened], { FLEX_APP_PLUGIN_EVENTS: 'worker' });
    expect(batch()[0]).toMatchObject({ userId: agentSid });
    expect(batch()[0]).not.toHaveProperty('anonymousId');
  });

  it.each([{ FLEX_APP_PLUGIN_EVENTS: '' }, { FLEX_APP_PLUGIN_EVENTS: 'off' }, { SEGMENT_EVENTS_WRITE_KEY: '' }])(
    'sends nothing with %j',
    async (variables) => {
      const { status, body } = await ask([opened], variables);
      expect([status, body.error.code]).toEqual([503, 'not_configured']);
      expect(sent()).toEqual([]);
    },
  );

  it.each([
    ['no list', opened],
    ['an empty list', []],
    ['no JSON', '{'],
    ['an event nobody knows', [{ ...opened, event: 'Customer Named' }]],
    ['a property too many', [{ ...opened, properties: { ...opened.properties, href: 'https://shop.example/ana' } }]],
    ['a property too few', [{ ...opened, properties: { place: 'traits' } }]],
    ['a word of its own', [{ ...opened, properties: { place: 'ana@example.com', scheme: 'https' } }]],
    ['somebody it says it is of', [{ ...opened, userId: 'u-1' }]],
    ['an id that is none', [{ ...opened, id: 'ana@example.com' }]],
    ['an event of last week', [{ ...opened, age: 7 * 86_400_000 }]],
    ['26 events', Array.from({ length: 26 }, () => opened)],
    ['more than fits', 'x'.repeat(40_000)],
  ])('takes all of it or none: %s', async (_what, events) => {
    const { status, body } = await ask(events);
    expect([status, body.error.code]).toEqual([400, 'bad_request']);
    expect(JSON.stringify(body)).not.toMatch(/ana@|shop\.example|u-1/);
    expect(sent()).toEqual([]);
  });

  it('takes the id of a visit and nothing else for one', async () => {
    expect((await ask([opened], {}, { session: 'ana@example.com' })).body.error.code).toBe('bad_request');
    expect((await ask([opened], {}, { session: undefined })).body.error.code).toBe('bad_request');
  });

  it('lets only agents tell, and only admins of a publication', async () => {
    expect((await ask([opened], {}, { Token: 'visitor' })).body.error.code).toBe('not_an_agent');
    expect((await ask([opened], {}, { Token: 'nobody' })).body.error.code).toBe('token_invalid');
    expect((await ask([opened, published])).body.error.code).toBe('not_an_admin');
    expect(sent()).toEqual([]);
    expect((await ask([published], {}, { Token: 'ada' })).body).toEqual({ accepted: 1 });
  });

  it('says so when Segment does not take them', async () => {
    upstream.on((request) => (request.host === 'api.segment.io' ? { status: 400, json: {} } : undefined));
    expect((await ask([opened])).body.error.code).toBe('segment_refused');
  });
});
