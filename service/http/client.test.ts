import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, HttpError, type Exchange, type HttpClientOptions } from './client';

let server: Server | undefined;
afterEach(async () => {
  const closing = server;
  server = undefined;
  closing?.closeAllConnections();
  await new Promise((done) => (closing === undefined ? done(undefined) : closing.close(done)));
});

/** A server that answers the nth request with the nth handler, and repeats the last. */
async function upstream(...handlers: ((request: IncomingMessage, response: ServerResponse) => void)[]) {
  const seen: { url: string | undefined; method: string | undefined; headers: IncomingMessage['headers'] }[] = [];
  server = createServer((request, response) => {
    seen.push({ url: request.url, method: request.method, headers: request.headers });
    handlers[Math.min(seen.length, handlers.length) - 1]!(request, response);
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, seen };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  ((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }) satisfies (request: IncomingMessage, response: ServerResponse) => void;

const waits: number[] = [];
const client = (origin: string, options: HttpClientOptions = {}) => {
  waits.length = 0;
  return createHttpClient({
    loopbackOrigin: origin,
    random: () => 0.5,
    sleep: async (ms) => void waits.push(ms),
    ...options,
  });
};
const soon = () => Date.now() + 5_000;
const request = { upstream: 'segment', url: 'https://profiles.segment.com/v1/x?y=%2B1' };

describe('the HTTP client', () => {
  it('sends everything to the loopback origin, host and query kept in the path', async () => {
    const { origin, seen } = await upstream(json(200, { ok: true }));
    const answer = await client(origin).send({ ...request, deadline: soon() });
    expect(answer).toEqual({ status: 200, json: { ok: true }, bytes: 11 });
    expect(seen[0]?.url).toBe('/_out/profiles.segment.com/v1/x?y=%2B1');
  });

  it.each(['http://example.com:80', 'https://127.0.0.1:1', 'http://127.0.0.1:1/x', 'http://127.0.0.1.nip.io:1', ' '])(
    'refuses %s as a loopback origin',
    (origin) => {
      expect(() => createHttpClient({ loopbackOrigin: origin })).toThrow('CUSTOMER_CONTEXT_LOOPBACK');
    },
  );

  it('gives back a status that is no success, for the caller to judge', async () => {
    const { origin, seen } = await upstream(json(404, { error: { code: 'not_found' } }));
    expect((await client(origin).send({ ...request, deadline: soon() })).status).toBe(404);
    expect(seen).toHaveLength(1);
  });

  it('tries again on 503 and then succeeds', async () => {
    const { origin, seen } = await upstream(json(503, {}), json(500, {}), json(200, { ok: 1 }));
    expect((await client(origin).send({ ...request, deadline: soon() })).status).toBe(200);
    expect(seen).toHaveLength(3);
    expect(waits).toEqual([100, 200]);
  });

  it('gives up after two retries and hands over the last answer', async () => {
    const { origin, seen } = await upstream(json(503, {}));
    expect((await client(origin).send({ ...request, deadline: soon() })).status).toBe(503);
    expect(seen).toHaveLength(3);
  });

  it('waits as long as a 429 asks', async () => {
    const { origin } = await upstream(json(429, {}, { 'Retry-After': '1' }), json(200, {}));
    await client(origin).send({ ...request, deadline: soon() });
    expect(waits).toEqual([1_100]);
  });

  it('does not wait for a retry beyond the deadline, and says how long the upstream asked for', async () => {
    const { origin, seen } = await upstream(json(429, {}, { 'Retry-After': '60' }));
    const answer = await client(origin).send({ ...request, deadline: soon() });
    expect(answer).toMatchObject({ status: 429, retryAfter: 60_000 });
    expect(seen).toHaveLength(1);
  });

  it('ends by the deadline when the upstream never answers', async () => {
    const { origin } = await upstream(() => undefined);
    await expect(client(origin).send({ ...request, deadline: Date.now() + 50 })).rejects.toMatchObject({
      fault: 'timeout',
    });
  });

  it('ends by the deadline when the body never ends', async () => {
    const { origin } = await upstream((_request, response) => {
      response.writeHead(200);
      response.write('{');
    });
    await expect(client(origin).send({ ...request, deadline: Date.now() + 80 })).rejects.toMatchObject({
      fault: 'timeout',
    });
  });

  it('sends nothing once the deadline has passed', async () => {
    const { origin, seen } = await upstream(json(200, {}));
    await expect(client(origin).send({ ...request, deadline: Date.now() - 1 })).rejects.toBeInstanceOf(HttpError);
    expect(seen).toHaveLength(0);
  });

  it('follows no redirect', async () => {
    const { origin, seen } = await upstream(json(302, {}, { Location: '/elsewhere' }));
    await expect(client(origin).send({ ...request, deadline: soon() })).rejects.toMatchObject({ fault: 'redirect' });
    expect(seen).toHaveLength(1);
  });

  it('stops reading an answer that is too large', async () => {
    const { origin } = await upstream((_request, response) => {
      response.writeHead(200);
      response.end('x'.repeat(5_000));
    });
    await expect(client(origin).send({ ...request, deadline: soon(), maxBytes: 4_999 })).rejects.toMatchObject({
      fault: 'too_large',
    });
  });

  it('tries again when the connection is cut, and reports it as unreachable in the end', async () => {
    const { origin, seen } = await upstream((incoming) => incoming.socket.destroy());
    await expect(client(origin).send({ ...request, deadline: soon() })).rejects.toMatchObject({ fault: 'unreachable' });
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });

  it('sends once what must not be sent twice', async () => {
    const { origin, seen } = await upstream(json(503, {}));
    await client(origin).send({ ...request, deadline: soon(), retries: 0 });
    expect(seen).toHaveLength(1);
  });

  it.each(['', '<html>', '{"a":'])('gives no JSON for the body %j', async (body) => {
    const { origin } = await upstream((_request, response) => response.end(body));
    expect((await client(origin).send({ ...request, deadline: soon() })).json).toBeUndefined();
  });

  it('records what the log needs of an exchange', async () => {
    const { origin } = await upstream(json(500, {}), json(200, {}, { 'Request-Id': 'abc-123' }));
    const exchanges: Exchange[] = [];
    await client(origin).send({ ...request, deadline: soon(), record: (exchange) => exchanges.push(exchange) });
    expect(exchanges).toEqual([
      { upstream: 'segment', status: 200, retries: 1, requestId: 'abc-123', duration: expect.any(Number) },
    ]);
  });

  it('keeps a connection open between requests', async () => {
    const ports = new Set<number | undefined>();
    const { origin } = await upstream((incoming, response) => {
      ports.add(incoming.socket.remotePort);
      json(200, {})(incoming, response);
    });
    const http = client(origin);
    for (let n = 0; n < 5; n += 1) await http.send({ ...request, deadline: soon() });
    expect(ports.size).toBeLessThan(5);
  });
});
