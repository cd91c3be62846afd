import { afterEach, beforeEach, expect, it } from 'vitest';
import { AUTH_TOKEN, ACCOUNT_SID } from '../account';
import { deployAssets } from '../serverless/deployments';
import { basic, startTestSandbox, type TestSandbox } from '../testing/sandbox';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const get = async (path: string) => {
  const response = await fetch(sandbox.url + path);
  return { status: response.status, text: await response.text() };
};
const list = async () => JSON.parse((await get('/sandbox/plugins')).text) as { name: string; src: string }[];

/** Deploys a script as a version of a plugin. */
function deployVersion(name: string, script: string, visibility: 'protected' | 'private' = 'protected') {
  const { serverless, plugins } = sandbox.state;
  const [service] = serverless.store.services.values();
  const environment = serverless.store.createEnvironment(service!, { uniqueName: name, domainSuffix: name.slice(-5) });
  const path = `/plugins/${name}/1.0.0/bundle.js`;
  deployAssets(serverless.store, service!, environment, [
    { path, visibility, content: script },
    { path: `${path}.map`, visibility, content: '{}' },
  ]);
  const plugin = plugins.store.createPlugin({ uniqueName: name });
  const url = `https://${environment.domainName}${path}`;
  return plugins.store.createVersion(plugin, { version: '1.0.0', url, changelog: '', private: true, validated: true });
}
const release = (...sids: string[]) => {
  const { store } = sandbox.state.plugins;
  const chosen = sids.map((sid) => ({ plugin_version: sid, phase: 3 }));
  store.createRelease(store.createConfiguration('x', '', chosen).sid);
};

it('Flex loads the plugins of the active release once ours is among them', async () => {
  const ours = deployVersion('plugin-customer-context', 'ours()');
  const other = deployVersion('plugin-other', 'other()');
  release(other.sid);
  expect((await list()).map(({ src }) => src)).toEqual([expect.stringContaining('/sandbox/plugin/panel2.js')]);
  release(ours.sid, other.sid);
  const listed = await list();
  expect(listed.map(({ name }) => name)).toEqual(['plugin-customer-context', 'plugin-other']);
  expect(await get(listed[0]!.src)).toEqual({ status: 200, text: 'ours()' });
  expect((await get(`${listed[0]!.src}.map`)).text).toBe('{}');
  release();
  expect(await list()).toHaveLength(1);
});

it('a version that no deployment serves, or serves to nobody, is not found', async () => {
  const hidden = deployVersion('plugin-customer-context', 'x', 'private');
  expect((await get(`/sandbox/released/${hidden.sid}/bundle.js`)).status).toBe(404);
  expect((await get('/sandbox/released/FV1/bundle.js')).status).toBe(404);
});

it('faults of the doubles are ordered over HTTP', async () => {
  const order = (api: string, step: string) =>
    fetch(`${sandbox.url}/sandbox/api/${api}/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ step, fault: { kind: 'refuse', status: 503 } }),
    });
  expect((await order('serverless', 'ListService')).status).toBe(204);
  expect((await order('flex-plugins', 'ListPlugin')).status).toBe(204);
  const headers = { Authorization: basic(ACCOUNT_SID, AUTH_TOKEN) };
  for (const address of ['serverless.twilio.com/v1/Services', 'flex-api.twilio.com/v1/PluginService/Plugins']) {
    const ask = async () => (await fetch(`${sandbox.url}/_out/${address}`, { headers })).status;
    expect([await ask(), await ask()]).toEqual([503, 200]);
  }
});
