import { CommandError } from '../schema/command';
import type { Clouds } from './clouds';
import { readReleases, type Release, type ReleasedPlugin } from './releases';
import { cloudError } from './trouble';

/** Which version of the plugin agents are to load; without one the plugin goes. */
export interface Wish {
  /** Unique name of the plugin. */
  name: string;
  version?: string;
  /** SID of the version, FV…. */
  versionSid?: string;
}

/** Flex loads plugins of this phase once it is up; it is what Twilio's own tools release with. */
const PHASE = 3;
/** After as many releases of others in a row, somebody has to talk to somebody. */
const MOST_ATTEMPTS = 3;

/**
 * Makes every agent load a version of a plugin, or none of it, besides what they load of others.
 *
 * Another release can be made between looking and releasing, and nothing at Twilio's prevents that. So it is looked at
 * once more afterwards, and if somebody else released, what they released is released together with this.
 *
 * @returns what happened to plugins of others, in sentences; empty where they are as they were
 * @throws CloudError; CommandError `conflict` when others go on releasing
 */
export async function release(clouds: Clouds, wish: Wish): Promise<string[]> {
  let [newest] = await readReleases(clouds, 1);
  // What others released last: it is what the new release adds to.
  let base = newest;
  const expected = versionIn(base, wish.name);
  const notes: string[] = [];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const configuration = await configure(clouds, base, wish);
    await activate(clouds, configuration);
    const [now, before] = await readReleases(clouds, 2).catch((): Release[] => []);
    if (now === undefined) {
      // What is released is released; not to be able to look back does not make it fail.
      return [
        ...notes,
        'Whether somebody else released at the same moment could not be looked at: Twilio did not answer.',
      ];
    }
    const isOurs = now.configuration === configuration;
    if (isOurs && before?.sid === newest?.sid) {
      return [...new Set(notes), ...droppedPlugins(base, wish.name)];
    }
    base = isOurs ? before : now;
    newest = now;
    const theirs = versionIn(base, wish.name);
    const overruled = theirs !== expected && theirs !== wish.version;
    const what = theirs === undefined ? `without ${wish.name}` : `with ${wish.name} ${theirs}`;
    notes.push(
      overruled
        ? `Somebody else released at the same moment, ${what}. Other plugins are as they released them.`
        : 'Somebody else released at the same moment. What they released is kept.',
    );
  }
  throw new CommandError(
    'Others release plugins at the same moment, again and again. Look at what is released in the Flex console, then run the same command again.',
    1,
    'conflict',
  );
}

/** Others of a release that no new one can hold, in sentences. @param name of the plugin that is not meant */
export function droppedPlugins(base: Release | undefined, name: string): string[] {
  return othersIn(base, name)
    .filter(({ archived }) => archived)
    .map(
      (plugin) =>
        `${plugin.name} ${plugin.version} was archived, so no new release can hold it: agents do not load it any more.`,
    );
}

const othersIn = (base: Release | undefined, name: string): ReleasedPlugin[] =>
  (base?.plugins ?? []).filter((plugin) => plugin.name !== name);

const versionIn = (base: Release | undefined, name: string): string | undefined =>
  base?.plugins.find((plugin) => plugin.name === name)?.version;

/** @returns SID of the new configuration, FJ…. */
async function configure(
  { twilio }: Clouds,
  base: Release | undefined,
  { name, version, versionSid }: Wish,
): Promise<string> {
  const phase = base?.plugins.find((plugin) => plugin.name === name)?.phase ?? PHASE;
  const what = versionSid === undefined ? `without ${name}` : `${name} ${version ?? ''}`.trimEnd();
  const { sid } = await twilio.flexApi.v1.pluginConfigurations.create({
    name: `Customer Context: ${what}`,
    description: 'Other plugins as released before.',
    plugins: [
      ...othersIn(base, name)
        .filter(({ archived }) => !archived)
        .map((plugin) => ({ plugin_version: plugin.versionSid, phase: plugin.phase })),
      ...(versionSid === undefined ? [] : [{ plugin_version: versionSid, phase }]),
    ],
  });
  return sid;
}

/** After an answer that never came, looks whether it was carried out. */
async function activate({ twilio }: Clouds, configurationId: string): Promise<void> {
  const { pluginReleases } = twilio.flexApi.v1;
  try {
    await pluginReleases.create({ configurationId });
  } catch (error) {
    if (cloudError(error)?.status !== 0) throw error;
    const [now] = await pluginReleases.list({ limit: 1 });
    if (now?.configurationSid !== configurationId) throw error;
  }
}
