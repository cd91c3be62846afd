import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Environment, Service } from '../serverless/records';
import { serveClouds, type Clouds } from '../testing/serve-clouds';

let clouds: Clouds;
let service: Service;
let environment: Environment;
// In place before the double is, which listens to the console.
const consoleLog = vi.spyOn(console, 'log').mockImplementation(() => undefined);
beforeEach(async () => {
  consoleLog.mockClear();
  clouds = await serveClouds();
  const { store } = clouds.serverless;
  service = store.createService({ uniqueName: 'customer-context', friendlyName: 'Customer context' });
  environment = store.createEnvironment(service, { uniqueName: 'dev', domainSuffix: 'dev' });
});
afterEach(() => clouds.close());

const base = () => `/v1/Services/${service.sid}`;
const say = (code: string) => `exports.handler = (context, event, callback) => { ${code} };`;

/** Uploads functions by path and builds them. The build's SID. */
async function build(functions: Record<string, string>, visibility = 'public'): Promise<string> {
  const versions: string[] = [];
  for (const [path, content] of Object.entries(functions)) {
    const file = await clouds.call('POST', `${base()}/Functions`, { FriendlyName: path });
    const form = new FormData();
    form.set('Path', path);
    form.set('Visibility', visibility);
    form.set('Content', new Blob([content], { type: 'application/javascript' }), 'function.js');
    versions.push((await clouds.upload(`${base()}/Functions/${file.body.sid}/Versions`, form)).body.sid);
  }
  const built = await clouds.call('POST', `${base()}/Builds`, { FunctionVersions: versions, Runtime: 'node22' });
  return built.body.sid as string;
}

async function deploy(sid: string): Promise<string> {
  await clouds.call('POST', `${base()}/Environments/${environment.sid}/Deployments`, { BuildSid: sid });
  return sid;
}

const set = (Key: string, Value: string) =>
  clouds.call('POST', `${base()}/Environments/${environment.sid}/Variables`, { Key, Value });

const ask = (path: string, init?: RequestInit) =>
  fetch(clouds.redirect(`https://${environment.domainName}${path}`), init);
const text = async (path: string) => (await ask(path)).text();

describe('a deployed function', () => {
  it('answers what the deployed build says, the newer one and then the older one again', async () => {
    const older = await deploy(await build({ '/hello': say("callback(null, 'older')") }));
    expect(await text('/hello')).toBe('older');
    await deploy(await build({ '/hello': say("callback(null, 'newer')") }));
    expect(await text('/hello')).toBe('newer');
    await deploy(older);
    expect(await text('/hello')).toBe('older');
  });

  it('is found by its path alone, in folders too, as long as it is deployed', async () => {
    await deploy(await build({ '/deep/er/hello': say('callback(null, context.PATH)') }));
    expect(await text('/deep/er/hello')).toBe('/deep/er/hello');
    expect((await ask('/hello')).status).toBe(404);
    await clouds.call('POST', `${base()}/Environments/${environment.sid}/Deployments`, {});
    expect((await ask('/deep/er/hello')).status).toBe(404);
  });

  it('has the account, its service, its domain, its variables, and the way back to the doubles', async () => {
    await set('SEGMENT_SPACE_ID', 'spa_1');
    await set('CUSTOMER_CONTEXT_LOOPBACK', 'http://127.0.0.1:1');
    await deploy(await build({ '/env': say('callback(null, { ...context })') }));
    expect(await (await ask('/env')).json()).toMatchObject({
      ACCOUNT_SID: clouds.accountSid,
      AUTH_TOKEN: clouds.authToken,
      SERVICE_SID: service.sid,
      ENVIRONMENT_SID: environment.sid,
      DOMAIN_NAME: new URL(clouds.origin).host,
      SEGMENT_SPACE_ID: 'spa_1',
      CUSTOMER_CONTEXT_LOOPBACK: clouds.origin,
    });
  });

  it('sees a variable that was changed, and no credentials where the service withholds them', async () => {
    await deploy(await build({ '/env': say('callback(null, { a: context.A, account: context.ACCOUNT_SID })') }));
    const variable = await set('A', '1');
    expect(await (await ask('/env')).json()).toEqual({ a: '1', account: clouds.accountSid });
    await clouds.call('POST', `${base()}/Environments/${environment.sid}/Variables/${variable.body.sid}`, {
      Value: '2',
    });
    await clouds.call('POST', base(), { IncludeCredentials: 'false' });
    expect(await (await ask('/env')).json()).toEqual({ a: '2' });
  });

  it('remembers things while it is deployed, and shares nothing with another environment', async () => {
    const count = 'let n = 0; exports.handler = (context, event, callback) => callback(null, String((n += 1)));';
    const sid = await deploy(await build({ '/count': count }));
    expect([await text('/count'), await text('/count')]).toEqual(['1', '2']);
    environment = clouds.serverless.store.createEnvironment(service, { uniqueName: 'other', domainSuffix: 'other' });
    await deploy(sid);
    expect(await text('/count')).toBe('1');
  });

  it('gets the fields of a form, and of the query', async () => {
    await deploy(await build({ '/echo': say('const { request, ...fields } = event; callback(null, fields)') }));
    const answer = await ask('/echo?a=1', { method: 'POST', body: new URLSearchParams({ b: '2' }) });
    expect(await answer.json()).toEqual({ a: '1', b: '2' });
  });

  it('answers 500 when it fails', async () => {
    await deploy(await build({ '/fail': say("callback(new Error('broken'))"), '/no-code': 'no code' }));
    expect([(await ask('/fail')).status, (await ask('/no-code')).status]).toEqual([500, 500]);
  });
});

describe('a protected function', () => {
  const sign = (url: string, token = clouds.authToken) => createHmac('sha1', token).update(url).digest('base64');
  const fields = { b: '2', a: 'x' };
  const post = (signature: string) =>
    ask('/echo?q=1', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'X-Twilio-Signature': signature },
    });
  beforeEach(async () => {
    await deploy(await build({ '/echo': say("callback(null, 'yes')") }, 'protected'));
  });

  it('answers whoever signed for the address that the outside world knows', async () => {
    expect((await post(sign(`https://${environment.domainName}/echo?q=1axb2`))).status).toBe(200);
  });

  it('refuses everybody else', async () => {
    for (const signature of [
      '',
      sign(`https://${environment.domainName}/echo?q=1`),
      sign(`https://${environment.domainName}/echo?q=1axb2`, 'another'),
      sign(`${clouds.redirect(`https://${environment.domainName}/echo?q=1`)}axb2`),
    ]) {
      expect((await post(signature)).status).toBe(403);
    }
  });
});

it('a private function answers nobody', async () => {
  await deploy(await build({ '/hidden': say("callback(null, 'x')") }, 'private'));
  expect((await ask('/hidden')).status).toBe(404);
});

describe('what a function writes to the console', () => {
  const write = say("console.log('one', 1); setTimeout(() => { console.error('two'); callback(null, '') }, 1)");

  it('is in the logs of its environment, newest first, and not on the console', async () => {
    await deploy(await build({ '/write': write, '/silent': say("callback(null, '')") }));
    await ask('/write', { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    await ask('/silent');
    const { body } = await clouds.call('GET', `${base()}/Environments/${environment.sid}/Logs`);
    expect(body.logs).toMatchObject([
      { level: 'error', message: 'two' },
      { level: 'info', message: 'one 1', environment_sid: environment.sid },
    ]);
    const [{ sid, function_sid: functionSid }] = body.logs;
    const one = await clouds.call('GET', `${base()}/Environments/${environment.sid}/Logs/${sid}`);
    expect(one.body).toEqual(body.logs[0]);
    const of = (query: string) =>
      clouds
        .call('GET', `${base()}/Environments/${environment.sid}/Logs?${query}`)
        .then((answer) => answer.body.logs as unknown[]);
    expect(await of(`FunctionSid=${functionSid}`)).toHaveLength(2);
    expect(await of(`FunctionSid=ZH${'0'.repeat(32)}`)).toEqual([]);
    expect(await of('EndDate=2020-01-01T00:00:00Z')).toEqual([]);
    expect(consoleLog).not.toHaveBeenCalled();
  });
});

describe('ordered faults', () => {
  const count = 'let n = 0; exports.handler = (context, event, callback) => callback(null, String((n += 1)));';
  beforeEach(async () => {
    await deploy(await build({ '/count': count }));
  });

  it('refuse a run, or lose its answer after it', async () => {
    const { control } = clouds.serverless;
    control.fail('RunFunction', { kind: 'refuse', status: 503 });
    expect((await ask('/count')).status).toBe(503);
    control.fail('RunFunction', { kind: 'lose' });
    await expect(ask('/count')).rejects.toThrow();
    expect(await text('/count')).toBe('2');
    await expect
      .poll(() => control.requests.filter(({ step }) => step === 'RunFunction').map(({ status }) => status))
      .toEqual([503, 0, 200]);
  });

  it('leave a caller without an answer', async () => {
    clouds.serverless.control.fail('RunFunction', { kind: 'hang' });
    await expect(ask('/count', { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
    expect(await text('/count')).toBe('1');
  });
});
