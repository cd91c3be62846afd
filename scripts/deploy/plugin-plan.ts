import type { Clouds } from '../cloud/clouds';
import { CommandError } from '../schema/command';
import type { Variables } from '../build/environment';
import type { Builder, PluginBundle } from './builder';
import { liesAtTwilio, releasedVersion, type PluginState, type RegisteredVersion } from './plugin-state';
import { compareVersions, isVersion, newest, nextPatch } from './version';

/** What becomes of the plugin. */
export type PluginPlan =
  /** This very bundle is registered under this version. */
  | { change: 'same'; registered: RegisteredVersion }
  /** `because`: why it is not the version that was asked for. */
  | { change: 'new'; version: string; bundle: PluginBundle; because?: string };

/** @throws CommandError for what is no version, before anything is asked */
export function refuseMalformed(asked: string | undefined): void {
  if (asked !== undefined && !isVersion(asked)) throw new CommandError('--plugin-version must be like 1.2.3.');
}

/**
 * Refuses what can be refused before anything is built: the plugin, or the version that was asked for, can't be had.
 *
 * @param asked `--plugin-version`
 * @throws CommandError
 */
export function refuseVersion(name: string, { registered }: PluginState, asked: string | undefined): void {
  if (registered?.archived === true) {
    throw new CommandError(
      `The plugin ${name} was archived in this account, which can't be undone. Give it another name in plugin/package.json.`,
      1,
      'archived',
    );
  }
  if (asked === undefined) return;
  const versions = (registered?.versions ?? []).map(({ version }) => version);
  const latest = newest(versions);
  if (latest !== undefined && !versions.includes(asked) && compareVersions(asked, latest) < 0) {
    throw new CommandError(
      `Version ${latest} of ${name} is registered: --plugin-version must be greater.`,
      1,
      'conflict',
    );
  }
}

/**
 * Decides on the version. The bundle holds its version, so each candidate is built: what agents load, and what was
 * registered last, is made again from what is here, and only a difference from both makes a new version. Several
 * environments of one account, which differ in the address of their functions, so keep to theirs.
 *
 * @param asked `--plugin-version`
 * @param variables those of the build, with the address of the functions
 * @throws CommandError when the version that was asked for can't be had; CloudError when it can't be told what is there
 */
export async function planPlugin(
  clouds: Clouds,
  builder: Builder,
  state: PluginState,
  asked: string | undefined,
  variables: Variables,
): Promise<PluginPlan> {
  const { name } = builder.plugin;
  refuseVersion(name, state, asked);
  const versions = state.registered?.versions ?? [];
  const find = (version: string | undefined) => versions.find((one) => one.version === version);
  const latest = newest(versions.map(({ version }) => version));
  const wanted = asked ?? builder.plugin.version;
  const isBehind = asked === undefined && latest !== undefined && compareVersions(wanted, latest) < 0;
  const candidate = isBehind ? latest : wanted;
  // Another number in plugin/package.json asks for a version of its own, whatever its content.
  const mayStay = isBehind || (asked === undefined && find(wanted) !== undefined);
  const released = mayStay ? find(releasedVersion(state, name)) : undefined;
  if (released !== undefined && released.version !== candidate) {
    const bundle = await builder.buildPlugin(released.version, variables);
    if (await isServed(clouds, released, bundle)) return { change: 'same', registered: released };
  }

  const existing = find(candidate);
  const bundle = await builder.buildPlugin(candidate, variables);
  if (existing === undefined) return { change: 'new', version: candidate, bundle };
  if (await isServed(clouds, existing, bundle)) return { change: 'same', registered: existing };
  if (asked !== undefined) {
    throw new CommandError(
      `Version ${asked} of ${name} is registered with another content. Choose a greater one, or leave --plugin-version out.`,
      1,
      'conflict',
    );
  }
  const version = nextPatch(latest ?? candidate);
  return {
    change: 'new',
    version,
    bundle: await builder.buildPlugin(version, variables),
    because: `${candidate} is registered with another content`,
  };
}

/** Whether a version is registered with this very bundle. @throws CloudError when it can't be told */
async function isServed(clouds: Clouds, { url, archived }: RegisteredVersion, bundle: PluginBundle): Promise<boolean> {
  // Somebody may have registered a bundle elsewhere; only Twilio’s own domains are asked, with the account’s signature.
  if (archived || !liesAtTwilio(url)) return false;
  return (await clouds.download(url))?.equals(bundle.script) === true;
}
