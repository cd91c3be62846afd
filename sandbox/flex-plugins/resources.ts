import { iso } from '../rest/dates';
import type { ConfiguredPlugin, Plugin, PluginConfiguration, PluginVersion, Release } from './records';

const API = 'https://flex-api.twilio.com/v1/PluginService';

/** Records as the API answers them: property names, order and forms of Twilio's description. */
export function resources(accountSid: string) {
  const plugin = (record: Plugin) => ({
    sid: record.sid,
    account_sid: accountSid,
    unique_name: record.uniqueName,
    friendly_name: record.friendlyName,
    description: record.description,
    archived: record.archived,
    date_created: iso(record.created),
    date_updated: iso(record.updated),
    url: `${API}/Plugins/${record.sid}`,
  });
  const version = (of: Plugin, record: PluginVersion) => ({
    sid: record.sid,
    account_sid: accountSid,
    plugin_sid: of.sid,
    version: record.version,
    plugin_url: record.url,
    changelog: record.changelog,
    private: record.private,
    archived: record.archived,
    date_created: iso(record.created),
    url: `${API}/Plugins/${of.sid}/Versions/${record.sid}`,
  });
  const configuration = (record: PluginConfiguration) => ({
    sid: record.sid,
    account_sid: accountSid,
    name: record.name,
    description: record.description,
    archived: record.archived,
    date_created: iso(record.created),
    url: `${API}/Configurations/${record.sid}`,
  });
  /** What archiving answers is the record at an address of its own, without what only the record itself has. */
  const archive = <T extends { url: string }>(record: T) => ({ ...record, url: `${record.url}/Archive` });

  return {
    plugin: (record: Plugin) => {
      const own = plugin(record);
      return { ...own, links: { plugin_versions: `${own.url}/Versions` } };
    },
    pluginArchive: (record: Plugin) => archive(plugin(record)),

    version: (of: Plugin, record: PluginVersion) => ({ ...version(of, record), validated: record.validated }),
    versionArchive: (of: Plugin, record: PluginVersion) => archive(version(of, record)),

    configuration: (record: PluginConfiguration) => {
      const own = configuration(record);
      return { ...own, links: { plugins: `${own.url}/Plugins` } };
    },
    configurationArchive: (record: PluginConfiguration) => archive(configuration(record)),

    configuredPlugin: (of: PluginConfiguration, one: ConfiguredPlugin) => ({
      account_sid: accountSid,
      configuration_sid: of.sid,
      plugin_sid: one.plugin.sid,
      plugin_version_sid: one.version.sid,
      phase: one.phase,
      plugin_url: one.version.url,
      unique_name: one.plugin.uniqueName,
      friendly_name: one.plugin.friendlyName,
      description: one.plugin.description,
      plugin_archived: one.plugin.archived,
      version: one.version.version,
      changelog: one.version.changelog,
      plugin_version_archived: one.version.archived,
      private: one.version.private,
      date_created: iso(of.created),
      url: `${API}/Configurations/${of.sid}/Plugins/${one.plugin.sid}`,
    }),

    release: (record: Release) => ({
      sid: record.sid,
      account_sid: accountSid,
      configuration_sid: record.configuration.sid,
      date_created: iso(record.created),
      url: `${API}/Releases/${record.sid}`,
    }),
  };
}
