import { badRequest, notFound } from '../rest/api-error';
import type { Call, Handler } from '../rest/api-router';
import { page } from '../rest/page';
import type { ConfigurationStore } from './configuration';
import type { OperationId } from './operations';
import { resources } from './resources';
import type { PluginStore } from './store';

export function createHandlers(
  store: PluginStore,
  configuration: ConfigurationStore,
  accountSid: string,
): Record<OperationId, Handler> {
  const as = resources(accountSid);
  const pluginItself = (call: Call) => store.plugin(call.sid('Sid'));
  const pluginAbove = (call: Call) => store.plugin(call.sid('PluginSid'));
  const configurationAbove = (call: Call) => store.configuration(call.sid('ConfigurationSid'));

  return {
    ListPlugin: (call) => page(call, 'plugins', store.plugins, as.plugin),
    CreatePlugin: ({ parameters }) =>
      as.plugin(
        store.createPlugin({
          uniqueName: parameters.required('UniqueName'),
          friendlyName: parameters.text('FriendlyName'),
          description: parameters.text('Description'),
        }),
      ),
    FetchPlugin: (call) => as.plugin(pluginItself(call)),
    UpdatePlugin: (call) => {
      const plugin = pluginItself(call);
      const { parameters } = call;
      store.updatePlugin(plugin, {
        friendlyName: parameters.text('FriendlyName'),
        description: parameters.text('Description'),
      });
      return as.plugin(plugin);
    },
    UpdatePluginArchive: (call) => {
      const plugin = pluginItself(call);
      store.archivePlugin(plugin);
      return as.pluginArchive(plugin);
    },

    ListPluginVersion: (call) => {
      const plugin = pluginAbove(call);
      return page(call, 'plugin_versions', plugin.versions, (version) => as.version(plugin, version));
    },
    CreatePluginVersion: (call) => {
      const plugin = pluginAbove(call);
      const { parameters } = call;
      const version = store.createVersion(plugin, {
        version: parameters.required('Version'),
        url: parameters.required('PluginUrl'),
        changelog: parameters.text('Changelog') ?? '',
        private: parameters.flag('Private') ?? false,
        validated: parameters.text('ValidateStatus')?.toLowerCase() === 'success',
      });
      return as.version(plugin, version);
    },
    FetchPluginVersion: (call) => {
      const plugin = pluginAbove(call);
      return as.version(plugin, store.version(plugin, call.sid('Sid')));
    },
    UpdatePluginVersionArchive: (call) => {
      const plugin = pluginAbove(call);
      const version = store.version(plugin, call.sid('Sid'));
      store.archiveVersion(plugin, version);
      return as.versionArchive(plugin, version);
    },

    ListPluginConfiguration: (call) => page(call, 'configurations', store.configurations, as.configuration),
    CreatePluginConfiguration: ({ parameters }) =>
      as.configuration(
        store.createConfiguration(
          parameters.required('Name'),
          parameters.text('Description') ?? '',
          parameters.list('Plugins').map((one) => JSON.parse(one) as unknown),
        ),
      ),
    FetchPluginConfiguration: (call) => as.configuration(store.configuration(call.sid('Sid'))),
    UpdatePluginConfigurationArchive: (call) => {
      const archived = store.configuration(call.sid('Sid'));
      store.archiveConfiguration(archived);
      return as.configurationArchive(archived);
    },
    ListConfiguredPlugin: (call) => {
      const of = configurationAbove(call);
      const configured = of.plugins.map((one) => ({ ...one, sid: one.plugin.sid }));
      return page(call, 'plugins', configured, (one) => as.configuredPlugin(of, one));
    },
    FetchConfiguredPlugin: (call) => {
      const of = configurationAbove(call);
      const id = call.sid('PluginSid');
      const found = of.plugins.find(({ plugin }) => plugin.sid === id || plugin.uniqueName === id);
      if (found === undefined) throw notFound(`/PluginService/Configurations/${of.sid}/Plugins/${id}`);
      return as.configuredPlugin(of, found);
    },

    ListPluginRelease: (call) => page(call, 'releases', store.releases, as.release),
    CreatePluginRelease: ({ parameters }) => as.release(store.createRelease(parameters.required('ConfigurationId'))),
    FetchPluginRelease: (call) => as.release(store.release(call.sid('Sid'))),

    FetchConfiguration: () => configuration.current,
    UpdateConfiguration: ({ json }) => {
      if (json === undefined) throw badRequest('Send a JSON object as application/json');
      return configuration.update(json);
    },
  };
}
