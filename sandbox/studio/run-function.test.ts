import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { signPost } from '../../service/twilio/signature';
import { runFunction } from './run-function';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function answering(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}/_functions/fetch-persona-studio`;
}

const json =
  (body: string, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  };

const call = (url: string, extra = {}) =>
  runFunction({ url, parameters: { idType: 'user_id', identifier: 'u+1 ä' }, authToken: 'secret', ...extra });

describe('a call', () => {
  it('is a form, signed over its full address and its parameters', async () => {
    let seen: { signature: unknown; type: unknown; body: string } | undefined;
    const url = await answering((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen = {
          signature: request.headers['x-twilio-signature'],
          type: request.headers['content-type'],
          body: Buffer.concat(chunks).toString(),
        };
        json('{}')(request, response);
      });
    });
    await call(url);
    const parameters = { idType: 'user_id', identifier: 'u+1 ä' };
    expect(seen?.signature).toBe(signPost(url, parameters, 'secret'));
    expect(seen?.type).toContain('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(seen?.body))).toEqual(parameters);
  });

  it('can leave the signature out, to see it refused', async () => {
    const url = await answering((request, response) =>
      json('{}', 'x-twilio-signature' in request.headers ? 200 : 403)(request, response),
    );
    expect((await call(url, { unsigned: true })).response?.status).toBe(403);
    expect((await call(url)).response?.status).toBe(200);
  });
});

describe('an answer', () => {
  it('that is a JSON object is parsed', async () => {
    const result = await call(await answering(json('{"found": true}')));
    expect(result).toMatchObject({ transition: 'success', parsed: { found: true }, response: { bytes: 15 } });
  });

  it.each(['[1]', '"text"', '12', 'null', 'not JSON', ''])('of %j succeeds and parses nothing', async (body) => {
    const result = await call(await answering(json(body)));
    expect(result.transition).toBe('success');
    expect(result.parsed).toBeUndefined();
  });

  it.each([302, 400, 403, 404, 429, 500, 504])('with status %i fails and parses nothing', async (status) => {
    const result = await call(await answering(json('{"found": true}', status)));
    expect(result.transition).toBe('fail');
    expect(result.parsed).toBeUndefined();
    expect(result.reason).toContain(String(status));
  });

  const padded = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
  it('of exactly 64 kB is taken, one byte more fails', async () => {
    const within = await call(await answering(json(padded(65_536))));
    server?.close();
    const beyond = await call(await answering(json(padded(65_537))));
    expect([within.transition, within.response?.bytes]).toEqual(['success', 65_536]);
    expect([beyond.transition, beyond.parsed]).toEqual(['fail', undefined]);
  });

  it('without end is cut off at the limit', async () => {
    const url = await answering((_request, response) => {
      const more = () => response.write('x'.repeat(10_000), (error) => (error ? undefined : setImmediate(more)));
      more();
    });
    expect((await call(url)).response?.bytes).toBe(65_536);
  });

  it('that does not come in time fails', async () => {
    const url = await answering(() => undefined);
    const result = await call(url, { limits: { ms: 50, bytes: 1000 } });
    expect(result).toMatchObject({ transition: 'fail', reason: expect.stringContaining('No answer within') });
    expect(result.response).toBeUndefined();
  });

  it('that stops half-way in time fails as well', async () => {
    const url = await answering(
      (_request, response) => void response.writeHead(200, { 'Content-Length': '100' }).write('{"a"'),
    );
    const result = await call(url, { limits: { ms: 50, bytes: 1000 } });
    expect(result).toMatchObject({ transition: 'fail', reason: expect.stringContaining('No answer within') });
  });

  it('that breaks off fails', async () => {
    const url = await answering((request) => request.socket.destroy());
    expect(await call(url)).toMatchObject({ transition: 'fail', reason: expect.stringContaining('broke') });
  });
});
