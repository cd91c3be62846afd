import type { Driver } from './drive';

/** Uses every operation of the Flex Plugins double at least once, in an order in which each can succeed. */
export async function playFlexScenario({ call }: Driver): Promise<void> {
  const plugin = await call('CreatePlugin', {
    form: { UniqueName: 'plugin-sample', FriendlyName: 'Sample', Description: 'One' },
  });
  await call('ListPlugin', { query: { PageSize: '1', Page: '0' } });
  await call('FetchPlugin', { path: { Sid: plugin.sid } });
  await call('FetchPlugin', { path: { Sid: 'plugin-sample' } });
  await call('UpdatePlugin', { path: { Sid: 'plugin-sample' }, form: { FriendlyName: 'Renamed', Description: 'Two' } });

  const ofPlugin = { PluginSid: 'plugin-sample' };
  const version = await call('CreatePluginVersion', {
    path: ofPlugin,
    form: {
      Version: '1.0.0',
      PluginUrl: 'https://example-1234.twil.io/plugins/plugin-sample/1.0.0/bundle.js',
      Changelog: 'First',
      Private: 'true',
      CliVersion: '7.1.2',
      ValidateStatus: 'success',
    },
  });
  await call('ListPluginVersion', { path: ofPlugin });
  await call('FetchPluginVersion', { path: { ...ofPlugin, Sid: version.sid } });

  const configuration = await call('CreatePluginConfiguration', {
    form: {
      Name: 'With the sample',
      Description: 'One',
      Plugins: [JSON.stringify({ plugin_version: version.sid, phase: 3 })],
    },
  });
  const empty = await call('CreatePluginConfiguration', { form: { Name: 'Without' } });
  await call('ListPluginConfiguration', { query: { PageSize: '1' } });
  await call('FetchPluginConfiguration', { path: { Sid: configuration.sid } });
  const inConfiguration = { ConfigurationSid: configuration.sid };
  await call('ListConfiguredPlugin', { path: inConfiguration });
  await call('FetchConfiguredPlugin', { path: { ...inConfiguration, PluginSid: plugin.sid } });

  const release = await call('CreatePluginRelease', { form: { ConfigurationId: configuration.sid } });
  await call('CreatePluginRelease', { form: { ConfigurationId: empty.sid } });
  await call('ListPluginRelease', { query: { PageSize: '1' } });
  await call('FetchPluginRelease', { path: { Sid: release.sid } });

  await call('UpdatePluginVersionArchive', { path: { ...ofPlugin, Sid: version.sid } });
  await call('UpdatePluginArchive', { path: { Sid: plugin.sid } });
  await call('UpdatePluginConfigurationArchive', { path: { Sid: configuration.sid } });

  await call('FetchConfiguration', { query: { UiVersion: '2.0.0' } });
  await call('UpdateConfiguration', { json: { serverless_service_sids: [`ZS${'0'.repeat(32)}`] } });
}
