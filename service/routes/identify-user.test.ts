import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { validate } from '../../schemas/generated/identify-answer-validator';
import { twilioHandler, type Handler } from '../edge/handler';
import { account } from '../testing/account';
import { invoke } from '../testing/invoke';
import { startUpstream, type Responder, type Upstream } from '../testing/upstream';
import { identifyUserRoute } from './identify-user';

let upstream: Upstream;
let handler: Handler;
/** The same with a short budget, for a Segment that does not answer. */
let hurried: Handler;
let log: string[];
let settings: Record<string, unknown>;

beforeEach(async () => {
  // No jitter: retries follow at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  upstream = await startUpstream();
  log = [];
  settings = { ...account, CUSTOMER_CONTEXT_LOOPBACK: upstream.origin };
  handler = twilioHandler(identifyUserRoute(), { write: (line) => log.push(line) });
  hurried = twilioHandler({ ...identifyUserRoute(), budget: 1_000 }, { write: (line) => log.push(line) });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await upstream.close();
});

const accept = (): void => upstream.on(() => ({ status: 200, json: { success: true } }));
const ask = (parameters: Record<string, unknown>) => invoke(handler, settings, { userId: 'u-1', ...parameters }, null);
const sent = () =>
  upstream.received.map(
    (request) => (JSON.parse(request.body) as { batch: Record<string, unknown>[] }).batch[0] as Record<string, unknown>,
  );

describe('identifyUser', () => {
  it('sends traits to Segment and says that they were accepted', async () => {
    accept();
    const { status, body } = await ask({ traits: { plan: 'gold' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: true, messageId: expect.any(String) });
    expect(validate(body)).toBe(true);
    expect(upstream.received[0]).toMatchObject({ method: 'POST', host: 'api.segment.io', path: '/v1/batch' });
    expect(upstream.received[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${account.SEGMENT_WRITE_KEY}:`).toString('base64')}`,
    );
    expect(sent()[0]).toMatchObject({
      type: 'identify',
      userId: 'u-1',
      traits: { plan: 'gold' },
      messageId: body.messageId,
    });
  });

  it('takes traits as JSON text, as Studio sends them', async () => {
    accept();
    expect((await ask({ traits: '{"plan": "gold", "n": 1}' })).status).toBe(200);
    expect(sent()[0]?.['traits']).toEqual({ plan: 'gold', n: 1 });
  });

  it('keeps the message id that the flow gives, and makes a random one otherwise', async () => {
    accept();
    await ask({ traits: {}, messageId: 'flow-7' });
    await ask({ traits: {} });
    await ask({ traits: {} });
    const ids = sent().map((event) => event['messageId']);
    expect(ids[0]).toBe('flow-7');
    expect(new Set(ids).size).toBe(3);
  });

  it('uses one message id for all attempts', async () => {
    let attempts = 0;
    upstream.on(() => ({ status: (attempts += 1) === 1 ? 500 : 200, json: {} }));
    expect((await ask({ traits: { a: 1 } })).status).toBe(200);
    expect(attempts).toBe(2);
    const [first, second] = sent();
    expect(second?.['messageId']).toBe(first?.['messageId']);
  });

  it('sends data of an EU workspace to the EU', async () => {
    accept();
    settings['SEGMENT_REGION'] = 'eu';
    await ask({ traits: { a: 1 } });
    expect(upstream.received[0]?.host).toBe('events.eu1.segmentapis.com');
  });

  it('names the place of a JSON mistake and quotes nothing', async () => {
    const { status, body } = await ask({ traits: '{"plan": "gold",\n "secret": Ana}' });
    expect([status, body.error.code]).toEqual([400, 'bad_request']);
    expect(body.error.message).toBe('traits is not valid JSON: look at line 2, column 12.');
    expect(upstream.received).toEqual([]);
  });

  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`t${n}`, n]));
  it.each([
    ['no user', { userId: undefined, traits: {} }, 'bad_request'],
    ['an empty user', { userId: '', traits: {} }, 'bad_request'],
    ['a blank user', { userId: '  ', traits: {} }, 'bad_request'],
    ['a list of users', { userId: ['u-1'], traits: {} }, 'bad_request'],
    ['a number of a user', { userId: 1, traits: {} }, 'bad_request'],
    ['a very long user', { userId: 'x'.repeat(10_000), traits: {} }, 'bad_request'],
    ['no traits', {}, 'bad_request'],
    ['empty traits', { traits: '' }, 'bad_request'],
    ['null', { traits: null }, 'bad_request'],
    ['the text null', { traits: 'null' }, 'bad_request'],
    ['a list', { traits: [] }, 'bad_request'],
    ['the text of a list', { traits: '[1]' }, 'bad_request'],
    ['a number', { traits: 1 }, 'bad_request'],
    ['the text of a text', { traits: '"a"' }, 'bad_request'],
    ['300 traits', { traits: many }, 'too_large'],
    ['32 KB', { traits: { a: 'x'.repeat(32 * 1024) } }, 'too_large'],
    ['32 KB in bytes though not in characters', { traits: { a: 'é'.repeat(16 * 1024) } }, 'too_large'],
    [
      'what is nested too deeply to be written',
      { traits: `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}` },
      'too_large',
    ],
    ['a message id that is too long', { traits: {}, messageId: 'x'.repeat(100) }, 'bad_request'],
    ['a list of message ids', { traits: {}, messageId: ['a'] }, 'bad_request'],
  ])('refuses %s without asking Segment', async (_name, parameters, code) => {
    accept();
    expect((await ask(parameters)).body.error.code).toBe(code);
    expect(upstream.received).toEqual([]);
  });

  it('takes 299 traits', async () => {
    accept();
    const { t0, ...fewer } = many;
    expect(t0).toBe(0);
    expect((await ask({ traits: fewer })).status).toBe(200);
  });

  const troubles: [string, ReturnType<Responder>, string][] = [
    ['400', { status: 400, json: {} }, 'segment_refused'],
    ['401', { status: 401, json: {} }, 'segment_refused'],
    ['a redirect', { status: 302, headers: { Location: 'https://evil.example/' } }, 'segment_unavailable'],
    ['500 again and again', { status: 500, json: {} }, 'segment_unavailable'],
    ['429 for a minute', { status: 429, json: {}, headers: { 'Retry-After': '60' } }, 'rate_limited'],
    ['a cut connection', (response) => void response.destroy(), 'segment_unavailable'],
    ['silence', () => undefined, 'segment_unavailable'],
  ];
  it.each(troubles)('is an error when Segment did not take it: %s', async (_name, reply, code) => {
    upstream.on(() => reply);
    const answer = await invoke(hurried, settings, { userId: 'u-1', traits: { name: 'Ana' } }, null);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.error.code).toBe(code);
  });

  it('says which variable is missing', async () => {
    settings['SEGMENT_WRITE_KEY'] = undefined;
    const { status, body } = await ask({ traits: {} });
    expect([status, body.error.code, body.error.message]).toEqual([
      503,
      'not_configured',
      'SEGMENT_WRITE_KEY is not set.',
    ]);
  });

  it('writes down that it happened, without user or traits', async () => {
    accept();
    await ask({ traits: { name: 'Ana' } });
    expect(log.some((line) => line.includes('"event":"user_identified"'))).toBe(true);
    expect(log.join()).not.toMatch(/u-1|Ana|segment-write-key/);
  });
});
