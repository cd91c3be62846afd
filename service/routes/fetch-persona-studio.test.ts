import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { validate } from '../../schemas/generated/studio-persona-validator';
import { twilioHandler, type Handler } from '../edge/handler';
import { account } from '../testing/account';
import { invoke } from '../testing/invoke';
import { segment, segmentEvent } from '../testing/persona-double';
import { published, schemaAssets } from '../testing/twilio-double';
import { startUpstream, type Responder, type Upstream } from '../testing/upstream';
import { fetchPersonaStudioRoute } from './fetch-persona-studio';

let upstream: Upstream;
let handler: Handler;
let log: string[];
let settings: Record<string, unknown>;

const traits = { first_name: 'Ana', plan: 'gold', vip: true };
const KEYS = ['error', 'eventCount', 'events', 'fetchedAt', 'found', 'lastEvent', 'traits', 'truncated'];

beforeEach(async () => {
  // No jitter: retries follow at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  upstream = await startUpstream();
  upstream.on(
    segment({ 'user_id:u-1': { traits, events: [segmentEvent('Order Placed', { total: 3 }), segmentEvent('Older')] } }),
  );
  upstream.on(schemaAssets(undefined));
  log = [];
  settings = { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin };
  handler = twilioHandler(fetchPersonaStudioRoute(), { write: (line) => log.push(line) });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await upstream.close();
});

const ask = (parameters: Record<string, unknown> = { idType: 'user_id', identifier: 'u-1' }) =>
  invoke(handler, settings, parameters, null);

describe('fetch-persona-studio', () => {
  it('answers with traits and events', async () => {
    const { status, body, headers } = await ask();
    expect(status).toBe(200);
    expect(body).toEqual({
      found: true,
      error: '',
      truncated: false,
      traits,
      events: [
        { name: 'Order Placed', timestamp: '2026-11-22T10:00:00.000Z', properties: { total: 3 } },
        { name: 'Older', timestamp: '2026-11-22T10:00:00.000Z', properties: {} },
      ],
      eventCount: 2,
      lastEvent: 'Order Placed',
      fetchedAt: expect.any(String),
    });
    expect(validate(body)).toBe(true);
    expect(headers['Access-Control-Allow-Origin']).toBeUndefined();
  });

  it('gives flows only the traits that the document allows them, and asks for no others', async () => {
    upstream.on(schemaAssets(published({ version: 1, studio: { traits: ['plan', 'missing'] } })));
    expect((await ask()).body.traits).toEqual({ plan: 'gold' });
    const query = upstream.received.find((request) => request.path.includes('/traits?'))?.path.split('?')[1];
    expect(new URLSearchParams(query).get('include')).toBe('plan,missing');
  });

  it('says that a customer is not known', async () => {
    const { status, body } = await ask({ idType: 'user_id', identifier: 'nobody' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ found: false, error: '', traits: {}, events: [], eventCount: 0, lastEvent: '' });
    expect(Object.keys(body as object).sort()).toEqual(KEYS);
  });

  const on = (host: string, reply: ReturnType<Responder>) => () =>
    upstream.on((request) => (request.host === host ? reply : undefined));
  const troubles: [string, () => void, string][] = [
    ['Segment is down', on('profiles.segment.com', { status: 503 }), 'segment_unavailable'],
    ['Segment refuses', on('profiles.segment.com', { status: 401, json: {} }), 'segment_refused'],
    [
      'Segment has had enough',
      on('profiles.segment.com', { status: 429, headers: { 'Retry-After': '9' } }),
      'rate_limited',
    ],
    ['Segment babbles', on('profiles.segment.com', { status: 200, text: '<' }), 'segment_unavailable'],
    ['the display schema can’t be read', on('serverless.twilio.com', { status: 500 }), 'schema_unavailable'],
    [
      'the display schema can’t be used',
      () => upstream.on(schemaAssets(published({ version: 99 }))),
      'schema_unavailable',
    ],
    ['Segment is not set up', () => (settings['SEGMENT_PERSONA_KEY'] = ''), 'not_configured'],
    ['the account is not set up', () => (settings['AUTH_TOKEN'] = ''), 'not_configured'],
  ];
  it.each(troubles)('is an object with the same keys and an error code when %s', async (_name, cause, code) => {
    cause();
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({ found: false, error: code, traits: {}, events: [] });
    expect(Object.keys(body as object).sort()).toEqual(KEYS);
    expect(validate(body)).toBe(true);
    expect(log.join()).toContain(`"code":"${code}"`);
  });

  it.each([
    {},
    { idType: 'user_id' },
    { identifier: 'u-1' },
    { idType: 'user_id', identifier: '' },
    { idType: 'user id', identifier: 'u-1' },
    { idType: ['user_id'], identifier: 'u-1' },
    { idType: 'user_id', identifier: { a: 1 } },
    { idType: 'user_id', identifier: 7 },
    { idType: 'user_id', identifier: 'x'.repeat(10_000) },
    { idType: 'user_id', identifier: 'a\ud800' },
  ])('asks nobody about %j', async (parameters) => {
    const { status, body } = await ask(parameters);
    expect(status).toBe(200);
    expect(body).toMatchObject({ found: false, error: 'bad_request' });
    expect(upstream.received).toEqual([]);
  });

  it('gives traits when events can’t be had, and names the reason', async () => {
    upstream.on((request) => (request.path.includes('/events?') ? { status: 500, json: {} } : undefined));
    expect((await ask()).body).toMatchObject({ found: true, error: 'segment_unavailable', traits, events: [] });
  });

  it.each([
    ['everything', '/', { found: false, traits: {} }],
    ['the display schema', '/index.json', { found: false, traits: {} }],
    ['events', '/events?', { found: true, traits }],
  ])('is an object within the budget when there is silence about %s', async (_name, part, expected) => {
    upstream.on(schemaAssets(published({ version: 1 })));
    upstream.on((request) => (request.path.includes(part) ? () => undefined : undefined));
    const hurried = twilioHandler({ ...fetchPersonaStudioRoute(), budget: 600 }, { write: (line) => log.push(line) });
    const { status, body } = await invoke(hurried, settings, { idType: 'user_id', identifier: 'u-1' }, null);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...expected,
      events: [],
      error: part === '/events?' ? 'timeout' : 'schema_unavailable',
    });
    expect(Object.keys(body as object).sort()).toEqual(KEYS);
  });

  it('stays under what Studio reads', async () => {
    const many = Array.from({ length: 100 }, (_, n) => segmentEvent('Big', { text: 'x'.repeat(2_000) }, `m${n}`));
    upstream.on(segment({ 'user_id:u-1': { traits, events: many } }));
    const { body } = await ask();
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(64_000);
    expect(body).toMatchObject({ truncated: true, traits, eventCount: (body.events as unknown[]).length });
  });

  it('stays under it also when the name of the last event is long and takes six bytes a character', async () => {
    const many = Array.from({ length: 100 }, (_, n) => segmentEvent('\u0001'.repeat(500), {}, `m${n}`));
    upstream.on(segment({ 'user_id:u-1': { traits, events: many } }));
    const { body } = await ask();
    expect(body.truncated).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(64_000);
  });

  it('passes on no address and no browser’s name, wherever an event has them', async () => {
    const properties = {
      ip: '203.0.113.7',
      device: { IP_Address: '203.0.113.7', user_agent: 'Mozilla', name: 'phone' },
      visits: [{ clientIp: '203.0.113.7', page: 'home' }],
    };
    upstream.on(segment({ 'user_id:u-1': { traits, events: [segmentEvent('Signed In', properties)] } }));
    const { body } = await ask();
    expect(body.events[0].properties).toEqual({ device: { name: 'phone' }, visits: [{ page: 'home' }] });
  });

  it('keeps nothing: what a flow stored a moment ago is there', async () => {
    await ask();
    upstream.on(segment({ 'user_id:u-1': { traits: { plan: 'silver' } } }));
    expect((await ask()).body.traits).toEqual({ plan: 'silver' });
  });

  it('writes down who was looked up, without the id', async () => {
    await ask();
    expect(log.some((line) => line.includes('"event":"studio_read"'))).toBe(true);
    expect(log.join()).not.toMatch(/u-1|Ana|gold/);
  });
});
