import type { ConfiguredPluginInstance } from 'twilio/lib/rest/flexApi/v1/pluginConfiguration/configuredPlugin';
import type { Clouds } from './clouds';

/** A plugin as a configuration holds it. */
export interface ReleasedPlugin {
  name: string;
  version: string;
  /** SID of the version, FV…. */
  versionSid: string;
  phase: number;
  /** It, or this version of it, was archived: no new configuration can hold it. */
  archived: boolean;
}

/** What one release made every agent load. */
export interface Release {
  /** SID, FK…. */
  sid: string;
  configuration: string;
  /** ISO 8601. */
  released: string;
  plugins: readonly ReleasedPlugin[];
}

/** As many configurations are asked for at the same time. */
const AT_ONCE = 10;
const PAGE = 100;
/** Nobody looks back further. */
const MOST_RELEASES = 2_000;

/**
 * Releases, newest first; the first is in force. Only as many are asked for as are taken. @throws CloudError
 * @param limit how many are taken at most
 */
export async function* eachRelease(clouds: Clouds, limit = MOST_RELEASES): AsyncGenerator<Release> {
  const listed = await clouds.twilio.flexApi.v1.pluginReleases.list({ limit, pageSize: Math.min(limit, PAGE) });
  for (let from = 0; from < listed.length; from += AT_ONCE) {
    const some = listed.slice(from, from + AT_ONCE);
    // A rollback releases a configuration again.
    const configurations = [...new Set(some.map(({ configurationSid }) => configurationSid))];
    const plugins = new Map(
      await Promise.all(configurations.map(async (sid) => [sid, await configured(clouds, sid)] as const)),
    );
    for (const { sid, configurationSid, dateCreated } of some) {
      yield {
        sid,
        configuration: configurationSid,
        released: dateCreated.toISOString(),
        plugins: plugins.get(configurationSid) ?? [],
      };
    }
  }
}

/** The newest releases; the first is in force. @throws CloudError */
export async function readReleases(clouds: Clouds, limit: number): Promise<Release[]> {
  const releases: Release[] = [];
  for await (const one of eachRelease(clouds, limit)) releases.push(one);
  return releases;
}

async function configured({ twilio }: Clouds, configuration: string): Promise<ReleasedPlugin[]> {
  const listed: ConfiguredPluginInstance[] = await twilio.flexApi.v1.pluginConfigurations(configuration).plugins.list();
  return listed.map(({ uniqueName, version, pluginVersionSid, phase, pluginArchived, pluginVersionArchived }) => ({
    name: uniqueName,
    version,
    versionSid: pluginVersionSid,
    phase,
    archived: pluginArchived || pluginVersionArchived,
  }));
}
