import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from './customer';
import { listenSegment, type ListeningSegment } from './listen';
import { SPACES, type Region } from './spaces';
import { ask, basic, profilePath, type Answer } from './testing/client';

const START = Date.parse('2026-03-10T12:00:00Z');
let double: ListeningSegment;
let now: number;

beforeAll(async () => {
  now = START;
  double = await listenSegment({ now: () => now });
});
afterAll(() => double.close());
beforeEach(() => {
  // A second later: the requests of the test before no longer count against the limit.
  now += 1001;
});

const get = (identifier: string, resource: string, region: Region = 'us', collection = 'users'): Promise<Answer> =>
  ask(double.url, profilePath(identifier, resource, region, collection), {
    headers: basic(SPACES[region].accessToken),
  });

const notFound = { error: { code: 'not_found', message: 'Profile was not found.' } };

describe('authentication', () => {
  const path = profilePath('user_id:u-ana-duarte', 'traits');
  const cases: [string, Record<string, string>][] = [
    ['no header', {}],
    ['a wrong token', basic('nonsense')],
    ['a bearer token', { Authorization: `Bearer ${SPACES.us.accessToken}` }],
    [
      'the token as password',
      { Authorization: `Basic ${Buffer.from(`:${SPACES.us.accessToken}`).toString('base64')}` },
    ],
    ['the token of the other region', basic(SPACES.eu.accessToken)],
    ['the write key', basic(SPACES.us.writeKey)],
  ];
  it.each(cases)('refuses %s', async (_name, headers) => {
    const answer = await ask(double.url, path, { headers });
    expect(answer.status).toBe(401);
    expect(answer.json().error.code).toBe('authentication_error');
  });

  it('refuses a good token for another space', async () => {
    const other = path.replace(SPACES.us.spaceId, 'spa_other');
    expect((await ask(double.url, other, { headers: basic(SPACES.us.accessToken) })).status).toBe(401);
  });

  it('says nothing to browsers of other origins', async () => {
    const answer = await ask(double.url, path, {
      headers: { ...basic(SPACES.us.accessToken), Origin: 'https://flex.twilio.com' },
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('gives every answer a Request-Id of its own', async () => {
    const answers = [
      await get('user_id:u-ana-duarte', 'traits'),
      await get('user_id:nobody', 'traits'),
      await ask(double.url, path),
    ];
    const ids = answers.map((answer) => answer.headers['request-id']);
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 401]);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true);
  });
});

describe('traits', () => {
  it('come ten at a time, in the order of their keys, with the next key as cursor', async () => {
    const { traits, cursor } = (await get('user_id:u-chloe-bennett', 'traits')).json();
    expect(Object.keys(traits)).toEqual([
      '3_product_views_in_last_60_days',
      'Campaign Name',
      'Campaign Source',
      'Experiment Group',
      'Invited User?',
      'Most used feature',
      'Referring Domain',
      'Renewal in 30 days',
      'all_users_order_completed',
      'apiKeyLast4',
    ]);
    expect(cursor).toMatchObject({ has_more: true, next: 'big_spender', limit: 10 });
  });

  it('come up to 200 at a time, even when more are asked for', async () => {
    const { traits, cursor } = (await get('user_id:u-sofia-marchetti', 'traits?limit=1000')).json();
    expect(Object.keys(traits)).toHaveLength(200);
    expect(cursor.has_more).toBe(true);
  });

  it('end on a full page without promising more', async () => {
    const { traits, cursor } = (await get('user_id:u-priya-raman', 'traits?limit=200')).json();
    expect(Object.keys(traits)).toHaveLength(200);
    expect(cursor).toMatchObject({ has_more: false, next: '' });
  });

  it('give an absolute address in the middle and a path at the end, so that no client relies on either', async () => {
    const middle = (await get('user_id:u-priya-raman', 'traits?limit=199')).json().cursor;
    const end = (await get('user_id:u-priya-raman', `traits?limit=199&next=${encodeURIComponent(middle.next)}`)).json()
      .cursor;
    expect(middle.url).toMatch(/^https:\/\/profiles\.segment\.com\/v1\//);
    expect(end.url).toMatch(/^\/v1\/spaces\/.*\/profiles\/use_[0-9a-f]+\/traits$/);
  });

  it('can be limited to named ones, also when the parameter is repeated', async () => {
    const commas = await get('user_id:u-ana-duarte', 'traits?include=first_name,plan,no_such');
    const repeated = await get('user_id:u-ana-duarte', 'traits?include=first_name&include=plan');
    expect(commas.json().traits).toEqual({ first_name: 'Ana', plan: 'gold' });
    expect(repeated.json().traits).toEqual({ first_name: 'Ana', plan: 'gold' });
  });

  it('can be limited to audiences or to computed traits', async () => {
    const audiences = (await get('user_id:u-zoe-quinn', 'traits?class=audience')).json().traits;
    const computed = (await get('user_id:u-zoe-quinn', 'traits?class=computed_trait&limit=200')).json().traits;
    expect(audiences.maternity_programme).toBe(true);
    expect(Object.values(audiences).every((value) => typeof value === 'boolean')).toBe(true);
    expect(computed).toHaveProperty('days_until_refill', null);
    expect(computed).not.toHaveProperty('first_name');
  });

  it('say where each came from when verbose', async () => {
    const { traits } = (await get('user_id:u-ana-duarte', 'traits?include=plan&verbose=true')).json();
    expect(traits.plan).toEqual({
      value: 'gold',
      source_id: expect.any(String),
      updated_at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    });
  });

  it.each(['limit=0', 'limit=-1', 'limit=ten', 'limit=', 'class=secret'])('refuse %s', async (query) => {
    const answer = await get('user_id:u-ana-duarte', `traits?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json().error.code).toBe('invalid_request_error');
  });

  it('are all seen exactly once, whatever the page size', async () => {
    const all = Object.keys((await get('user_id:u-maria-lindqvist', 'traits?limit=200')).json().traits);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (limit) => {
        now += 1001;
        const seen: string[] = [];
        let next = '';
        do {
          const page = (
            await get('user_id:u-maria-lindqvist', `traits?limit=${limit}&next=${encodeURIComponent(next)}`)
          ).json();
          seen.push(...Object.keys(page.traits));
          next = page.cursor.next;
          expect(page.cursor.has_more).toBe(next !== '');
        } while (next !== '');
        expect(seen).toEqual(all);
      }),
      { numRuns: 12 },
    );
  });
});

describe('events', () => {
  it('are the Track events of the last 14 days, newest first, 100 at a time', async () => {
    const { data, cursor } = (await get('user_id:u-ana-duarte', 'events')).json();
    const times = data.map((event) => Date.parse(event.timestamp));
    expect(data).toHaveLength(100);
    expect(cursor.has_more).toBe(true);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(Math.min(...times)).toBeGreaterThan(now - 14 * 86_400_000);
    expect(data[0]).toMatchObject({ event: 'Refund Requested', type: 'track', properties: { order_id: 'A-1093' } });
  });

  it('carry an address and a user agent, which readers must strip', async () => {
    const { data } = (await get('user_id:u-ana-duarte', 'events?limit=1')).json();
    expect(data[0]).toMatchObject({
      context: { ip: expect.stringMatching(/^203\.0\.113\./), userAgent: expect.stringContaining('Mozilla') },
      external_ids: [{ collection: 'users', type: 'user_id', id: 'u-ana-duarte', encoding: 'none' }, {}, {}, {}],
      message_id: expect.any(String),
      related: { users: expect.stringMatching(/^use_/) },
    });
  });

  it('can be limited by name', async () => {
    const only = (await get('user_id:u-ana-duarte', 'events?include=Order%20Refunded,Refund%20Requested')).json().data;
    const without = (await get('user_id:u-ana-duarte', 'events?exclude=Page+Viewed&limit=100')).json().data;
    expect(only.map((event) => event.event)).toEqual(['Refund Requested', 'Order Refunded']);
    expect(without.map((event) => event.event)).not.toContain('Page Viewed');
  });

  it('can be limited by time, and sorted from the oldest', async () => {
    const start = new Date(START - 20 * 60_000).toISOString();
    const end = new Date(START - 10 * 60_000).toISOString();
    const { data } = (await get('user_id:u-ana-duarte', `events?sort=asc&start=${start}&end=${end}`)).json();
    const found = data.map((event) => event.event);
    expect(found).toEqual(['Page Viewed', 'Page Viewed', 'Page Viewed', 'Order Refunded']);
  });

  it.each(['sort=up', 'start=yesterday', 'end=12', 'limit=0', 'next=garbage'])('refuse %s', async (query) => {
    const answer = await get('user_id:u-ana-duarte', `events?${query}`);
    expect([answer.status, answer.json().error.code]).toEqual([400, 'invalid_request_error']);
  });

  it('are all seen exactly once in either order, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 100 }), fc.constantFrom('asc', 'desc'), async (limit, sort) => {
        now += 1001;
        const seen: string[] = [];
        let next = '';
        do {
          const page = (
            await get(
              'user_id:u-maria-lindqvist',
              `events?sort=${sort}&limit=${limit}&next=${encodeURIComponent(next)}`,
            )
          ).json();
          seen.push(...page.data.map((event) => event.message_id));
          next = page.cursor.next;
        } while (next !== '');
        expect([seen.length, new Set(seen).size]).toEqual([90, 90]);
      }),
      { numRuns: 12 },
    );
  });

  it('keep their place when a new event arrives between two pages', async () => {
    const first = (await get('user_id:u-james-okafor', 'events?limit=5')).json();
    const rest = `events?limit=100&next=${encodeURIComponent(first.cursor.next)}`;
    const before = (await get('user_id:u-james-okafor', rest)).json().data;
    const { messageId, ...event } = { messageId: 'late', userId: 'u-james-okafor', timestamp: now, context: {} };
    double.segment.profiles('us').accept({ ...event, messageId, type: 'track', event: 'Late', properties: {} }, now);
    expect((await get('user_id:u-james-okafor', rest)).json().data).toEqual(before);
    expect((await get('user_id:u-james-okafor', 'events?limit=1')).json().data[0]).toMatchObject({ event: 'Late' });
  });

  it('older than 14 days are not returned, though there are some', async () => {
    const stored = double.segment.profiles('us').find('users', 'user_id', 'u-lars-vikander')!;
    const { data } = (await get('user_id:u-lars-vikander', 'events?limit=1&sort=asc&start=2020-01-01')).json();
    expect(stored.events.length).toBeGreaterThan(500);
    expect(Date.parse(data[0]!.timestamp)).toBeGreaterThan(now - 14 * 86_400_000);
  });
});

describe('external ids, metadata and links', () => {
  it('lists every id of a customer, two of the same type too', async () => {
    const { data, cursor } = (await get('user_id:u-maria-lindqvist', 'external_ids')).json();
    expect(data.map((item) => `${item.type}:${item.id}`)).toEqual([
      'user_id:u-maria-lindqvist',
      'email:maria.lindqvist@example.com',
      'anonymous_id:anon-maria-lindqvist',
      'phone:+46701740601',
      'phone:+46701740602',
    ]);
    expect(cursor).toMatchObject({ has_more: false, next: '' });
  });

  it('pages and filters external ids', async () => {
    const first = (await get('user_id:u-maria-lindqvist', 'external_ids?limit=4')).json();
    const second = (await get('user_id:u-maria-lindqvist', `external_ids?limit=4&next=${first.cursor.next}`)).json();
    const phones = (await get('user_id:u-maria-lindqvist', 'external_ids?include=phone')).json();
    expect([first.data.length, first.cursor.has_more, second.data.length, second.cursor.has_more]).toEqual([
      4,
      true,
      1,
      false,
    ]);
    expect(phones.data).toHaveLength(2);
    expect((await get('user_id:u-maria-lindqvist', 'external_ids?next=map_x')).status).toBe(400);
  });

  it('gives metadata in the documented shape', async () => {
    const { metadata } = (await get('email:ana.duarte%40example.com', 'metadata')).json();
    expect(Object.keys(metadata)).toEqual([
      'created_at',
      'updated_at',
      'expires_at',
      'first_message_id',
      'first_source_id',
      'last_message_id',
      'last_source_id',
    ]);
  });

  it('links a user to an account and back', async () => {
    const up = (await get('user_id:u-chloe-bennett', 'links')).json().data;
    const down = (await get('group_id:g-brightside', 'links', 'us', 'accounts')).json().data;
    expect(up).toMatchObject([{ to_collection: 'accounts', external_ids: [{ type: 'group_id', id: 'g-brightside' }] }]);
    expect(down).toMatchObject([{ to_collection: 'users', external_ids: [{ id: 'u-chloe-bennett' }, {}, {}, {}] }]);
    expect((await get('group_id:g-brightside', 'traits', 'us', 'accounts')).json().traits).toMatchObject({
      industry: 'Design',
    });
  });
});

describe('who is found', () => {
  const all = ['traits', 'events', 'external_ids', 'metadata', 'links'];
  it.each(all)('is nobody for an unknown customer: %s', async (resource) => {
    const answer = await get('user_id:u-nobody-here', resource);
    expect([answer.status, answer.json()]).toEqual([404, notFound]);
  });

  it.each([
    ['user_id:u-ana-duarte'],
    ['user_id%3Au-ana-duarte'],
    ['email:ana.duarte%40example.com'],
    ['anonymous_id:anon-ana-duarte'],
    ['phone:%2B351210000001'],
  ])('is Ana by %s', async (identifier) => {
    const answer = await get(identifier, 'traits?include=name');
    expect([answer.status, answer.json().traits]).toEqual([200, { name: 'Ana Duarte' }]);
  });

  it.each([
    ['a bare id', 'u-ana-duarte'],
    ['an empty id', 'user_id:'],
    ['another type', 'email:u-ana-duarte'],
    ['another case', 'user_id:U-ANA-DUARTE'],
    ['a plus that was not encoded', 'phone:+351210000001'],
    ['a slash that was not encoded', 'user_id:b2b/4711%3Fref=a%26x=1'],
    ['a path upwards', 'user_id:../x'],
    ['an encoded path upwards', 'user_id:..%2F..%2Fu-ana-duarte'],
    ['an id that ends the path early', 'user_id:a/b?limit=1'],
    ['an encoded slash', 'user_id:%2F'],
    ['an encoded line break', 'user_id:%0D%0AX-Injected%3A%201'],
    ['an encoded NUL', 'user_id:%00'],
    ['a very long id', `user_id:${'a'.repeat(10_000)}`],
  ])('is nobody by %s', async (_name, identifier) => {
    const answer = await get(identifier, 'traits');
    expect([answer.status, answer.json()]).toEqual([404, notFound]);
    expect(answer.headers['x-injected']).toBeUndefined();
  });

  it('is the customer whose awkward id is encoded whole', async () => {
    const awkward = await get(`user_id:${encodeURIComponent('b2b/4711?ref=a&x=1')}`, 'traits?include=name');
    const plus = await get(`email:${encodeURIComponent('zoe+portal@example.com')}`, 'traits?include=name');
    expect(awkward.json().traits).toEqual({ name: 'Nordwind Logistik GmbH' });
    expect(plus.json().traits).toEqual({ name: 'Zoë Quinn' });
    expect((await get('email:zoe+portal%40example.com', 'traits')).status).toBe(404);
  });

  it.each(['email:ana.duarte@example.com', 'user_id:a;b', 'user_id:a$b', 'user_id:a&b', 'user_id:a=b'])(
    'ends in a 500 for the unencoded %s, as Segment warns',
    async (identifier) => {
      expect((await get(identifier, 'traits')).status).toBe(500);
    },
  );

  it.each(['user_id:%', 'user_id:%zz', 'user_id:%ff', 'user_id:%ED%A0%80'])(
    'refuses broken encoding: %s',
    async (identifier) => {
      const answer = await get(identifier, 'traits');
      expect([answer.status, answer.json().error.code]).toEqual([400, 'validation_error']);
    },
  );

  it('names a bad collection as the documentation does', async () => {
    const answer = await get('user_id:u-ana-duarte', 'traits', 'us', 'users!');
    expect(answer.json().error).toEqual({
      code: 'validation_error',
      message: 'The parameter `collection` has invalid character(s) `!`',
    });
  });

  it.each([
    ['another resource', 'GET', profilePath('user_id:u-ana-duarte', 'secrets')],
    ['no resource', 'GET', profilePath('user_id:u-ana-duarte', '').replace(/\/$/, '')],
    [
      'the list of profiles',
      'GET',
      `/_out/profiles.segment.com/v1/spaces/${SPACES.us.spaceId}/collections/users/profiles`,
    ],
    ['a delete', 'DELETE', profilePath('user_id:u-ana-duarte', 'external_ids')],
    ['the root', 'GET', '/_out/profiles.segment.com/'],
  ])('has no answer to %s', async (_name, method, path) => {
    expect((await ask(double.url, path, { method, headers: basic(SPACES.us.accessToken) })).status).toBe(404);
  });
});

describe('the two regions', () => {
  it('both know the customers, each with its own token', async () => {
    expect((await get('user_id:u-ana-duarte', 'traits', 'eu')).status).toBe(200);
    const crossed = profilePath('user_id:u-ana-duarte', 'traits', 'eu');
    expect((await ask(double.url, crossed, { headers: basic(SPACES.us.accessToken) })).status).toBe(401);
  });
});

describe('the rate limit', () => {
  it('refuses the 101st request of a second and forgives a second later', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 101; at += 1) statuses.push((await get('user_id:u-rafael-souza', 'traits')).status);
    const refused = await get('user_id:u-rafael-souza', 'traits');
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
    expect([refused.status, refused.json().error.code, refused.headers['retry-after']]).toEqual([
      429,
      'rate_limit_error',
      '1',
    ]);
    expect((await get('user_id:u-rafael-souza', 'traits', 'eu')).status).toBe(200);
    now += 1001;
    expect((await get('user_id:u-rafael-souza', 'traits')).status).toBe(200);
  });
});

describe('keys that objects already have', () => {
  it('are traits like any other', async () => {
    const traits = JSON.parse('{"__proto__": "mine", "constructor": 1, "": "nameless"}') as Customer['traits'];
    const odd = await listenSegment({
      customers: () => [{ userId: 'odd', ids: [], traits, events: [], firstSeenDaysAgo: 1 }],
    });
    const answer = await ask(odd.url, profilePath('user_id:odd', 'traits'), { headers: basic(SPACES.us.accessToken) });
    await odd.close();
    expect(answer.text).toContain('{"traits":{"":"nameless","__proto__":"mine","constructor":1}');
  });
});
