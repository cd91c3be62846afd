import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERROR_CODES } from '../../schemas/error-codes';
import { validate as validateError } from '../../schemas/generated/error-validator';
import { twilioHandler, type Handler, type Route } from '../edge/handler';
import { historyRoute, publishRoute, publishStatusRoute } from '../publish/routes';
import { signTicket } from '../publish/ticket';
import { account, agentSid } from '../testing/account';
import { invoke, type Invoked } from '../testing/invoke';
import { segment, segmentEvent, taskRouter, taskSid } from '../testing/persona-double';
import { BASE_BUILD, ENVIRONMENT, NEW_BUILD, serverless } from '../testing/serverless-double';
import { iam, published, schemaAssets } from '../testing/twilio-double';
import { startUpstream, type Received, type Reply, type Upstream } from '../testing/upstream';
import { displaySchemaRoute } from './display-schema';
import { fetchPersonaRoute } from './fetch-persona';
import { fetchPersonaStudioRoute } from './fetch-persona-studio';
import { identifyUserRoute } from './identify-user';
import { trackEventsRoute } from './track-events';

/** Walks every error path of every route, and looks for what must never be in an answer or in the log. */

const TOKEN = 'flex-token-canary-0123456789';
const CUSTOMER = 'customer-id-canary';
const VALUE = 'trait-value-canary';
const PROPERTY = 'event-property-canary';
const SESSION = '0b9d3c1e-5a43-4c3e-9a60-3f6d1b0c2a11';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const secrets = [
  TOKEN,
  account.AUTH_TOKEN,
  account.SEGMENT_PERSONA_KEY,
  account.SEGMENT_WRITE_KEY,
  account.SEGMENT_EVENTS_WRITE_KEY,
  base64(`${account.ACCOUNT_SID}:${account.AUTH_TOKEN}`),
  base64(`${account.SEGMENT_PERSONA_KEY}:`),
  base64(`${account.SEGMENT_WRITE_KEY}:`),
  base64(`${account.SEGMENT_EVENTS_WRITE_KEY}:`),
];
const personal = [CUSTOMER, VALUE, PROPERTY, '203.0.113.7', 'Mozilla'];

const document = {
  version: 1,
  traits: { sections: [{ fields: [{ key: 'name' }, { key: 'card', mask: { reveal: ['agent'] } }] }] },
};
const traits = { name: VALUE, card: `${VALUE}-card`, hidden: VALUE };

/** What an upstream may do instead of answering. Errors quote everything that was sent, as real ones may. */
const quote = (request: Received) =>
  JSON.stringify({ error: { code: 'internal_error', message: `${request.path} ${VALUE}` }, request, traits });
const faults: Record<string, (request: Received) => Reply> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 429, 500, 503].map((status) => [
      String(status),
      (request: Received) => ({
        status,
        text: quote(request),
        headers: { 'Retry-After': '60', 'Request-Id': `${VALUE} is no id` },
      }),
    ]),
  ),
  'not JSON': (request) => ({ status: 200, text: `<html>${quote(request)}` }),
  'JSON of another kind': (request) => ({ status: 200, json: [quote(request)] }),
  'an empty object': () => ({ status: 200, json: {} }),
  'a redirect': (request) => ({ status: 302, headers: { Location: `https://evil.example/?${VALUE}&${request.path}` } }),
  'a huge answer': () => ({ status: 200, text: `{"traits":{"a":"${VALUE.repeat(250_000)}"}}` }),
  'a cut connection': () => (response) => void response.destroy(),
  silence: () => () => undefined,
};

interface Case {
  name: string;
  route: () => Route;
  parameters: Record<string, unknown>;
  hosts: string[];
}

const twilio = ['iam.twilio.com', 'serverless.twilio.com', 'customer-context-1234-ds.twil.io'];
const all = [...twilio, 'flex-api.twilio.com', 'taskrouter.twilio.com', 'profiles.segment.com'];
const agent = { Token: TOKEN, taskSid };
const cases: Case[] = [
  { name: 'display-schema', route: displaySchemaRoute, parameters: { Token: TOKEN }, hosts: twilio },
  { name: 'fetch-persona', route: fetchPersonaRoute, parameters: agent, hosts: all },
  { name: 'more events', route: fetchPersonaRoute, parameters: { ...agent, cursor: '1' }, hosts: all },
  { name: 'a reveal', route: fetchPersonaRoute, parameters: { ...agent, reveal: '/card' }, hosts: all },
  {
    name: 'a preview',
    route: fetchPersonaRoute,
    parameters: { Token: TOKEN, purpose: 'preview', idType: 'user_id', identifier: CUSTOMER },
    hosts: ['iam.twilio.com', 'profiles.segment.com'],
  },
  {
    name: 'fetch-persona-studio',
    route: fetchPersonaStudioRoute,
    parameters: { idType: 'user_id', identifier: CUSTOMER },
    hosts: [...twilio.slice(1), 'profiles.segment.com'],
  },
  {
    name: 'display-schema/publish',
    route: publishRoute,
    parameters: { Token: TOKEN, baseRevision: '1', comment: VALUE, document: JSON.stringify(document) },
    hosts: [...twilio, 'serverless-upload.twilio.com'],
  },
  {
    name: 'a restored revision',
    route: publishRoute,
    parameters: { Token: TOKEN, baseRevision: '1', comment: VALUE, restore: '1' },
    hosts: [...twilio, 'serverless-upload.twilio.com'],
  },
  {
    name: 'display-schema/publish-status',
    route: publishStatusRoute,
    parameters: {
      Token: TOKEN,
      ticket: signTicket(
        {
          service: account.SERVICE_SID,
          environment: ENVIRONMENT,
          build: NEW_BUILD,
          base: BASE_BUILD,
          version: `ZN${'7a'.repeat(16)}`,
          revision: 2,
          id: '0123456789abcdef',
          worker: agentSid,
          began: Date.now(),
        },
        account.AUTH_TOKEN,
      ),
    },
    hosts: twilio,
  },
  { name: 'display-schema/history', route: historyRoute, parameters: { Token: TOKEN }, hosts: twilio },
  {
    name: 'one revision',
    route: historyRoute,
    parameters: { Token: TOKEN, revision: '1' },
    hosts: twilio,
  },
  {
    name: 'track-events',
    route: trackEventsRoute,
    parameters: {
      Token: TOKEN,
      session: SESSION,
      events: JSON.stringify([
        { event: 'Link Opened', id: SESSION, age: 0, properties: { place: 'traits', scheme: 'tel' } },
      ]),
    },
    hosts: ['iam.twilio.com', 'api.segment.io'],
  },
  {
    name: 'identifyUser',
    route: identifyUserRoute,
    parameters: { userId: CUSTOMER, traits: JSON.stringify(traits) },
    hosts: ['api.segment.io'],
  },
];

let upstream: Upstream;
let log: string[];

beforeEach(async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  upstream = await startUpstream();
  upstream.on((request) => (request.host === 'api.segment.io' ? { status: 200, json: {} } : undefined));
  upstream.on(iam({ [TOKEN]: { roles: ['agent', 'admin'] } }));
  upstream.on(taskRouter({ attributes: { userId: CUSTOMER, context: { note: VALUE } } }));
  upstream.on(
    segment({ [`user_id:${CUSTOMER}`]: { traits, events: [segmentEvent('Order Placed', { note: PROPERTY })] } }),
  );
  upstream.on(schemaAssets(published(document)));
  upstream.on(serverless());
  log = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await upstream.close();
});

/** A short budget, so that silence ends soon. */
const handlerOf = (route: Route): Handler =>
  twilioHandler({ ...route, budget: 400 }, { write: (line) => log.push(line) });
const run = (route: Route, parameters: Record<string, unknown>, variables: Record<string, unknown> = {}) =>
  invoke(handlerOf(route), { ...account, ...setUp(), ...variables }, parameters);
const setUp = () => ({ CUSTOMER_CONTEXT_LOOPBACK: upstream.origin, FLEX_APP_PLUGIN_EVENTS: 'worker' });

function expectNoLeak({ status, headers, body }: Invoked, failed: boolean): void {
  const answer = JSON.stringify({ headers, body });
  const lines = log.join('\n');
  for (const secret of secrets) expect(answer + lines).not.toContain(secret);
  for (const text of personal) expect(lines).not.toContain(text);
  expect(answer).not.toContain(CUSTOMER);
  expect(answer).not.toContain('203.0.113.7');
  if (failed) for (const text of personal) expect(answer).not.toContain(text);
  if (status >= 400) {
    expect(validateError(body)).toBe(true);
    const { code } = (body as { error: { code: keyof typeof ERROR_CODES } }).error;
    expect(ERROR_CODES[code].status).toBe(status);
  }
  expect(headers['Cache-Control']).toBe('no-store');
}

it('is asked of every function', () => {
  const functions = readdirSync('functions', { recursive: true, encoding: 'utf8' })
    // A second name of a function passes the whole function on.
    .filter(
      (file) => file.endsWith('.ts') && !/^export \{ handler \} from/m.test(readFileSync(`functions/${file}`, 'utf8')),
    )
    .map((file) => file.replaceAll('\\', '/').replace(/(\.protected)?\.ts$/, ''));
  expect(functions.length).toBeGreaterThan(7);
  expect([...new Set(cases.map(({ route }) => route().name))].sort()).toEqual(functions.sort());
});

describe.each(cases)('$name', ({ route, parameters, hosts }) => {
  it('works when nothing is wrong', async () => {
    const answer = await run(route(), parameters);
    expect(answer.status).toBe(200);
    expectNoLeak(answer, false);
  });

  it.each(hosts.flatMap((host) => Object.keys(faults).map((fault) => [host, fault] as const)))(
    'says nothing that it should not when %s answers with %s',
    async (host, fault) => {
      upstream.on((request) => (request.host === host ? faults[fault]!(request) : undefined));
      const answer = await run(route(), parameters);
      expectNoLeak(answer, answer.status >= 400 || (answer.body as { error?: string }).error !== undefined);
    },
  );

  it.each([
    'ACCOUNT_SID',
    'AUTH_TOKEN',
    'SERVICE_SID',
    'SEGMENT_SPACE_ID',
    'SEGMENT_PERSONA_KEY',
    'SEGMENT_WRITE_KEY',
    'SEGMENT_EVENTS_WRITE_KEY',
    'FLEX_APP_PLUGIN_EVENTS',
  ])('says nothing that it should not when %s is malformed', async (name) => {
    const answer = await run(route(), parameters, { [name]: `${VALUE} ${TOKEN}` });
    const failed = answer.status >= 400 || (answer.body as { error?: string }).error !== '';
    expectNoLeak(answer, failed && answer.status !== 200);
  });

  it.each(
    Object.keys(parameters).flatMap((name) =>
      [[VALUE], { [VALUE]: 1 }, 7, `${VALUE}\r\n`].map((value) => [name, value] as const),
    ),
  )('says nothing that it should not when %s is %j', async (name, value) => {
    const answer = await run(route(), { ...parameters, [name]: value });
    expectNoLeak(answer, answer.status >= 400);
  });

  it('is not led astray by a field named request', async () => {
    const answer = await run(route(), { ...parameters, request: { headers: { origin: { a: VALUE } } } });
    expectNoLeak(answer, answer.status >= 400);
  });
});

it('says nothing of an error that nobody expected', async () => {
  const broken: Route = {
    name: 'broken',
    audience: 'browser',
    budget: 400,
    run: async () => {
      throw new TypeError(`${VALUE} ${TOKEN}`);
    },
  };
  const answer = await run(broken, {});
  expect(answer.body).toEqual({
    error: { code: 'internal', message: ERROR_CODES.internal.message, requestId: expect.any(String) },
  });
  expect(JSON.parse(log[0]!)).toMatchObject({ code: 'internal', cause: 'TypeError' });
  expectNoLeak(answer, true);
});

it('settles when a route never does', async () => {
  const stuck: Route = { name: 'stuck', audience: 'browser', budget: 20, run: () => new Promise(() => undefined) };
  const handler = twilioHandler(stuck, { write: (line) => log.push(line) });
  const answer = await invoke(handler, { ...account }, {});
  expect([answer.status, answer.body.error.code]).toEqual([504, 'timeout']);
});

it('settles when a route throws before it starts', async () => {
  const early: Route = {
    name: 'early',
    audience: 'studio',
    budget: 400,
    run: () => {
      throw new Error(VALUE);
    },
  };
  expect((await run(early, {})).status).toBe(500);
});
