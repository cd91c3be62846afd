import type { ConfiguredPluginInstance } from 'twilio/lib/rest/flexApi/v1/pluginConfiguration/configuredPlugin';
import { CommandError } from '../schema/command';
import type { Clouds } from './clouds';
import { cloudError } from './trouble';

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

/** Flex loads plugins of this phase once it is up; it is what Twilio's own tools release with. */
const PHASE = 3;
/** How many releases back one can see. */
export const RELEASES_SHOWN = 20;

/** Releases, newest first; the first is in force. @throws CloudError */
export async function readReleases(clouds: Clouds, limit: number): Promise<Release[]> {
  const { pluginReleases } = clouds.twilio.flexApi.v1;
  const listed = await pluginReleases.list({ limit });
  const releases: Release[] = [];
  for (const { sid, configurationSid, dateCreated } of listed) {
    releases.push({
      sid,
      configuration: configurationSid,
      released: dateCreated.toISOString(),
      plugins: await configured(clouds, configurationSid),
    });
  }
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

/**
 * Makes every agent load a version of a plugin, or none of it, besides what they load of others.
 *
 * Another release can be made between looking and releasing, and nothing at Twilio's prevents that; it is looked at
 * once more afterwards, and said.
 *
 * @param versionSid undefined: the plugin goes.
 * @throws CloudError; CommandError `conflict` when somebody else released at the same moment
 */
export async function release(
  clouds: Clouds,
  { name, version, versionSid }: { name: string; version?: string; versionSid?: string },
): Promise<Release> {
  const { pluginConfigurations, pluginReleases } = clouds.twilio.flexApi.v1;
  const [active] = await readReleases(clouds, 1);
  const others = (active?.plugins ?? []).filter((plugin) => plugin.name !== name);
  const phase = active?.plugins.find((plugin) => plugin.name === name)?.phase ?? PHASE;
  const usable = others.filter(({ archived }) => !archived);
  const what = versionSid === undefined ? `without ${name}` : `${name} ${version ?? ''}`.trimEnd();
  const configuration = await pluginConfigurations.create({
    name: `Customer Context: ${what}`,
    description: `Other plugins as released before.`,
    plugins: [
      ...usable.map((plugin) => ({ plugin_version: plugin.versionSid, phase: plugin.phase })),
      ...(versionSid === undefined ? [] : [{ plugin_version: versionSid, phase }]),
    ],
  });
  await pluginReleases.create({ configurationId: configuration.sid }).catch(async (error: unknown) => {
    if (cloudError(error)?.status !== 0) throw error;
    const [now] = await pluginReleases.list({ limit: 1 });
    if (now?.configurationSid !== configuration.sid) throw error;
  });
  const [now, before] = await readReleases(clouds, 2);
  if (now?.configuration === configuration.sid && before?.sid === active?.sid) return now;
  throw new CommandError(
    'Somebody else released plugins at the same moment. Look at what is released in the Flex console, then run the same command again.',
    1,
    'conflict',
  );
}
