import { describe, expect, it, vi } from 'vitest';
import { ServiceError } from '../error';
import { account } from '../testing/account';
import { invoke } from '../testing/invoke';
import { readFields } from './fields';
import { twilioHandler, type Route } from './handler';

const route = (run: Route['run'], audience: Route['audience'] = 'browser'): Route => ({
  name: 'example',
  audience,
  budget: 1_000,
  run,
});
const quiet = { write: () => undefined };
const ok = route(async () => ({ ok: true }));

describe('a function', () => {
  it('answers with what its route resolves to', async () => {
    const { status, body, headers } = await invoke(twilioHandler(ok, quiet), account);
    expect([status, body]).toEqual([200, { ok: true }]);
    expect(headers['Content-Type']).toBe('application/json; charset=utf-8');
  });

  it('answers an error with its status, sentence and a request id that the log has too', async () => {
    const log: string[] = [];
    const failing = route(async () => {
      throw new ServiceError('rate_limited', { retryAfter: 7 });
    });
    const { status, body } = await invoke(twilioHandler(failing, { write: (line) => log.push(line) }), account);
    expect(status).toBe(429);
    expect(body.error).toEqual({
      code: 'rate_limited',
      message: 'Too many requests at the moment.',
      requestId: expect.any(String),
      retryAfter: 7,
    });
    expect((JSON.parse(log[0]!) as { requestId: string }).requestId).toBe(body.error.requestId);
  });

  it('lets Flex read that FLEX_ORIGINS is malformed', async () => {
    const origin = 'https://flex.twilio.com';
    const { status, body, headers } = await invoke(
      twilioHandler(ok, quiet),
      { ...account, FLEX_ORIGINS: '*' },
      {},
      origin,
    );
    expect([status, body.error.code]).toEqual([503, 'not_configured']);
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' });
  });

  it('settles once, however often things go wrong', async () => {
    let calls = 0;
    const late = { ...route(() => new Promise((done) => setTimeout(() => done({}), 260))), budget: 1 };
    await new Promise<void>((done) => {
      twilioHandler(late, quiet)(account, {}, () => {
        calls += 1;
        setTimeout(done, 200);
      });
    });
    expect(calls).toBe(1);
  });

  it('leaves time for the answer within the budget', async () => {
    let deadline = 0;
    const timed = route(async (_fields, _settings, call) => {
      deadline = call.deadline;
      return {};
    });
    await invoke(twilioHandler(timed, { ...quiet, now: () => 10_000 }), account);
    expect(deadline).toBeLessThan(10_000 + timed.budget);
  });

  it('ends what does not end by itself when the budget is used up, not later', async () => {
    vi.useFakeTimers();
    try {
      const stuck = route(() => new Promise(() => undefined));
      let ended = false;
      void invoke(twilioHandler(stuck, quiet), account).then(() => (ended = true));
      await vi.advanceTimersByTimeAsync(stuck.budget);
      expect(ended).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([undefined, null, 'text', 7, [], {}, { request: null }, { request: { headers: [] } }])(
    'copes with %j for an event',
    async (event) => {
      const status = await new Promise((done) => {
        (globalThis as Record<string, unknown>)['Twilio'] ??= {};
        twilioHandler(ok, quiet)(account, event, (_error, response) => done((response as { status: number }).status));
      });
      expect(status).toBe(200);
    },
  );

  describe('and origins', () => {
    const from = (origin: string | null, variables: Record<string, unknown> = {}) =>
      invoke(twilioHandler(ok, quiet), { ...account, ...variables }, {}, origin);

    it.each(['https://flex.twilio.com', 'http://localhost:3000'])('lets %s read by default', async (origin) => {
      const { status, headers } = await from(origin);
      expect([status, headers['Access-Control-Allow-Origin']]).toEqual([200, origin]);
    });

    it.each(['https://evil.example', 'null', 'https://flex.twilio.com.evil.example', 'http://flex.twilio.com', ''])(
      'turns %j away',
      async (origin) => {
        const { status, headers } = await from(origin);
        expect([status, headers['Access-Control-Allow-Origin']]).toEqual([403, 'https://flex.twilio.com']);
      },
    );

    it('lets only those read that FLEX_ORIGINS names', async () => {
      const variables = { FLEX_ORIGINS: 'https://flex.example.com' };
      expect((await from('https://flex.example.com', variables)).status).toBe(200);
      expect((await from('https://flex.twilio.com', variables)).status).toBe(403);
    });

    it('lets the sandbox read, under both names of this machine', async () => {
      const variables = { CUSTOMER_CONTEXT_LOOPBACK: 'http://127.0.0.1:4100' };
      expect((await from('http://localhost:4100', variables)).status).toBe(200);
      expect((await from('http://127.0.0.1:4100', variables)).status).toBe(200);
      expect((await from('http://localhost:4101', variables)).status).toBe(403);
    });

    it('answers what is no browser', async () => {
      expect((await from(null)).status).toBe(200);
    });

    it('gives no browser access to what is Studio’s', async () => {
      const studio = twilioHandler(
        route(async () => ({}), 'studio'),
        quiet,
      );
      const { headers } = await invoke(studio, account);
      expect(headers['Access-Control-Allow-Origin']).toBeUndefined();
    });
  });
});

describe('parameters', () => {
  it.each([[['a']], [{ a: 1 }], [7], [true], [[]], [{}]])('are not taken for a text: %j', (value) => {
    expect(() => readFields({ x: value }).text('x')).toThrow('x must be a single text.');
  });

  it.each([undefined, null, ''])('are missing when they are %j', (value) => {
    expect(readFields({ x: value }).text('x')).toBeUndefined();
    expect(() => readFields({ x: value }).required('x')).toThrow('x is missing.');
  });

  it('are measured in bytes', () => {
    expect(readFields({ x: 'éé' }).text('x', 4)).toBe('éé');
    expect(() => readFields({ x: 'éé' }).text('x', 3)).toThrow('x is too long.');
  });

  it.each(['toString', '__proto__', 'constructor', 'hasOwnProperty'])('do not include %s by themselves', (name) => {
    expect(readFields({}).raw(name)).toBeUndefined();
  });

  it('never include the headers', () => {
    expect(readFields({ request: 'x' }).raw('request')).toBeUndefined();
  });
});
