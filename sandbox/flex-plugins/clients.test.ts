import twilio from 'twilio';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveClouds, type Clouds } from '../testing/serve-clouds';

let clouds: Clouds;
beforeEach(async () => {
  clouds = await serveClouds();
});
afterEach(() => clouds.close());

const connect = (authToken = clouds.authToken) => {
  const httpClient = new twilio.RequestClient();
  const send = httpClient.request.bind(httpClient);
  httpClient.request = (options) => send({ ...options, uri: clouds.redirect(options.uri) });
  return twilio(clouds.accountSid, authToken, { httpClient }).flexApi.v1;
};

const version = (number: string) => ({
  versionParam: number,
  pluginUrl: `https://example-1234.twil.io/plugins/sample/${number}/bundle.js`,
  private: true,
  changelog: 'More',
  cliVersion: '7.1.2',
  validateStatus: 'success',
});

it('Twilio’s Node library deploys a plugin, releases it beside another, and archives it', async () => {
  const api = connect();
  await expect(api.plugins('sample').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  const plugin = await api.plugins.create({ uniqueName: 'sample', friendlyName: 'Sample', description: 'One' });
  await api.plugins('sample').update({ description: 'Two' });
  expect(await api.plugins(plugin.sid).fetch()).toMatchObject({ uniqueName: 'sample', description: 'Two' });
  const first = await api.plugins('sample').pluginVersions.create(version('1.0.0'));
  expect(first).toMatchObject({ version: '1.0.0', _private: true, validated: true });
  const second = await api.plugins('sample').pluginVersions.create(version('1.1.0'));
  expect((await api.plugins('sample').pluginVersions.list()).map((one) => one.version)).toEqual(['1.1.0', '1.0.0']);
  expect((await api.plugins('sample').pluginVersions('1.0.0').fetch()).sid).toBe(first.sid);

  await api.plugins.create({ uniqueName: 'other' });
  const other = await api.plugins('other').pluginVersions.create(version('0.0.1'));
  const configuration = await api.pluginConfigurations.create({
    name: 'Both',
    plugins: [
      { plugin_version: second.sid, phase: 3 },
      { plugin_version: other.sid, phase: 3 },
    ],
  });
  expect((await api.pluginConfigurations(configuration.sid).plugins.list()).map((one) => one.uniqueName)).toEqual([
    'other',
    'sample',
  ]);
  const release = await api.pluginReleases.create({ configurationId: configuration.sid });
  const [active] = await api.pluginReleases.list({ limit: 1 });
  expect(active?.sid).toBe(release.sid);
  expect((await api.pluginReleases('Active').fetch()).configurationSid).toBe(configuration.sid);

  const none = await api.pluginConfigurations.create({ name: 'None' });
  await api.pluginReleases.create({ configurationId: none.sid });
  expect((await api.pluginVersionArchive('sample', '1.1.0').update()).archived).toBe(true);
  expect((await api.pluginArchive('sample').update()).archived).toBe(true);
  expect((await api.pluginConfigurationArchive(configuration.sid).update()).archived).toBe(true);
});

it('Twilio’s Node library reads and changes the Flex Configuration', async () => {
  const sid = `ZS${'0'.repeat(32)}`;
  expect((await connect().configuration().fetch()).serverlessServiceSids).toEqual([]);
  await connect()
    .configuration()
    .update({ account_sid: clouds.accountSid, serverless_service_sids: [sid] });
  expect((await connect().configuration().fetch()).serverlessServiceSids).toEqual([sid]);
});

it('Twilio’s Node library reads the errors', async () => {
  await expect(connect('wrong').plugins.list()).rejects.toMatchObject({ status: 401, code: 20003 });
});
