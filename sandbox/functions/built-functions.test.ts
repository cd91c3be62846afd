import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import twilio from 'twilio';
import { signGet, signPost } from '../../service/twilio/signature';
import { ACCOUNT_SID, AUTH_TOKEN, SERVICE_SID } from '../account';
import { startTestSandbox, type TestSandbox } from '../testing/sandbox';

const ECHO =
  'exports.handler = (context, event, callback) => { const { request, ...fields } = event; callback(null, { fields, context }); };';
const COUNT = 'let n = 0; exports.handler = (context, event, callback) => { n += 1; callback(null, { n }); };';

interface Echo {
  fields: unknown;
  context: unknown;
}

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({
    functions: { 'echo.protected.js': ECHO, 'hidden.private.js': ECHO, 'deep/count.js': COUNT, 'open.js': ECHO },
    variables: { EXTRA: 'yes' },
  });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset({ empty: true }));

const at = (path: string) => `${sandbox.url}/_functions/${path}`;
const post = (path: string, fields: Record<string, string>, signature?: string) =>
  fetch(at(path), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: signature === undefined ? {} : { 'X-Twilio-Signature': signature },
  });

describe('functions', () => {
  it('run with the account, the service and the way back to the sandbox', async () => {
    const { context } = (await (await post('open', {})).json()) as Echo;
    expect(context).toMatchObject({
      ACCOUNT_SID,
      SERVICE_SID,
      EXTRA: 'yes',
      CUSTOMER_CONTEXT_LOOPBACK: sandbox.url.replace('localhost', '127.0.0.1'),
    });
  });

  it('are served by their path, in folders too; private ones are not', async () => {
    expect((await post('deep/count', {})).status).toBe(200);
    expect((await post('hidden', {})).status).toBe(404);
    expect((await post('nowhere', {})).status).toBe(404);
  });

  it('remember things between requests until they are restarted', async () => {
    const count = async () => ((await (await post('deep/count', {})).json()) as { n: number }).n;
    expect([await count(), await count()]).toEqual([1, 2]);
    sandbox.control.publish('{"version": 1}');
    expect(await count()).toBe(1);
  });

  it('share nothing with another sandbox in this process', async () => {
    const other = await startTestSandbox({ functions: { 'deep/count.js': COUNT } });
    await post('deep/count', {});
    const answer = await fetch(`${other.url}/_functions/deep/count`, { method: 'POST' });
    expect(await answer.json()).toEqual({ n: 1 });
    await other.close();
  });

  it('leave the Response of Fetch alone', () => {
    expect(new Response('x').status).toBe(200);
  });

  it('can be broken for the page', async () => {
    sandbox.control.setFault('functions', { kind: 'status', status: 500 });
    expect((await post('open', {})).status).toBe(500);
  });
});

describe('a protected function', () => {
  const fields = { b: '2', a: 'x y & z', empty: '' };

  it('answers whoever signed with the account’s token', async () => {
    const signature = signPost(at('echo'), fields, AUTH_TOKEN);
    expect(twilio.validateRequest(AUTH_TOKEN, signature, at('echo'), fields)).toBe(true);
    const answer = await post('echo', fields, signature);
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as Echo).fields).toEqual(fields);
  });

  it('answers a signed GET, its query included', async () => {
    const url = at('echo?name=Ana%20Duarte');
    const ask = (signature: string) => fetch(url, { headers: { 'X-Twilio-Signature': signature } });
    expect((await ask(signGet(url, AUTH_TOKEN))).status).toBe(200);
    expect((await ask(signGet(at('echo'), AUTH_TOKEN))).status).toBe(403);
  });

  it('answers a signed JSON body, and not another one under the same signature', async () => {
    const body = '{"a": [1, 2]}';
    const hash = twilio.getExpectedBodyHash(body);
    const url = at(`echo?bodySHA256=${hash}`);
    const send = (text: string) =>
      fetch(url, {
        method: 'POST',
        body: text,
        headers: { 'Content-Type': 'application/json', 'X-Twilio-Signature': signGet(url, AUTH_TOKEN) },
      });
    expect((await send(body)).status).toBe(200);
    expect((await send('{"a": []}')).status).toBe(403);
  });

  it.each([
    ['no signature', () => undefined],
    ['an empty one', () => ''],
    ['one of another token', () => signPost(at('echo'), fields, 'x'.repeat(32))],
    ['one for other fields', () => signPost(at('echo'), { ...fields, b: '3' }, AUTH_TOKEN)],
    ['one for another address', () => signPost(at('open'), fields, AUTH_TOKEN)],
    ['the address alone', () => signGet(at('echo'), AUTH_TOKEN)],
  ])('refuses %s', async (_what, signature) => {
    expect((await post('echo', fields, signature())).status).toBe(403);
  });
});
