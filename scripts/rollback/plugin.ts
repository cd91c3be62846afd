import type { Clouds } from '../cloud/clouds';
import { readReleases, RELEASES_SHOWN } from '../cloud/releases';

/** A version of the plugin that was released. */
export interface PluginVersion {
  version: string;
  /** SID, FV…. */
  sid: string;
  /** When it was released last; ISO 8601. */
  released: string;
  live: boolean;
  /** Can't be released any more. */
  archived: boolean;
}

/** Versions that agents loaded, the one released last first. @throws CloudError */
export async function pluginVersions(clouds: Clouds, name: string): Promise<PluginVersion[]> {
  const versions: PluginVersion[] = [];
  for (const [position, { released, plugins }] of (await readReleases(clouds, RELEASES_SHOWN)).entries()) {
    const found = plugins.find((plugin) => plugin.name === name);
    if (found === undefined || versions.some(({ sid }) => sid === found.versionSid)) continue;
    const { version, versionSid: sid, archived } = found;
    versions.push({ version, sid, released, archived, live: position === 0 });
  }
  return versions;
}
