import { deployedBuild, environmentsOf, type Environment } from '../cloud/service';
import type { BuildContent } from '../cloud/build';
import type { Clouds } from '../cloud/clouds';
import { readReleases, type Release } from '../cloud/releases';
import { cloudError } from '../cloud/trouble';

export interface RegisteredVersion {
  sid: string;
  version: string;
  url: string;
  archived: boolean;
}

/** What there is of a plugin in the account. */
export interface PluginState {
  /** The Serverless Service that Flex keeps plugins in; undefined: there is none yet. */
  service: string | undefined;
  /** All services that Flex has for itself. */
  services: readonly string[];
  /** The plugin's environment in it. */
  environment: Environment | undefined;
  build: BuildContent | undefined;
  /** Undefined: no plugin of this name was ever registered. */
  registered: { sid: string; archived: boolean; versions: readonly RegisteredVersion[] } | undefined;
  /** What agents load now; undefined: nothing was ever released. */
  active: Release | undefined;
}

/** Reads it; nothing is changed. @throws CloudError */
export async function readPlugin(clouds: Clouds, name: string): Promise<PluginState> {
  const { v1 } = clouds.twilio.flexApi;
  const configuration = await v1.configuration().fetch();
  const services = (configuration.serverlessServiceSids as string[] | null) ?? [];
  const [service] = services;
  const environments = service === undefined ? [] : await environmentsOf(clouds, service);
  const environment = environments.find(({ uniqueName }) => uniqueName === name);
  const build = service === undefined ? undefined : await deployedBuild(clouds, service, environment);
  const [active] = await readReleases(clouds, 1);
  return { service, services, environment, build, registered: await readRegistered(clouds, name), active };
}

async function readRegistered({ twilio }: Clouds, name: string): Promise<PluginState['registered']> {
  const plugin = twilio.flexApi.v1.plugins(name);
  try {
    const { sid, archived } = await plugin.fetch();
    const versions = await plugin.pluginVersions.list();
    return {
      sid,
      archived,
      versions: versions.map((one) => ({
        sid: one.sid,
        version: one.version,
        url: one.pluginUrl,
        archived: one.archived,
      })),
    };
  } catch (error) {
    if (cloudError(error)?.status === 404) return undefined;
    throw error;
  }
}

/** The version that agents load now; undefined: none. */
export function releasedVersion({ active }: PluginState, name: string): string | undefined {
  return active?.plugins.find((plugin) => plugin.name === name)?.version;
}

/** Whether a bundle is served by Twilio, where the account’s signature opens protected assets. */
export const liesAtTwilio = (url: string): boolean => /^https:\/\/[a-z0-9.-]+\.twil\.io\//i.test(url);
