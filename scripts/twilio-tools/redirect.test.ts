import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../build/root';

let double: Server;
let origin: string;
const received: string[] = [];
beforeAll(async () => {
  double = createServer((request, response) => {
    const { method, url, headers } = request;
    received.push(`${method} ${url} ${headers.authorization ?? ''}`.trim());
    response.end(`from ${headers.host ?? ''}`);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => double.once('listening', done));
  origin = `http://127.0.0.1:${(double.address() as AddressInfo).port}`;
});
afterAll(() => void double.close());

/** Runs a program as one of Twilio's tools is run; it has `get`, which resolves to what was answered. */
async function tool(program: string, TWILIO_TOOLS_ORIGIN = origin): Promise<string> {
  const get = `const https = require('node:https'); const get = (...to) => new Promise((done, failed) => {
    https.get(...to, (answer) => answer.setEncoding('utf8').on('data', done)).on('error', failed); });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', `${get}\n(async () => { ${program} })()`], {
    env: { ...process.env, NODE_OPTIONS: `--require=${at('scripts/twilio-tools/redirect.cjs')}`, TWILIO_TOOLS_ORIGIN },
  });
  return stdout.trim();
}

describe('what Twilio’s tools send', () => {
  it.each([
    [
      `'https://' + 'user:pass' + '@serverless.twilio.com/v1/Services?PageSize=1'`,
      'serverless.twilio.com/v1/Services?PageSize=1',
    ],
    [`new URL('https://registry.example.com/x'), { auth: 'user:pass' }`, 'registry.example.com/x'],
    [`{ hostname: 'flex-api.twilio.com', port: 443, path: '/v1', auth: 'user:pass' }`, 'flex-api.twilio.com/v1'],
  ])('goes to the double: %s', async (to, arrives) => {
    expect(await tool(`console.log(await get(${to}))`)).toBe(`from ${new URL(origin).host}`);
    expect(received.at(-1)).toBe(`GET /_out/${arrives} Basic ${Buffer.from('user:pass').toString('base64')}`);
  });

  it.each(['https://example.com/', 'https://twilio.com.example.com/', 'https://mytwilio.com/'])(
    'goes nowhere else: %s',
    async (to) => {
      const before = received.length;
      const program = `await get(${JSON.stringify(to)}).catch((error) => console.log(error.message))`;
      expect(await tool(program)).toBe(`A request to ${new URL(to).host} was not allowed.`);
      expect(received).toHaveLength(before);
    },
  );

  it('goes to this machine alone', async () => {
    await expect(tool('', 'http://192.0.2.1:80')).rejects.toThrow('must be http://127.0.0.1');
  });
});
