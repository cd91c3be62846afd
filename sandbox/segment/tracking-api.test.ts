import { Analytics } from '@segment/analytics-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../display/json';
import type { Customer } from './customer';
import { listenSegment, type ListeningSegment } from './listen';
import { SPACES, type Region } from './spaces';
import { ask, basic, profilePath, trackingPath } from './testing/client';

const START = Date.parse('2026-03-10T12:00:00Z');
const ANA: Customer = {
  userId: 'ana',
  ids: [{ type: 'email', id: 'ana@example.com' }],
  traits: { first_name: 'Ana', plan: 'gold' },
  events: [],
  firstSeenDaysAgo: 10,
};

let double: ListeningSegment;
let now: number;

beforeEach(async () => {
  now = START;
  double = await listenSegment({ now: () => now, customers: () => [ANA] });
});
afterEach(() => double.close());

const post = (call: string, body: unknown, { key = SPACES.us.writeKey } = {}) =>
  ask(double.url, trackingPath(call), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...basic(key) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const traits = async (identifier = 'user_id:ana', region: Region = 'us'): Promise<Json | undefined> => {
  const headers = basic(SPACES[region].accessToken);
  return (await ask(double.url, profilePath(identifier, 'traits?limit=200', region), { headers })).json().traits;
};

const manyTraits = (count: number): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${String(at)}`, at]));

describe('identify', () => {
  it('changes traits, but only after Segment’s delay', async () => {
    const answer = await post('identify', { userId: 'ana', traits: { plan: 'platinum', nps: 9 } });
    expect([answer.status, answer.json()]).toEqual([200, { success: true }]);
    now += 299;
    expect(await traits()).toEqual({ first_name: 'Ana', plan: 'gold' });
    now += 1;
    expect(await traits()).toEqual({ first_name: 'Ana', plan: 'platinum', nps: 9 });
  });

  it('takes a delay set in the meantime for what comes after it', async () => {
    double.segment.settings.applyDelayMs = 60_000;
    await post('identify', { userId: 'ana', traits: { plan: 'silver' } });
    now += 59_999;
    expect(await traits()).toMatchObject({ plan: 'gold' });
    double.segment.applyNow();
    expect(await traits()).toMatchObject({ plan: 'silver' });
  });

  it('makes a profile for a customer who had none, found by user id and by email', async () => {
    await post('identify', { userId: 'new', anonymousId: 'anon-new', traits: { email: 'new@example.com' } });
    now += 300;
    expect(await traits('user_id:new')).toEqual({ email: 'new@example.com' });
    expect(await traits('email:new%40example.com')).toEqual({ email: 'new@example.com' });
    expect(await traits('anonymous_id:anon-new')).toEqual({ email: 'new@example.com' });
  });

  it('never takes an email from the customer who has it', async () => {
    await post('identify', { userId: 'thief', traits: { email: 'ana@example.com' } });
    now += 300;
    expect(await traits('email:ana%40example.com')).toMatchObject({ first_name: 'Ana' });
  });

  it('keeps null, empty text, lists and objects as they were sent', async () => {
    const sent = { nothing: null, empty: '', list: [1, 'a'], nested: { deep: { deeper: true } } };
    await post('identify', { userId: 'ana', traits: sent });
    now += 300;
    expect(await traits()).toMatchObject(sent);
  });

  it('applies a message id once, however often a client retries', async () => {
    await post('identify', { userId: 'ana', messageId: 'm1', traits: { plan: 'one' } });
    await post('identify', { userId: 'ana', messageId: 'm1', traits: { plan: 'two' } });
    now += 300;
    expect(await traits()).toMatchObject({ plan: 'one' });
    expect(double.segment.tracking.all().map((entry) => entry.outcome)).toEqual(['accepted', 'duplicate']);
  });
});

describe('what Segment accepts and drops without a word', () => {
  const dropped: [string, unknown, string][] = [
    ['300 traits', { userId: 'ana', traits: manyTraits(300) }, '300 traits'],
    [
      'a message id over 100 characters',
      { userId: 'ana', messageId: 'm'.repeat(101), traits: { a: 1 } },
      'messageId is longer than 100 characters',
    ],
    ['neither user nor anonymous id', { traits: { a: 1 } }, 'no userId and no anonymousId'],
    ['an empty user id', { userId: '', traits: { a: 1 } }, 'no userId and no anonymousId'],
  ];
  it.each(dropped)('is %s', async (_name, body, reason) => {
    expect((await post('identify', body)).status).toBe(200);
    now += 300;
    expect(await traits()).toEqual({ first_name: 'Ana', plan: 'gold' });
    expect(double.segment.tracking.all()).toEqual([{ type: 'identify', outcome: 'dropped', reason }]);
  });

  it('is not 299 traits or a message id of 100 characters', async () => {
    await post('identify', { userId: 'ana', messageId: 'm'.repeat(100), traits: manyTraits(299) });
    expect(double.segment.tracking.all()).toMatchObject([{ outcome: 'accepted' }]);
  });

  it.each([
    ['an invented write key', 'nonsense'],
    ['the write key of the other region', SPACES.eu.writeKey],
  ])('is %s', async (_name, key) => {
    expect((await post('identify', { userId: 'ana', traits: { plan: 'lost' } }, { key })).status).toBe(200);
    now += 300;
    expect(await traits()).toMatchObject({ plan: 'gold' });
    expect(await traits('user_id:ana', 'eu')).toMatchObject({ plan: 'gold' });
  });
});

describe('what Segment refuses with 400', () => {
  const text = (bytes: number) => 'x'.repeat(bytes);
  const event = (bytes: number) => ({ type: 'identify', userId: 'ana', traits: { big: text(bytes) } });
  const refused: [string, string, unknown][] = [
    ['an event over 32 KB', 'identify', { userId: 'ana', traits: { big: text(32 * 1024) } }],
    ['one event over 32 KB in a batch', 'batch', { batch: [event(10), event(32 * 1024)] }],
    ['a batch over 500 KB', 'batch', { batch: Array.from({ length: 17 }, () => event(30 * 1024)) }],
    [
      'a batch of 2,501 events',
      'batch',
      { batch: Array.from({ length: 2501 }, () => ({ type: 'page', userId: 'a' })) },
    ],
    ['broken JSON', 'identify', '{"userId": "ana", "traits": {'],
    ['a list instead of an object', 'identify', '[]'],
    ['a batch without a list', 'batch', { batch: 'no' }],
    ['an empty body', 'identify', ''],
    ['megabytes', 'identify', text(3 * 1024 * 1024)],
  ];
  it.each(refused)('is %s', async (_name, call, body) => {
    const answer = await post(call, body);
    expect([answer.status, answer.json().success]).toEqual([400, false]);
    now += 300;
    expect(await traits()).toEqual({ first_name: 'Ana', plan: 'gold' });
  });
});

describe('track', () => {
  it('adds an event that the Profile API returns', async () => {
    await post('track', {
      userId: 'ana',
      event: 'Order Completed',
      properties: { total: 9.5 },
      timestamp: new Date(START).toISOString(),
    });
    now += 300;
    const answer = await ask(double.url, profilePath('user_id:ana', 'events'), {
      headers: basic(SPACES.us.accessToken),
    });
    expect(answer.json().data).toMatchObject([
      { event: 'Order Completed', properties: { total: 9.5 }, timestamp: '2026-03-10T12:00:00.000Z' },
    ]);
  });
});

describe('batch', () => {
  it('applies what Segment’s own library sends, in order and to the right region', async () => {
    const analytics = new Analytics({
      writeKey: SPACES.eu.writeKey,
      host: double.url,
      path: trackingPath('batch', 'eu'),
      flushAt: 2,
      maxRetries: 0,
    });
    analytics.identify({ userId: 'ana', traits: { plan: 'first' }, messageId: 'lib-1' });
    analytics.identify({ userId: 'ana', traits: { plan: 'second' } });
    await analytics.closeAndFlush({ timeout: 5000 });
    now += 300;
    expect(double.segment.tracking.all()).toMatchObject([
      { messageId: 'lib-1', outcome: 'accepted' },
      { outcome: 'accepted' },
    ]);
    expect(await traits('user_id:ana', 'eu')).toMatchObject({ plan: 'second' });
    expect(await traits()).toMatchObject({ plan: 'gold' });
  });

  it('accepts calls that change no profile here', async () => {
    const answer = await post('batch', {
      batch: [
        { type: 'page', userId: 'ana' },
        { type: 'nonsense', userId: 'ana' },
      ],
    });
    expect(answer.status).toBe(200);
    expect(double.segment.tracking.all().map((entry) => entry.outcome)).toEqual(['dropped', 'dropped']);
  });

  it('takes the write key from the body when no header has it', async () => {
    const body = JSON.stringify({
      writeKey: SPACES.us.writeKey,
      batch: [{ type: 'identify', userId: 'ana', traits: { plan: 'body' } }],
    });
    await ask(double.url, trackingPath('batch'), { method: 'POST', body });
    now += 300;
    expect(await traits()).toMatchObject({ plan: 'body' });
  });
});

it('knows no other calls and no other methods', async () => {
  expect((await post('nonsense', {})).status).toBe(404);
  expect((await ask(double.url, trackingPath('identify'))).status).toBe(404);
});
