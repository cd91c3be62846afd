import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { twilioHandler, type Handler } from '../edge/handler';
import { account, agentSid, otherAgentSid, workspaceSid } from '../testing/account';
import { deviations } from '../testing/contract';
import { invoke } from '../testing/invoke';
import { segment, segmentEvent, taskRouter, taskSid } from '../testing/persona-double';
import { iam, published, schemaAssets } from '../testing/twilio-double';
import { startUpstream, type Responder, type Upstream } from '../testing/upstream';
import { fetchPersonaRoute } from './fetch-persona';

let upstream: Upstream;
let handler: Handler;
let log: string[];
let now: number;
let settings: Record<string, unknown>;

const ana = {
  traits: { first_name: 'Ana', plan: 'gold', card: '4000123412341234', secret_score: 7, debug_a: 1 },
  events: [segmentEvent('Order Refunded', { total: 12, reason: 'late', internal: 'x' }), segmentEvent('Page Viewed')],
};
const document = {
  version: 1,
  traits: {
    sections: [{ fields: [{ key: 'first_name' }, { key: 'plan' }, { key: 'card', mask: { reveal: ['agent'] } }] }],
  },
  events: { rules: [{ name: 'Order Refunded', primary: { key: 'total' } }] },
};

beforeEach(async () => {
  // No jitter: retries follow at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  upstream = await startUpstream();
  upstream.on(
    iam({
      agent: {},
      other: { workerSid: otherAgentSid },
      supervisor: { workerSid: otherAgentSid, roles: ['supervisor'] },
      admin: { workerSid: otherAgentSid, roles: ['admin'] },
      guest: { roles: ['guest'], workerSid: null },
    }),
  );
  upstream.on(taskRouter({}));
  upstream.on(segment({ 'user_id:u-1': ana, 'email:ana@example.com': { traits: { first_name: 'By mail' } } }));
  upstream.on(schemaAssets(published(document)));
  log = [];
  now = Date.now();
  settings = { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin };
  handler = twilioHandler(
    fetchPersonaRoute(() => now),
    { write: (line) => log.push(line), now: () => now },
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await upstream.close();
});

const ask = (parameters: Record<string, unknown> = {}) =>
  invoke(handler, settings, { Token: 'agent', taskSid, ...parameters });
const segmentRequests = () => upstream.received.filter((request) => request.host.startsWith('profiles.'));
const events = (name: string) =>
  log.map((line) => JSON.parse(line) as Record<string, string>).filter((line) => line['event'] === name);
const on = (host: string, reply: ReturnType<Responder>): void =>
  upstream.on((request) => (request.host === host ? reply : undefined));

describe('fetch-persona', () => {
  it('answers with what the document shows, and nothing else', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toEqual({
      found: true,
      revision: 1,
      layout: null,
      truths: {},
      traits: { first_name: 'Ana', plan: 'gold' },
      masked: { '/card': '•••• 1234' },
      events: {
        items: [
          {
            id: 'm-Order Refunded',
            name: 'Order Refunded',
            timestamp: '2026-11-22T10:00:00.000Z',
            properties: { total: 12 },
          },
          { id: 'm-Page Viewed', name: 'Page Viewed', timestamp: '2026-11-22T10:00:00.000Z', properties: {} },
        ],
        cursor: null,
      },
      partial: {},
      fetchedAt: new Date(now).toISOString(),
    });
    expect(deviations('persona', body)).toEqual([]);
  });

  it('never passes on an address or a browser’s name', async () => {
    upstream.on(schemaAssets(undefined));
    expect(JSON.stringify((await ask()).body)).not.toMatch(/203\.0\.113\.7|Mozilla/);
  });

  it('never passes them on inside a property that a rule names either', async () => {
    const properties = { device: { ip: '203.0.113.7', userAgent: 'Mozilla', name: 'phone' } };
    upstream.on(segment({ 'user_id:u-1': { traits: {}, events: [segmentEvent('Signed In', properties)] } }));
    upstream.on(
      schemaAssets(published({ version: 1, events: { rules: [{ name: 'Signed In', primary: { key: 'device' } }] } })),
    );
    expect((await ask()).body.events.items[0].properties).toEqual({ device: { name: 'phone' } });
  });

  it('shows all traits only when nothing was ever published', async () => {
    upstream.on(schemaAssets(undefined));
    const { body } = await ask();
    expect(body).toMatchObject({ revision: null, traits: ana.traits, masked: {} });
  });

  it('sends traits or events alone when asked', async () => {
    expect((await ask({ include: 'traits' })).body).toMatchObject({
      traits: { plan: 'gold' },
      events: null,
      partial: {},
    });
    expect(segmentRequests().map((request) => request.path)).toEqual([expect.stringContaining('/traits')]);
    expect((await ask({ include: 'events' })).body).toMatchObject({ traits: null, masked: {}, partial: {} });
  });

  it('chooses the layout on traits, the task, the worker and the context, and says what it found', async () => {
    upstream.on(
      taskRouter({
        attributes: { userId: 'u-1', context: '{"intent":"refund"}' },
        workerAttributes: { team: 'north' },
      }),
    );
    const when = (fact: string, value: unknown) => ({ fact, op: 'eq', value });
    const conditions = [
      when('traits:/plan', 'gold'),
      when('task.channel', 'chat'),
      when('task.queue', 'Everyone'),
      when('task.sid', taskSid),
      when('context:/intent', 'refund'),
      when('worker.attributes:/team', 'north'),
      { fact: 'worker.roles', op: 'contains', value: 'agent' },
    ];
    const fields = [
      { key: 'secret_score', when: when('traits:/plan', 'gold') },
      { key: 'first_name', when: when('traits:/plan', 'x') },
    ];
    upstream.on(
      schemaAssets(
        published({
          version: 1,
          layouts: [{ name: 'Gold', when: { all: conditions }, traits: { sections: [{ fields }] } }],
        }),
      ),
    );
    const { body } = await ask();
    expect(body.layout).toBe('Gold');
    expect(body.traits).toEqual({ secret_score: 7 });
    expect(Object.values(body.truths)).toEqual([true, false]);
  });

  it('asks for worker attributes only when a condition looks at them', async () => {
    await ask();
    expect(upstream.received.some((request) => request.path.includes('/Workers/'))).toBe(false);
  });

  it('finds the customer by the id types that are configured, in their order', async () => {
    settings['SEGMENT_ID_TYPES'] = 'userId=user_id,/customer/mail=email';
    upstream.on(taskRouter({ attributes: { userId: 'unknown', customer: { mail: 'ana@example.com' } } }));
    expect((await ask()).body).toMatchObject({ found: true, traits: { first_name: 'By mail' } });
    expect(events('persona_read').map((line) => line['idType'])).toEqual(['user_id', 'email']);
  });

  it('says that Segment does not know the customer', async () => {
    upstream.on(taskRouter({ attributes: { userId: 'nobody' } }));
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({ found: false, traits: {}, events: { items: [], cursor: null }, partial: {} });
    expect(deviations('persona', body)).toEqual([]);
  });

  it('takes a number for an id', async () => {
    upstream.on(taskRouter({ attributes: { userId: 42 } }));
    upstream.on(segment({ 'user_id:42': { traits: { first_name: 'Forty-two' } } }));
    expect((await ask()).body.traits).toEqual({ first_name: 'Forty-two' });
  });

  it.each([
    ['no attributes', ''],
    ['broken attributes', '{"userId":'],
    ['a list of attributes', '["u-1"]'],
    ['no id', {}],
    ['an empty id', { userId: '' }],
    ['a blank id', { userId: ' ' }],
    ['null', { userId: null }],
    ['a list', { userId: ['u-1'] }],
    ['an object', { userId: { toString: 'u-1' } }],
    ['true', { userId: true }],
    ['half a surrogate pair', { userId: 'a\ud800' }],
    ['10,000 characters', { userId: 'x'.repeat(10_000) }],
  ])('says that the task does not name a customer: %s', async (_name, attributes) => {
    upstream.on(taskRouter({ attributes }));
    const answer = await ask();
    expect([answer.status, answer.body.error.code]).toEqual([404, 'no_user_id']);
    expect(segmentRequests()).toEqual([]);
  });

  it.each([
    '../x',
    '..',
    '.',
    'a/b?limit=1',
    '%2F',
    '%2e%2e',
    '\r\nX: 1',
    'a#b',
    'a b',
    '+351900000000',
    "!'()*",
    'é😀',
    ':',
    'a:b',
  ])('asks Segment for exactly the id %j, whatever is in it', async (id) => {
    upstream.on(taskRouter({ attributes: { userId: id } }));
    upstream.on(segment({ [`user_id:${id}`]: { traits: { first_name: 'Exactly' } } }));
    expect((await ask({ include: 'traits' })).body.traits).toEqual({ first_name: 'Exactly' });
    const [path = '', query = ''] = (segmentRequests()[0]?.path ?? '').split('?');
    expect(path).toMatch(
      /^\/v1\/spaces\/spa_test1234\/collections\/users\/profiles\/user_id:[A-Za-z0-9%._~-]+\/traits$/,
    );
    expect(new URLSearchParams(query).get('limit')).toBe('200');
  });

  describe('who may look', () => {
    it.each([
      ['pending', 200],
      ['accepted', 200],
      ['wrapping', 200],
      ['rejected', 403],
      ['timeout', 403],
      ['canceled', 403],
      ['rescinded', 403],
      ['completed', 403],
      ['unheard-of', 403],
    ])('an agent with a reservation that is %s: %d', async (state, status) => {
      upstream.on(taskRouter({ reservations: [[agentSid, state]] }));
      const answer = await ask();
      expect(answer.status).toBe(status);
      if (status === 403) {
        expect(answer.body.error.code).toBe('not_your_task');
        expect(segmentRequests()).toEqual([]);
      }
    });

    it('an agent with one accepted among many that timed out', async () => {
      upstream.on(
        taskRouter({
          reservations: [
            [agentSid, 'timeout'],
            [agentSid, 'rejected'],
            [agentSid, 'accepted'],
          ],
        }),
      );
      expect((await ask()).status).toBe(200);
    });

    it('not an agent on whose task another agent works, even if Twilio ignored the filter', async () => {
      upstream.on((request) =>
        request.path.includes('/Reservations')
          ? { status: 200, json: { reservations: [{ worker_sid: otherAgentSid, reservation_status: 'accepted' }] } }
          : undefined,
      );
      expect((await ask()).body.error.code).toBe('not_your_task');
    });

    it.each(['supervisor', 'admin'])('a %s without a reservation', async (Token) => {
      expect((await ask({ Token })).status).toBe(200);
    });

    it('any agent when PERSONA_ACCESS says so', async () => {
      expect((await ask({ Token: 'other' })).status).toBe(403);
      settings['PERSONA_ACCESS'] = 'any';
      expect((await ask({ Token: 'other' })).status).toBe(200);
    });

    it('nobody for a task that does not exist', async () => {
      const unknown = `WT${'0'.repeat(32)}`;
      for (const Token of ['agent', 'admin']) {
        const answer = await ask({ Token, taskSid: unknown });
        expect([answer.status, answer.body.error.code]).toEqual([404, 'task_not_found']);
      }
    });

    it.each([undefined, '', 'WT1', `WR${'7'.repeat(32)}`, `${taskSid}/../x`, `${taskSid}\n`])(
      'nobody for the task %j',
      async (sid) => {
        expect((await ask({ taskSid: sid })).body.error.code).toBe('bad_request');
        expect(upstream.received.some((request) => request.host === 'taskrouter.twilio.com')).toBe(false);
      },
    );

    it.each([
      [undefined, 401, 'token_missing'],
      ['unknown', 401, 'token_invalid'],
      ['guest', 403, 'not_an_agent'],
      [['agent'], 400, 'bad_request'],
    ])('nobody with the token %j', async (Token, status, code) => {
      await ask();
      const before = segmentRequests().length;
      const answer = await ask({ Token });
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
      expect(segmentRequests()).toHaveLength(before);
      expect(JSON.stringify(answer.body)).not.toContain('Ana');
    });

    it('never gets a cached customer without a reservation of their own', async () => {
      await ask();
      const answer = await ask({ Token: 'other' });
      expect(answer.body.error.code).toBe('not_your_task');
    });
  });

  describe('what is written down', () => {
    it('who looked at whom, by a name that is the same for the same customer and says nothing', async () => {
      await ask();
      await ask();
      const lines = events('persona_read');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatchObject({ worker: agentSid, task: taskSid, idType: 'user_id', route: 'fetch-persona' });
      expect(lines[0]!['customer']).toMatch(/^[0-9a-f]{24}$/);
      expect(lines[1]!['customer']).toBe(lines[0]!['customer']);
      expect(log.join()).not.toContain('u-1');
    });

    it('Segment’s own id of the request, retries and cache', async () => {
      await ask({ include: 'traits' });
      const line = events('request')[0] as unknown as { upstream: { upstream: string }[]; cache: object };
      expect(line.upstream.find((exchange) => exchange.upstream === 'segment traits')).toMatchObject({
        requestId: 'seg-req-1',
        retries: 0,
        status: 200,
      });
      expect(line.cache).toMatchObject({ traits: 'miss', token: 'miss' });
    });
  });

  describe('caching', () => {
    it('asks Segment once for several who ask within seconds, and again later', async () => {
      await ask({ include: 'traits' });
      await ask({ include: 'traits' });
      expect(segmentRequests()).toHaveLength(1);
      now += 10_000;
      await ask({ include: 'traits' });
      expect(segmentRequests()).toHaveLength(2);
    });

    it('says when Segment was asked, not when the answer was given', async () => {
      const first = (await ask()).body.fetchedAt;
      now += 5_000;
      expect((await ask()).body.fetchedAt).toBe(first);
    });

    it('asks Segment when the agent asks for fresh data', async () => {
      await ask({ include: 'traits' });
      await ask({ include: 'traits', refresh: 'true' });
      expect(segmentRequests()).toHaveLength(2);
    });

    it('shares one request among those who ask at the same moment', async () => {
      await Promise.all([ask({ include: 'traits' }), ask({ include: 'traits' }), ask({ include: 'traits' })]);
      expect(segmentRequests()).toHaveLength(1);
    });

    it('asks for the listed keys only when the document lists them all', async () => {
      await ask({ include: 'traits' });
      const query = new URLSearchParams(segmentRequests()[0]?.path.split('?')[1]);
      expect(query.get('include')?.split(',').sort()).toEqual(['card', 'first_name', 'plan']);
    });
  });

  describe('paging', () => {
    it('reads traits to the end', async () => {
      const traits = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`t${n}`, n]));
      upstream.on(segment({ 'user_id:u-1': { traits } }));
      upstream.on(schemaAssets(undefined));
      expect((await ask({ include: 'traits' })).body.traits).toEqual(traits);
      expect(segmentRequests()).toHaveLength(3);
    });

    it('keeps traits named like properties of objects', async () => {
      const traits = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "": 3}') as Record<string, unknown>;
      upstream.on((request) =>
        request.host.startsWith('profiles.')
          ? { status: 200, text: `{"traits":${JSON.stringify(traits)},"cursor":{"has_more":false}}` }
          : undefined,
      );
      upstream.on(schemaAssets(undefined));
      expect(JSON.stringify((await ask({ include: 'traits' })).body.traits)).toBe(JSON.stringify(traits));
    });

    it('answers with the next page of events for a cursor', async () => {
      const list = Array.from({ length: 120 }, (_, n) => segmentEvent('Order Refunded', { total: n }, `m-${n}`));
      upstream.on(segment({ 'user_id:u-1': { events: list, traits: {} } }));
      const { cursor } = (await ask({ include: 'events' })).body.events as { cursor: string };
      const { body } = await ask({ cursor });
      expect(deviations('events-answer', body)).toEqual([]);
      expect(body.events.items).toHaveLength(20);
      expect(body.events.items[0]).toEqual({
        id: 'm-100',
        name: 'Order Refunded',
        timestamp: '2026-11-22T10:00:00.000Z',
        properties: { total: 100 },
      });
      expect(events('events_read')).toHaveLength(1);
    });

    it.each(['&limit=1', '../../x', 'a b', '\r\n', '%00'])(
      'sends the cursor %j as a cursor and nothing else',
      async (cursor) => {
        await ask({ cursor });
        const query = new URLSearchParams(segmentRequests()[0]?.path.split('?')[1]);
        expect([...query.keys()].sort()).toEqual(['limit', 'next', 'sort']);
        expect(query.get('next')).toBe(cursor);
      },
    );

    it('refuses a cursor that no answer gave: half a surrogate pair', async () => {
      const answer = await ask({ cursor: '\ud800' });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'bad_request']);
      expect(segmentRequests()).toEqual([]);
    });

    it('does not turn round in circles when Segment does', async () => {
      on('profiles.segment.com', { status: 200, json: { traits: { a: 1 }, cursor: { has_more: true, next: 'x' } } });
      const answer = await ask({ include: 'traits' });
      expect(answer.body.error.code).toBe('segment_unavailable');
      expect(segmentRequests()).toHaveLength(2);
    });
  });

  describe('reveal', () => {
    it('gives the value behind a mask to a role that may see it, and writes that down', async () => {
      const { body } = await ask({ reveal: '/card' });
      expect(body).toEqual({ revision: 1, pointer: '/card', value: ana.traits.card });
      expect(events('trait_revealed')).toHaveLength(1);
      expect(events('reveal_answered')[0]).toMatchObject({ pointer: '/card', worker: agentSid });
      expect(log.join()).not.toContain(ana.traits.card);
    });

    it.each(['/secret_score', '/first_name', '/nothing', 'card', '', '/card/0'])(
      'does not give what is at %j',
      async (reveal) => {
        const answer = await ask({ reveal });
        if (reveal !== '') expect([answer.status, answer.body.error.code]).toEqual([403, 'reveal_not_allowed']);
        expect(JSON.stringify(answer.body)).not.toContain('4000123412341234');
        expect(events('reveal_answered')).toEqual([]);
      },
    );

    it('does not give it to another role', async () => {
      const answer = await ask({ Token: 'supervisor', reveal: '/card' });
      expect(answer.body.error.code).toBe('reveal_not_allowed');
    });
  });

  describe('preview', () => {
    it('gives an admin everything, uncached, and writes that down', async () => {
      for (let n = 0; n < 2; n += 1) {
        const { body } = await ask({ Token: 'admin', purpose: 'preview' });
        expect(body).toMatchObject({ revision: null, traits: ana.traits, masked: {} });
        expect(deviations('persona', body)).toEqual([]);
      }
      expect(segmentRequests()).toHaveLength(4);
      expect(events('persona_previewed')).toHaveLength(2);
    });

    it('takes a customer by id type and identifier', async () => {
      const { body } = await ask({
        Token: 'admin',
        purpose: 'preview',
        taskSid: undefined,
        idType: 'email',
        identifier: 'ana@example.com',
      });
      expect(body.traits).toEqual({ first_name: 'By mail' });
    });

    it.each(['agent', 'supervisor'])('is not for a %s, not even on a task of theirs', async (Token) => {
      const answer = await ask({ Token, purpose: 'preview' });
      expect([answer.status, answer.body.error.code]).toEqual([403, 'not_an_admin']);
      expect(segmentRequests()).toEqual([]);
    });

    it.each([
      [{ idType: 'email' }],
      [{ identifier: 'x' }],
      [{ idType: 'e/mail', identifier: 'x' }],
      [{ idType: 'email', identifier: ['x'] }],
      [{ idType: 'email', identifier: ' ' }],
      [{ idType: 'email', identifier: 'x'.repeat(600) }],
      [{ idType: 'email', identifier: '\udc00' }],
      [{ purpose: 'else' }],
    ])('refuses %j', async (parameters) => {
      const answer = await ask({ Token: 'admin', purpose: 'preview', taskSid: undefined, ...parameters });
      expect(answer.body.error.code).toBe('bad_request');
      expect(segmentRequests()).toEqual([]);
    });
  });

  it.each([
    [{ include: 'all' }],
    [{ include: ['traits'] }],
    [{ refresh: 'yes' }],
    [{ cursor: 'a', reveal: '/b' }],
    [{ cursor: 1 }],
  ])('refuses %j', async (parameters) => {
    expect((await ask(parameters)).body.error.code).toBe('bad_request');
  });

  describe('when the display schema can’t be used', () => {
    const unusable: [string, unknown][] = [
      ['is of a newer format', { version: 99 }],
      ['breaks a rule', { version: 1, traits: { rest: 'sometimes' } }],
      ['is no object', 'text'],
      ['is a list', []],
    ];
    it.each(unusable)('follows the newest revision that can be: the published document %s', async (_name, broken) => {
      upstream.on(schemaAssets(published(document, { version: 98 }, broken)));
      const { body } = await ask();
      expect(body).toMatchObject({ revision: 1, traits: { first_name: 'Ana', plan: 'gold' } });
      expect(events('older_schema_used')[0]).toMatchObject({ live: 3, revision: 1 });
    });

    it.each(unusable)('sends nothing when no other can be: the published document %s', async (_name, broken) => {
      upstream.on(schemaAssets(published(broken)));
      const answer = await ask();
      expect([answer.status, answer.body.error.code]).toEqual([503, 'schema_unavailable']);
      expect(segmentRequests()).toEqual([]);
    });

    it('follows an older one when the published document itself can’t be read', async () => {
      upstream.on(schemaAssets(published(document, document)));
      upstream.on((request) => (request.path === '/r/2.json' ? { status: 403, json: {} } : undefined));
      expect((await ask()).body.revision).toBe(1);
    });

    it.each([
      ['503', { status: 503, json: {} }],
      ['429', { status: 429, json: {}, headers: { 'Retry-After': '60' } }],
      ['a cut connection', (response: { destroy(): unknown }) => void response.destroy()],
    ] as [string, ReturnType<Responder>][])(
      'shows nothing that the published document hides because it is out of reach for a moment: %s',
      async (_name, reply) => {
        const older = { version: 1, traits: { sections: [{ fields: [{ key: 'secret_score' }] }] } };
        upstream.on(schemaAssets(published(older, document)));
        upstream.on((request) => (request.path === '/r/2.json' ? reply : undefined));
        const answer = await ask();
        expect([answer.status, answer.body.error?.code]).toEqual([503, 'schema_unavailable']);
        expect(segmentRequests()).toEqual([]);
      },
    );

    it('sends nothing when it is not known what was published', async () => {
      upstream.on((request) => (request.path === '/index.json' ? { status: 403, json: {} } : undefined));
      const answer = await ask();
      expect([answer.status, answer.body.error.code]).toEqual([503, 'schema_unavailable']);
      expect(segmentRequests()).toEqual([]);
    });
  });

  describe('when Segment is in trouble', () => {
    const fail = (part: string, reply: ReturnType<Responder>) =>
      upstream.on((request) =>
        request.host.startsWith('profiles.') && request.path.includes(`/${part}?`) ? reply : undefined,
      );
    const troubles: [string, ReturnType<Responder>, string][] = [
      [
        'validation_error',
        { status: 400, json: { error: { code: 'validation_error', message: 'u-1 is bad' } } },
        'segment_refused',
      ],
      ['invalid_request_error', { status: 400, json: { error: { code: 'invalid_request_error' } } }, 'segment_refused'],
      ['authentication_error', { status: 401, json: { error: { code: 'authentication_error' } } }, 'segment_refused'],
      ['a 404 of something else', { status: 404, text: '<html>nginx</html>' }, 'segment_refused'],
      [
        'rate_limit_error',
        { status: 429, json: { error: { code: 'rate_limit_error' } }, headers: { 'Retry-After': '60' } },
        'rate_limited',
      ],
      ['500', { status: 500, json: { error: { code: 'internal_error' } } }, 'segment_unavailable'],
      ['503', { status: 503, text: 'down' }, 'segment_unavailable'],
      ['broken JSON', { status: 200, text: '{"traits":' }, 'segment_unavailable'],
      ['a list', { status: 200, json: [] }, 'segment_unavailable'],
      ['nothing', { status: 200, text: '' }, 'segment_unavailable'],
      ['a huge answer', { status: 200, text: `{"traits":{"a":"${'x'.repeat(4_100_000)}"}}` }, 'segment_unavailable'],
      ['a redirect', { status: 302, headers: { Location: 'https://evil.example/' } }, 'segment_unavailable'],
      ['a cut connection', (response) => void response.destroy(), 'segment_unavailable'],
    ];

    it.each(troubles)('sends events without traits, and says so: %s', async (_name, reply, code) => {
      fail('traits', reply);
      const { status, body } = await ask();
      expect(status).toBe(200);
      expect(body).toMatchObject({ found: true, traits: null, masked: {}, partial: { traits: { code } } });
      expect(body.events.items).toHaveLength(2);
      expect(deviations('persona', body)).toEqual([]);
    });

    it.each(troubles)('sends traits without events, and says so: %s', async (_name, reply, code) => {
      fail('events', reply);
      const { body } = await ask();
      expect(body).toMatchObject({ traits: { plan: 'gold' }, events: null, partial: { events: { code } } });
      expect(body.partial.traits).toBeUndefined();
    });

    it.each(troubles)('is an error when nothing came: %s', async (_name, reply, code) => {
      fail('traits', reply);
      fail('events', reply);
      const answer = await ask();
      expect(answer.body.error.code).toBe(code);
      expect((await ask({ include: 'traits' })).body.error.code).toBe(code);
    });

    it('passes on how long to wait', async () => {
      fail('traits', { status: 429, json: { error: { code: 'rate_limit_error' } }, headers: { 'Retry-After': '60' } });
      expect((await ask()).body.partial.traits.retryAfter).toBe(60);
      expect((await ask({ include: 'traits' })).body.error.retryAfter).toBe(60);
    });

    it('does not remember a failure', async () => {
      let down = true;
      upstream.on((request) =>
        down && request.host.startsWith('profiles.')
          ? { status: 401, json: { error: { code: 'authentication_error' } } }
          : undefined,
      );
      expect((await ask()).status).toBe(502);
      down = false;
      expect((await ask()).status).toBe(200);
    });
  });

  it('asks the EU for a workspace in the EU', async () => {
    settings['SEGMENT_REGION'] = 'eu';
    await ask({ include: 'traits' });
    expect(segmentRequests()[0]?.host).toBe('profiles.euw1.segment.com');
  });

  it.each(['SEGMENT_SPACE_ID', 'SEGMENT_PERSONA_KEY'])(
    'says that %s is missing, to those who may ask',
    async (name) => {
      settings[name] = '';
      const answer = await ask();
      expect([answer.status, answer.body.error.code]).toEqual([503, 'not_configured']);
      expect(answer.body.error.message).toContain(name);
      expect((await ask({ Token: 'guest' })).body.error.code).toBe('not_an_agent');
    },
  );

  it('finds the workspace once', async () => {
    await ask();
    await ask();
    expect(upstream.received.filter((request) => request.host === 'flex-api.twilio.com')).toHaveLength(1);
    expect(upstream.received.some((request) => request.path.includes(workspaceSid))).toBe(true);
  });
});
