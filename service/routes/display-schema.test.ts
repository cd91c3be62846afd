import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { twilioHandler, type Handler } from '../edge/handler';
import { account, agentSid, schemaDomain } from '../testing/account';
import { invoke } from '../testing/invoke';
import { iam, published, schemaAssets } from '../testing/twilio-double';
import { startUpstream, type Upstream } from '../testing/upstream';
import { displaySchemaRoute } from './display-schema';

let upstream: Upstream;
let handler: Handler;
let log: string[];
let now: number;

beforeEach(async () => {
  // No jitter: retries follow at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  upstream = await startUpstream();
  upstream.on(iam({ good: {}, guest: { roles: ['guest'], workerSid: null }, visitor: { workerSid: null } }));
  log = [];
  now = Date.now();
  handler = twilioHandler(
    displaySchemaRoute(() => now),
    { write: (line) => log.push(line), now: () => now },
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await upstream.close();
});

const call = (parameters: Record<string, unknown>, origin?: string) =>
  invoke(handler, { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin }, parameters, origin);
const hosts = () => upstream.received.map((request) => request.host);

describe('display-schema', () => {
  it('says that nothing was published when there is no environment for it', async () => {
    upstream.on(schemaAssets(undefined));
    expect((await call({ Token: 'good' })).body).toEqual({ status: 'none' });
  });

  it('says that nothing was published when nothing was ever deployed to the environment', async () => {
    upstream.on(schemaAssets({}, false));
    expect((await call({ Token: 'good' })).body).toEqual({ status: 'none' });
  });

  it('answers with the live document and its revision', async () => {
    upstream.on(schemaAssets(published({ version: 1 }, { version: 1, traits: {} })));
    const answer = await call({ Token: 'good' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ status: 'published', revision: 2, document: { version: 1, traits: {} } });
  });

  it('says unchanged to who has the live revision', async () => {
    upstream.on(schemaAssets(published({ version: 1 })));
    expect((await call({ Token: 'good', revision: '1' })).body).toEqual({ status: 'unchanged', revision: 1 });
  });

  it('tells two revisions of the same number apart', async () => {
    const live = (id: string, document: unknown) => {
      const { '/index.json': index } = published({ version: 1 }) as { '/index.json': { revisions: object[] } };
      const revisions = index.revisions.map((entry) => ({ ...entry, id }));
      return schemaAssets({ '/index.json': { ...index, revisions }, [`/r/1-${id}.json`]: document });
    };
    const [one, two] = ['1'.repeat(16), '2'.repeat(16)] as const;
    upstream.on(live(one, { version: 1, context: {} }));
    const first = await call({ Token: 'good' });
    expect(first.body).toMatchObject({ revision: 1, revisionId: one, document: { context: {} } });
    upstream.on(live(two, { version: 1, traits: {} }));
    now += 30_000;
    const second = await call({ Token: 'good', revision: '1', revisionId: one });
    expect(second.body).toMatchObject({ status: 'published', revisionId: two, document: { version: 1, traits: {} } });
    const third = await call({ Token: 'good', revision: '1', revisionId: two });
    expect(third.body).toEqual({ status: 'unchanged', revision: 1, revisionId: two });
    expect((await call({ Token: 'good', revision: '1', revisionId: '../x' })).body.error.code).toBe('bad_request');
  });

  it('signs its requests for protected assets as Twilio checks them', async () => {
    upstream.on(schemaAssets(published({ version: 1 })));
    await call({ Token: 'good' });
    const asked = upstream.received.filter((request) => request.host === schemaDomain);
    expect(asked.map((request) => request.path)).toEqual(['/index.json', '/r/1.json']);
    for (const request of asked) {
      const signature = String(request.headers['x-twilio-signature']);
      expect(twilio.validateRequest(account.AUTH_TOKEN, signature, `https://${schemaDomain}${request.path}`, {})).toBe(
        true,
      );
      expect(request.headers.authorization).toBeUndefined();
    }
  });

  it('lets Flex’s own origin read the answer, and nobody keep it', async () => {
    upstream.on(schemaAssets(undefined));
    const { headers } = await call({ Token: 'good' });
    expect(headers).toMatchObject({
      'Access-Control-Allow-Origin': 'https://flex.twilio.com',
      'Cache-Control': 'no-store',
      Vary: 'Origin',
    });
  });

  it('answers a foreign origin with an error it can’t read', async () => {
    const answer = await call({ Token: 'good' }, 'https://evil.example');
    expect(answer.status).toBe(403);
    expect(answer.body.error.code).toBe('origin_not_allowed');
    expect(answer.headers['Access-Control-Allow-Origin']).toBe('https://flex.twilio.com');
    expect(upstream.received).toEqual([]);
  });

  it.each(['0', '-1', '1.5', 'x', '1e3 ', '9007199254740993'])('refuses the revision %j', async (revision) => {
    const answer = await call({ Token: 'good', revision });
    expect(answer.body.error.code).toBe('bad_request');
  });

  it('writes one line of JSON per invocation, with every exchange and no token', async () => {
    upstream.on(schemaAssets(published({ version: 1 })));
    await call({ Token: 'good' });
    expect(log).toHaveLength(1);
    const line = JSON.parse(log[0]!);
    expect(line).toMatchObject({ event: 'request', route: 'display-schema', status: 200, cache: { token: 'miss' } });
    expect((line.upstream as { upstream: string }[]).map((exchange) => exchange.upstream)).toEqual([
      'iam',
      'serverless',
      'schema-store',
      'schema-store',
    ]);
    expect(log[0]).not.toContain('good');
  });

  it('asks nobody a second time within seconds, but still knows who asks', async () => {
    upstream.on(schemaAssets(published({ version: 1 })));
    await call({ Token: 'good' });
    const before = upstream.received.length;
    expect((await call({ Token: 'good' })).body.status).toBe('published');
    expect(upstream.received).toHaveLength(before);
    expect((await call({ Token: 'bad' })).status).toBe(401);
  });

  it('sees a new revision after half a minute', async () => {
    upstream.on(schemaAssets(published({ version: 1 })));
    await call({ Token: 'good' });
    upstream.on(schemaAssets(published({ version: 1 }, { version: 1, context: {} })));
    now += 29_000;
    expect((await call({ Token: 'good' })).body.revision).toBe(1);
    now += 1_000;
    expect((await call({ Token: 'good' })).body.revision).toBe(2);
  });

  describe('when the published document can’t be read', () => {
    const broken: [string, Parameters<Upstream['on']>[0]][] = [
      [
        'the environment list fails',
        (r) => (r.host === 'serverless.twilio.com' ? { status: 500, json: {} } : undefined),
      ],
      [
        'the environment list is garbage',
        (r) => (r.host === 'serverless.twilio.com' ? { status: 200, text: '<' } : undefined),
      ],
      [
        'the environment list is refused',
        (r) => (r.host === 'serverless.twilio.com' ? { status: 401, json: {} } : undefined),
      ],
      ['the service is unknown', (r) => (r.host === 'serverless.twilio.com' ? { status: 404, json: {} } : undefined)],
      ['the index is forbidden', (r) => (r.path === '/index.json' ? { status: 403, json: {} } : undefined)],
      [
        'the index is gone though something is deployed',
        (r) => (r.path === '/index.json' ? { status: 404 } : undefined),
      ],
      ['the index is garbage', (r) => (r.path === '/index.json' ? { status: 200, text: '{"format":' } : undefined)],
      [
        'the index is of a newer format',
        (r) => (r.path === '/index.json' ? { status: 200, json: { format: 2 } } : undefined),
      ],
      [
        'the index names no live revision',
        (r) => (r.path === '/index.json' ? { status: 200, json: { format: 1, live: 3, revisions: [] } } : undefined),
      ],
      [
        'the index redirects',
        (r) => (r.path === '/index.json' ? { status: 302, headers: { Location: 'https://evil.example/' } } : undefined),
      ],
      ['the document is gone', (r) => (r.path === '/r/1.json' ? { status: 404 } : undefined)],
      ['the document is cut', (r) => (r.path === '/r/1.json' ? { status: 200, text: '{"version": 1' } : undefined)],
    ];

    it.each(broken)('is an error, and never “nothing was published”: %s', async (_name, responder) => {
      upstream.on(schemaAssets(published({ version: 1 })));
      upstream.on(responder);
      const answer = await call({ Token: 'good' });
      expect(answer.status).toBe(503);
      expect(answer.body.error.code).toBe('schema_unavailable');
    });

    it.each(broken.slice(0, 10))('holds on to the last good one: %s', async (_name, responder) => {
      upstream.on(schemaAssets(published({ version: 1 })));
      await call({ Token: 'good' });
      upstream.on(responder);
      now += 31_000;
      expect((await call({ Token: 'good' })).body).toMatchObject({ status: 'published', revision: 1 });
    });

    it.each(broken)('holds on to it hours later too, document and all: %s', async (_name, responder) => {
      upstream.on(schemaAssets(published({ version: 1 })));
      await call({ Token: 'good' });
      upstream.on(responder);
      now += 3 * 3_600_000;
      expect((await call({ Token: 'good' })).body).toMatchObject({ status: 'published', document: { version: 1 } });
      const before = upstream.received.length;
      await call({ Token: 'good' });
      expect(upstream.received).toHaveLength(before);
    });

    it.each(broken.slice(0, 10))('does not hold on to “nothing was published”: %s', async (_name, responder) => {
      upstream.on(schemaAssets(undefined));
      expect((await call({ Token: 'good' })).body).toEqual({ status: 'none' });
      now += 31_000;
      upstream.on(schemaAssets(published({ version: 1 })));
      upstream.on(responder);
      const answer = await call({ Token: 'good' });
      expect(answer.body.error.code).toBe('schema_unavailable');
    });

    it('does not ask again at once while it holds on to the last good one', async () => {
      upstream.on(schemaAssets(published({ version: 1 })));
      await call({ Token: 'good' });
      upstream.on((r) => (r.path === '/index.json' ? { status: 403, json: {} } : undefined));
      now += 31_000;
      await call({ Token: 'good' });
      const before = upstream.received.length;
      await call({ Token: 'good' });
      expect(upstream.received).toHaveLength(before);
    });
  });

  describe('tokens', () => {
    beforeEach(() => upstream.on(schemaAssets(published({ version: 1 }))));

    it.each([
      ['missing', {}, 401, 'token_missing'],
      ['empty', { Token: '' }, 401, 'token_missing'],
      ['null', { Token: null }, 401, 'token_missing'],
      ['blank', { Token: '  ' }, 401, 'token_missing'],
      ['a list', { Token: ['good'] }, 400, 'bad_request'],
      ['a nested list', { Token: [['good']] }, 400, 'bad_request'],
      ['an object', { Token: { toString: 'good' } }, 400, 'bad_request'],
      ['a number', { Token: 1 }, 400, 'bad_request'],
      ['true', { Token: true }, 400, 'bad_request'],
      ['under another name', { token: 'good' }, 401, 'token_missing'],
      ['in the request field', { request: { Token: 'good' } }, 401, 'token_missing'],
      ['unknown to Twilio', { Token: 'bad' }, 401, 'token_invalid'],
      ['named like a property of objects', { Token: '__proto__' }, 401, 'token_invalid'],
      ['a guest’s', { Token: 'guest' }, 403, 'not_an_agent'],
      ['of somebody who is no worker', { Token: 'visitor' }, 403, 'not_an_agent'],
      ['far too long', { Token: 'x'.repeat(20_000) }, 401, 'token_invalid'],
      ['too long in bytes though not in characters', { Token: 'é'.repeat(10_000) }, 401, 'token_invalid'],
      ['too long for a request', { Token: 'x'.repeat(70_000) }, 400, 'bad_request'],
    ])('refuses one that is %s', async (_name, parameters, status, code) => {
      const answer = await call(parameters);
      expect(answer.status).toBe(status);
      expect(answer.body.error.code).toBe(code);
      expect(hosts()).not.toContain(schemaDomain);
    });

    const claims: [string, Record<string, unknown>, string][] = [
      ['expired', { expiration: '2020-01-01T00:00:00Z' }, 'token_invalid'],
      ['of another account', { account_sid: `AC${'9'.repeat(32)}` }, 'token_invalid'],
      ['both guest and agent', { roles: ['agent', 'guest'] }, 'not_an_agent'],
      ['of a worker id of the wrong kind', { workerSid: 'US' + 'd4'.repeat(16) }, 'not_an_agent'],
      ['of a worker id that is too short', { workerSid: 'WK12' }, 'not_an_agent'],
      ['of a worker id with a path', { workerSid: `WK${'d4'.repeat(16)}/../x` }, 'not_an_agent'],
      ['of a worker id that is a list', { worker_sid: [agentSid] }, 'not_an_agent'],
    ];
    it.each(claims)('refuses one that is %s', async (_name, claim, code) => {
      upstream.on(iam({ odd: claim }));
      expect((await call({ Token: 'odd' })).body.error.code).toBe(code);
    });

    it.each([null, 'agent', [null, 1], {}])('takes roles %j for none at all', async (roles) => {
      upstream.on(iam({ odd: { roles } }));
      expect((await call({ Token: 'odd' })).status).toBe(200);
    });

    const answers: [string, Parameters<Upstream['on']>[0], number, string][] = [
      ['down', () => ({ status: 503, json: {} }), 502, 'twilio_unavailable'],
      ['broken', () => ({ status: 500, text: 'oops' }), 502, 'twilio_unavailable'],
      ['garbage', () => ({ status: 200, text: '<html>' }), 502, 'twilio_unavailable'],
      ['empty', () => ({ status: 200, text: '' }), 502, 'twilio_unavailable'],
      ['a list', () => ({ status: 200, json: [{ valid: true }] }), 502, 'twilio_unavailable'],
      [
        'true as a text',
        () => ({ status: 200, json: { valid: 'true', worker_sid: agentSid } }),
        502,
        'twilio_unavailable',
      ],
      [
        'valid in a redirect',
        () => ({ status: 302, json: { valid: true }, headers: { Location: '/' } }),
        502,
        'twilio_unavailable',
      ],
      [
        'valid in an error',
        () => ({ status: 418, json: { valid: true, worker_sid: agentSid } }),
        502,
        'twilio_unavailable',
      ],
      ['cut off', () => (response) => void response.destroy(), 502, 'twilio_unavailable'],
      ['huge', () => ({ status: 200, text: `{"valid":true,"x":"${'x'.repeat(70_000)}"}` }), 502, 'twilio_unavailable'],
      ['refusing us', () => ({ status: 401, json: { code: 20003 } }), 503, 'not_configured'],
      ['not knowing the account', () => ({ status: 404, json: { code: 20404 } }), 503, 'not_configured'],
      ['invalid with a 401', () => ({ status: 401, json: { valid: false } }), 401, 'token_invalid'],
      ['rate limited', () => ({ status: 429, json: {}, headers: { 'Retry-After': '30' } }), 429, 'rate_limited'],
    ];
    it.each(answers)('refuses everyone while token validation is %s', async (_name, responder, status, code) => {
      upstream.on((request) => (request.host === 'iam.twilio.com' ? responder(request) : undefined));
      const answer = await call({ Token: 'good' });
      expect(answer.status).toBe(status);
      expect(answer.body.error.code).toBe(code);
      expect(hosts()).not.toContain(schemaDomain);
    });

    it('tells a rate-limited caller when to come back', async () => {
      upstream.on((request) =>
        request.host === 'iam.twilio.com' ? { status: 429, json: {}, headers: { 'Retry-After': '30' } } : undefined,
      );
      expect((await call({ Token: 'good' })).body.error.retryAfter).toBe(30);
    });

    it('asks the realm that is configured', async () => {
      upstream.on(iam({ good: {} }));
      await invoke(
        handler,
        { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin, TWILIO_IAM_REALM: 'stage-us1' },
        { Token: 'good' },
      );
      expect(hosts()[0]).toBe('iam.stage-us1.twilio.com');
    });

    it('believes a token for a minute and no longer, and never past its expiry', async () => {
      upstream.on(iam({ short: { expiration: new Date(now + 10_000).toISOString() } }));
      const asked = () => hosts().filter((host) => host === 'iam.twilio.com').length;
      await call({ Token: 'good' });
      await call({ Token: 'short' });
      expect(asked()).toBe(2);
      now += 9_000;
      await call({ Token: 'short' });
      expect(asked()).toBe(2);
      now += 1_000;
      expect((await call({ Token: 'short' })).body.error.code).toBe('token_invalid');
      now += 50_000;
      upstream.on(iam({}));
      expect((await call({ Token: 'good' })).body.error.code).toBe('token_invalid');
    });

    it('does not remember a refusal', async () => {
      expect((await call({ Token: 'late' })).status).toBe(401);
      upstream.on(iam({ late: {} }));
      expect((await call({ Token: 'late' })).status).toBe(200);
    });
  });

  describe('settings', () => {
    it.each([
      ['ACCOUNT_SID', ''],
      ['AUTH_TOKEN', undefined],
      ['SERVICE_SID', 'ZS1'],
      ['FLEX_ORIGINS', '*'],
      ['CUSTOMER_CONTEXT_LOOPBACK', 'http://evil.example'],
    ])('names %s when it is missing or malformed, and never its value', async (name, value) => {
      const answer = await invoke(handler, { ...account, [name]: value }, { Token: 'good' });
      expect(answer.status).toBe(503);
      expect(answer.body.error.message).toContain(name);
      if (value) expect(JSON.stringify(answer.body)).not.toContain(`${value}"`);
      expect(upstream.received).toEqual([]);
    });
  });
});
