import { flag, operationsOf, requiredText, text, type Operation } from '../rest/operation';

/**
 * Every operation of the double of the Flex Plugins API, and the account's Flex Configuration, once. Names and forms are
 * those of Twilio's description. Where it leaves a path free of a SID, a name or a version does as well.
 */

const { list, fetchOne, create, update } = operationsOf('flex-api.twilio.com');

const PLUGINS = '/v1/PluginService/Plugins';
const VERSIONS = `${PLUGINS}/{PluginSid}/Versions`;
const CONFIGURATIONS = '/v1/PluginService/Configurations';
const RELEASES = '/v1/PluginService/Releases';
const CONFIGURATION = '/v1/Configuration';

export const OPERATIONS = {
  ListPlugin: list(PLUGINS),
  CreatePlugin: create(PLUGINS, { UniqueName: requiredText, FriendlyName: text, Description: text }),
  FetchPlugin: fetchOne(`${PLUGINS}/{Sid}`),
  UpdatePlugin: update(`${PLUGINS}/{Sid}`, { FriendlyName: text, Description: text }),
  UpdatePluginArchive: update(`${PLUGINS}/{Sid}/Archive`, {}),

  ListPluginVersion: list(VERSIONS),
  CreatePluginVersion: create(VERSIONS, {
    Version: requiredText,
    PluginUrl: { type: 'string', required: true, format: 'uri' },
    Changelog: text,
    Private: flag,
    CliVersion: text,
    ValidateStatus: text,
  }),
  FetchPluginVersion: fetchOne(`${VERSIONS}/{Sid}`),
  UpdatePluginVersionArchive: update(`${VERSIONS}/{Sid}/Archive`, {}),

  ListPluginConfiguration: list(CONFIGURATIONS),
  CreatePluginConfiguration: create(CONFIGURATIONS, {
    Name: requiredText,
    Plugins: { type: 'objects' },
    Description: text,
  }),
  FetchPluginConfiguration: fetchOne(`${CONFIGURATIONS}/{Sid}`, { Sid: 'FJ' }),
  UpdatePluginConfigurationArchive: update(`${CONFIGURATIONS}/{Sid}/Archive`, {}, { Sid: 'FJ' }),
  ListConfiguredPlugin: list(`${CONFIGURATIONS}/{ConfigurationSid}/Plugins`),
  FetchConfiguredPlugin: fetchOne(`${CONFIGURATIONS}/{ConfigurationSid}/Plugins/{PluginSid}`),

  ListPluginRelease: list(RELEASES),
  CreatePluginRelease: create(RELEASES, { ConfigurationId: requiredText }),
  /** `Active` in place of a SID is the newest one. */
  FetchPluginRelease: fetchOne(`${RELEASES}/{Sid}`),

  FetchConfiguration: { ...fetchOne(CONFIGURATION), query: { UiVersion: text }, flexToken: true },
  UpdateConfiguration: { ...update(CONFIGURATION, {}), body: 'json' },
} satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
export const OPERATION_IDS = Object.keys(OPERATIONS) as readonly OperationId[];
