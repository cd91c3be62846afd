import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SandboxError } from './errors';
import type { SandboxExtension } from './extension';
import { startTestSandbox, type TestSandbox } from './testing/sandbox';
import { TOKENS } from './tokens';

const extension: SandboxExtension = {
  name: 'weather',
  mount: (app) => {
    app.get('/_out/weather.example.com/now', (_request, response) => response.json({ sun: true }));
  },
  upstreams: { weather: /^weather\.example\.com$/ },
  variables: { WEATHER: 'on' },
  panel: { title: 'Weather', script: new URL('./testing/panel.ts', import.meta.url) },
};

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ extensions: [extension] });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset({ empty: true }));

const get = async (path: string, init?: RequestInit) => {
  const response = await fetch(sandbox.url + path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('starting', () => {
  it('says that the port is taken, and what to do', async () => {
    const port = Number(new URL(sandbox.url).port);
    const failure = await startTestSandbox({ port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SandboxError);
    expect(failure).toMatchObject({ code: 'port-taken' });
    expect(String(failure)).toContain(`Port ${port} is in use`);
  });

  it('says that the functions are not built, and leaves nothing listening', async () => {
    const failure = await startTestSandbox({ functionsDir: '/nowhere' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'functions-missing' });
  });

  it('has the six tasks waiting unless told otherwise', async () => {
    const full = await startTestSandbox({ empty: false });
    expect(full.control.tasks()).toHaveLength(6);
    await full.close();
  });
});

describe('the page of Flex', () => {
  it.each(['/', '/agent-desktop', '/agent-desktop/WR1', '/teams'])('is served at %s', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain('<div id="container"></div>');
  });

  it('carries the token of the role that sits in front of it', async () => {
    sandbox.control.setSession({ role: 'admin', theme: 'dark' });
    const { text } = await get('/');
    expect(text).toContain(TOKENS.admin.token);
    expect(text).toContain('"theme":"dark"');
  });

  it('may load nothing from elsewhere', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('loads scripts that are there', async () => {
    const { text } = await get('/');
    const scripts = [...text.matchAll(/<script src="([^"]+)"/g)].map(([, src]) => src ?? '');
    expect(scripts).toHaveLength(3);
    for (const src of scripts) expect([src, (await get(src)).status]).toEqual([src, 200]);
  });

  it('may keep the bundle of Flex for ever, and only that', async () => {
    const { text } = await get('/');
    const bundle = /"(\/sandbox\/flex-\w+\.js)"/.exec(text)?.[1] ?? '';
    expect((await get(bundle)).headers.get('cache-control')).toContain('immutable');
    expect((await get('/')).headers.get('cache-control')).toBe('no-store');
    expect((await get('/sandbox/flex-0.js')).text).toContain('<div id="container">');
  });
});

describe('the plugin', () => {
  it('is listed for the placement in use, and served with its source map', async () => {
    const [plugin] = JSON.parse((await get('/sandbox/plugins')).text) as { src: string; phase: number }[];
    expect(plugin).toMatchObject({ phase: 3 });
    expect((await get(plugin!.src)).text).toBe('/* plugin for panel2 */');
    expect((await get('/sandbox/plugin/panel2.js.map')).text).toBe('{}');
  });
});

describe('other websites', () => {
  it('are refused by their origin', async () => {
    expect((await get('/sandbox/api/state', { headers: { Origin: 'https://example.com' } })).status).toBe(403);
    expect((await get('/sandbox/api/state', { headers: { Origin: sandbox.url } })).status).toBe(200);
  });

  it('are refused by the host name they resolved to this machine', async () => {
    const status = await new Promise((resolve) => {
      request(
        `${sandbox.url.replace('localhost', '127.0.0.1')}/`,
        { headers: { Host: 'rebound.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(status).toBe(403);
  });
});

describe('WebSockets', () => {
  /** The first line of what the sandbox answers to a handshake. */
  const handshake = (path: string, headers: Record<string, string> = {}) =>
    new Promise<string>((resolve, reject) => {
      const { port } = new URL(sandbox.url);
      const socket = connect(Number(port), '127.0.0.1', () => {
        const lines = Object.entries({
          Host: `localhost:${port}`,
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          ...headers,
        }).map(([name, value]) => `${name}: ${value}`);
        socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      });
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString().split('\r\n')[0] ?? '');
      });
      socket.once('error', reject);
    });

  it('are opened for pages of its own', async () => {
    expect(await handshake('/sandbox/live', { Origin: sandbox.url })).toContain('101');
  });

  it.each(['//', '/sandbox/live', 'http://[', '/%'])(
    'of other websites are refused, whatever they ask for: %s',
    async (path) => {
      expect(await handshake(path, { Origin: 'https://evil.example' })).toContain('404');
      expect(await handshake('/sandbox/live')).toContain('101');
    },
  );
});

describe('an extension', () => {
  it('answers for its hosts, which are recorded and can be broken', async () => {
    expect((await get('/_out/weather.example.com/now')).text).toBe('{"sun":true}');
    sandbox.control.setFault('weather', { kind: 'status', status: 502 });
    expect((await get('/_out/weather.example.com/now')).status).toBe(502);
    await expect
      .poll(() => sandbox.control.requests({ host: 'weather' }).map(({ status }) => status))
      .toEqual([200, 502]);
  });

  it('has its panel on the side page', async () => {
    const { text, headers } = await get('/sandbox');
    expect(text).toContain('<div id="panel-weather"></div>');
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await get('/sandbox/panel-weather.js')).text).toContain('panel-weather');
  });
});
