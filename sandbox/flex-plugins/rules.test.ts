import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveClouds, type Clouds } from '../testing/serve-clouds';
import { isGreater, isVersion } from './semantic-version';

let clouds: Clouds;
beforeEach(async () => {
  clouds = await serveClouds();
  await post('/Plugins', { UniqueName: 'sample' });
});
afterEach(() => clouds.close());

const BASE = 'https://flex-api.twilio.com/v1/PluginService';
const post = (path: string, form: Record<string, string | string[]> = {}) => clouds.call('POST', BASE + path, form);
const status = async (path: string, form: Record<string, string | string[]> = {}) => (await post(path, form)).status;
const addVersion = (Version: string) =>
  post('/Plugins/sample/Versions', { Version, PluginUrl: 'https://example-1.twil.io/bundle.js' });
const configure = async (...versions: string[]) =>
  post('/Configurations', {
    Name: 'x',
    Plugins: versions.map((sid) => JSON.stringify({ plugin_version: sid, phase: 3 })),
  });
const release = (sid: string) => post('/Releases', { ConfigurationId: sid });

describe('versions', () => {
  it('come one after the other', async () => {
    const answers = [];
    for (const version of ['1.2.0', '1.2.0', '1.1.9', '1.10.0', 'latest', '1.2']) {
      answers.push((await addVersion(version)).status);
    }
    expect(answers).toEqual([201, 409, 400, 201, 400, 400]);
  });

  it.each([
    ['2.0.0', '1.9.9'],
    ['1.10.0', '1.9.0'],
    ['1.0.0', '1.0.0-beta.1'],
    ['1.0.0-beta.11', '1.0.0-beta.2'],
    ['1.0.0-beta', '1.0.0-11'],
    ['1.0.0-beta.1', '1.0.0-beta'],
  ])('%s comes after %s, as semver.org says', (a, b) => {
    expect([isVersion(a), isVersion(b), isGreater(a, b), isGreater(b, a)]).toEqual([true, true, true, false]);
  });

  it('with another build number are no later', () => {
    expect(isGreater('1.0.0+2', '1.0.0+1')).toBe(false);
  });
});

describe('names', () => {
  it('that are taken are refused, and those that nothing has are not found, in Twilio’s form', async () => {
    expect(await status('/Plugins', { UniqueName: 'sample' })).toBe(409);
    const { body } = await clouds.call('GET', `${BASE}/Plugins/nothing`);
    expect(body).toEqual({
      code: 20404,
      message: 'The requested resource /PluginService/Plugins/nothing was not found',
      more_info: 'https://www.twilio.com/docs/errors/20404',
      status: 404,
    });
    expect((await clouds.call('GET', `${BASE}/Releases/Active`)).status).toBe(404);
  });
});

describe('configurations', () => {
  it('hold versions that exist, each plugin once', async () => {
    const [a, b] = [await addVersion('1.0.0'), await addVersion('1.1.0')];
    expect((await configure(a.body.sid)).status).toBe(201);
    expect((await configure(a.body.sid, b.body.sid)).status).toBe(400);
    expect((await configure(`FV${'0'.repeat(32)}`)).status).toBe(400);
    expect(await status('/Configurations', { Name: 'x', Plugins: 'sample@1.0.0' })).toBe(400);
  });
});

describe('what is archived', () => {
  it('is not changed, chosen, released or archived again', async () => {
    const version = await addVersion('1.0.0');
    const configuration = await configure(version.body.sid);
    expect(await status(`/Configurations/${configuration.body.sid}/Archive`)).toBe(200);
    expect((await release(configuration.body.sid)).status).toBe(400);
    expect(await status('/Plugins/sample/Versions/1.0.0/Archive')).toBe(200);
    expect((await configure(version.body.sid)).status).toBe(400);
    expect([await status('/Plugins/sample/Archive'), await status('/Plugins/sample/Archive')]).toEqual([200, 400]);
    expect((await addVersion('2.0.0')).status).toBe(400);
    expect(await status('/Plugins/sample', { FriendlyName: 'x' })).toBe(400);
  });

  it('cannot be what is released, until something else is', async () => {
    const version = await addVersion('1.0.0');
    const { body } = await configure(version.body.sid);
    await release(body.sid);
    const archive = async () => [
      await status('/Plugins/sample/Archive'),
      await status('/Plugins/sample/Versions/1.0.0/Archive'),
      await status(`/Configurations/${body.sid}/Archive`),
    ];
    expect(await archive()).toEqual([400, 400, 400]);
    await release((await configure()).body.sid);
    expect((await archive())[0]).toBe(200);
  });
});

describe('the Flex Configuration', () => {
  const address = 'https://flex-api.twilio.com/v1/Configuration';
  const send = (body: string) =>
    fetch(clouds.redirect(address), {
      method: 'POST',
      body,
      headers: {
        Authorization: `Basic ${Buffer.from(`${clouds.accountSid}:${clouds.authToken}`).toString('base64')}`,
        'Content-Type': 'application/json',
      },
    });

  it.each(['{', '[]', '{"serverless_service_sids": "ZS1"}', '{"account_sid": "AC1"}'])('refuses %s', async (body) => {
    expect((await send(body)).status).toBe(400);
  });

  it('keeps what a change leaves out, and what cannot be changed', async () => {
    await send('{"ui_language": "es", "status": "error"}');
    await send(`{"serverless_service_sids": ["ZS${'1'.repeat(32)}"]}`);
    expect((await clouds.call('GET', address)).body).toMatchObject({
      ui_language: 'es',
      status: 'ok',
      serverless_service_sids: [`ZS${'1'.repeat(32)}`],
    });
  });
});

it('ordered faults meet one step and do nothing', async () => {
  clouds.controls.plugins.fail('CreatePluginRelease', { kind: 'refuse', status: 503 });
  const { body } = await configure();
  expect((await release(body.sid)).status).toBe(503);
  expect(clouds.plugins.store.active).toBeUndefined();
  expect((await release(body.sid)).status).toBe(201);
});
