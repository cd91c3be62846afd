import type { Clouds } from '../cloud/clouds';
import { eachRelease } from '../cloud/releases';

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

/** As many versions back one can see at once; `--to` takes older ones as well. */
const SHOWN = 10;

/**
 * Versions that agents loaded, the one released last first. However many releases others made since, they are looked
 * through.
 *
 * @param enough whether the versions so far do; then nothing older is asked for
 * @throws CloudError
 */
export async function pluginVersions(
  clouds: Clouds,
  name: string,
  enough: (versions: readonly PluginVersion[]) => boolean = ({ length }) => length >= SHOWN,
): Promise<PluginVersion[]> {
  const versions: PluginVersion[] = [];
  let newest = true;
  for await (const { released, plugins } of eachRelease(clouds)) {
    const live = newest;
    newest = false;
    const found = plugins.find((plugin) => plugin.name === name);
    if (found === undefined || versions.some(({ sid }) => sid === found.versionSid)) continue;
    const { version, versionSid: sid, archived } = found;
    versions.push({ version, sid, released, archived, live });
    if (enough(versions)) break;
  }
  return versions;
}
