import type { BuildContent } from '../cloud/build';
import type { Clouds } from '../cloud/clouds';
import {
  deployedBuild,
  findPlace,
  isServiceSid,
  SERVICE_NAME,
  type Environment,
  type Place,
  type Wanted,
} from '../cloud/service';
import { readPlugin, releasedVersion, type PluginState } from '../deploy/plugin-state';
import { planService, readDeployed, type FilePlan } from '../deploy/service-plan';
import { SERVICE_VARIABLES } from '../deploy/variables';
import { looseFiles, type LooseFile } from './loose-files';

/** What of a service is this product's, by name. */
export interface Ours {
  plugin: string;
  /** Addresses of functions. One that is deployed is known by its first line as well, whatever version it is of. */
  functions: readonly string[];
  /** Addresses of public assets. */
  assets: readonly string[];
}

/** A variable of the service that functions of ours read. */
export interface OurVariable {
  name: string;
  /** Its value is the one that is set here; false: somebody else may have set it. */
  asHere: boolean;
}

export interface RemovalPlan {
  place: Place;
  /** SID that was asked for and that the account does not have. */
  unknownService: string | undefined;
  plugin: PluginState;
  /** The version that agents load now. */
  released: string | undefined;
  /** The plugin is archived for good. */
  archive: boolean;
  /** That of an archived plugin, which goes. */
  pluginEnvironment: Environment | undefined;
  ours: readonly FilePlan[];
  /** Somebody else's, which stay. */
  kept: readonly FilePlan[];
  build: BuildContent | undefined;
  variables: readonly OurVariable[];
  /** Names of variables that we read as well, and that stay: others are in the environment, and may have set them. */
  sharedVariables: readonly string[];
  /** Names of variables with the very value that is set here, in an environment without anything of ours: they stay. */
  unclaimed: readonly string[];
  /** Names of variables of others, which keep the environment. */
  othersVariables: readonly string[];
  /** What others have in the service without having built it yet; it keeps the service. */
  loose: readonly LooseFile[];
  /** The environment goes: it holds something of ours and nothing of others. */
  wholeEnvironment: boolean;
  /** The published display schemas go. */
  schemas: boolean;
  /** Nothing is left in the service, so it goes. */
  wholeService: boolean;
}

/** What was asked for, and what is set here. */
export interface RemovalOptions {
  archive: boolean;
  schemas: boolean;
  /** Values that a deployment from here sets, by name. */
  here: Readonly<Record<string, string>>;
}

/** Looks at what there is to remove; nothing is changed. @throws CloudError */
export async function planRemoval(
  clouds: Clouds,
  wanted: Wanted,
  ours: Ours,
  { archive, schemas, here }: RemovalOptions,
): Promise<RemovalPlan> {
  const plugin = await readPlugin(clouds, ours.plugin);
  const place = await findPlace(clouds, wanted, 'nothing');
  const build = await deployedBuild(clouds, place.service?.sid ?? '', place.environment);
  const deployed = await readDeployed(clouds, place, build);
  const files = planService([], deployed, {}).files;
  const mine = files.filter(({ kind, path, change }) =>
    kind === 'function' ? change === 'removed' : ours.assets.includes(path),
  );
  const kept = files.filter((file) => !mine.includes(file));
  const variables = SERVICE_VARIABLES.filter((name) => deployed.variables.has(name)).map((name) => ({
    name,
    asHere: deployed.variables.get(name) === here[name],
  }));
  const othersVariables = [...deployed.variables.keys()].filter((name) => !SERVICE_VARIABLES.includes(name));
  // Where nothing of ours is, an empty environment is somebody's who has not deployed to it yet.
  const isOurs = mine.length > 0 || place.service?.uniqueName === SERVICE_NAME;
  const shared = kept.length > 0 || othersVariables.length > 0;
  const wholeEnvironment = place.environment !== undefined && isOurs && !shared;
  const goesWithSchemas = place.schemas === undefined || schemas;
  const nothingElse =
    place.service?.uniqueName === SERVICE_NAME &&
    (place.environment === undefined || wholeEnvironment) &&
    place.others.length === 0 &&
    goesWithSchemas;
  const loose = nothingElse ? await looseFiles(clouds, place.service?.sid ?? '', ours, mine) : [];
  return {
    place,
    unknownService: place.service === undefined && isServiceSid(wanted.service) ? wanted.service : undefined,
    plugin,
    released: releasedVersion(plugin, ours.plugin),
    archive: archive && plugin.registered?.archived === false,
    pluginEnvironment: archive ? plugin.environment : undefined,
    ours: mine,
    kept,
    build,
    variables: isOurs ? variables.filter(({ asHere }) => asHere || !shared) : [],
    sharedVariables: isOurs ? variables.filter(({ asHere }) => !asHere && shared).map(({ name }) => name) : [],
    unclaimed: isOurs ? [] : variables.filter(({ asHere }) => asHere).map(({ name }) => name),
    othersVariables,
    loose,
    wholeEnvironment,
    schemas: schemas && place.schemas !== undefined,
    wholeService: nothingElse && loose.length === 0,
  };
}

/** Whether there is anything to do. */
export function isEmpty({
  released,
  archive,
  pluginEnvironment,
  ours,
  variables,
  schemas,
  wholeService,
  wholeEnvironment,
}: RemovalPlan): boolean {
  return (
    released === undefined &&
    !archive &&
    pluginEnvironment === undefined &&
    ours.length === 0 &&
    variables.length === 0 &&
    !schemas &&
    !wholeService &&
    !wholeEnvironment
  );
}
