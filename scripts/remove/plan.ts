import type { BuildContent } from '../cloud/build';
import type { Clouds } from '../cloud/clouds';
import { deployedBuild, findPlace, SERVICE_NAME, type Place, type Wanted } from '../cloud/service';
import { readPlugin, releasedVersion, type PluginState } from '../deploy/plugin-state';
import { planService, readDeployed, type FilePlan } from '../deploy/service-plan';
import { SERVICE_VARIABLES } from '../deploy/variables';

/** What of a service is this product's, by name. */
export interface Ours {
  plugin: string;
  /** Addresses of public assets. Functions are known by their first line. */
  assets: readonly string[];
}

export interface RemovalPlan {
  place: Place;
  plugin: PluginState;
  /** The version that agents load now. */
  released: string | undefined;
  /** The plugin is archived for good. */
  archive: boolean;
  ours: readonly FilePlan[];
  /** Somebody else's, which stay. */
  kept: readonly FilePlan[];
  build: BuildContent | undefined;
  variables: readonly string[];
  /** Names of variables of others, which keep the environment. */
  othersVariables: readonly string[];
  /** The environment goes: it holds something of ours and nothing of others. */
  wholeEnvironment: boolean;
  /** The published display schemas go. */
  schemas: boolean;
  /** Nothing is left in the service, so it goes. */
  wholeService: boolean;
}

/** Looks at what there is to remove; nothing is changed. @throws CloudError */
export async function planRemoval(
  clouds: Clouds,
  wanted: Wanted,
  ours: Ours,
  { archive, schemas }: { archive: boolean; schemas: boolean },
): Promise<RemovalPlan> {
  const plugin = await readPlugin(clouds, ours.plugin);
  const place = await findPlace(clouds, wanted);
  const build = await deployedBuild(clouds, place.service?.sid ?? '', place.environment);
  const deployed = await readDeployed(clouds, place, build);
  const files = planService([], deployed, {}).files;
  const mine = files.filter(({ kind, path, change }) =>
    kind === 'function' ? change === 'removed' : ours.assets.includes(path),
  );
  const kept = files.filter((file) => !mine.includes(file));
  const variables = SERVICE_VARIABLES.filter((name) => deployed.variables.has(name));
  const othersVariables = [...deployed.variables.keys()].filter((name) => !SERVICE_VARIABLES.includes(name));
  // Where nothing of ours is, an empty environment is somebody's who has not deployed to it yet.
  const isOurs = mine.length > 0 || place.service?.uniqueName === SERVICE_NAME;
  const wholeEnvironment =
    place.environment !== undefined && isOurs && kept.length === 0 && othersVariables.length === 0;
  const goesWithSchemas = place.schemas === undefined || schemas;
  return {
    place,
    plugin,
    released: releasedVersion(plugin, ours.plugin),
    archive: archive && plugin.registered?.archived === false,
    ours: mine,
    kept,
    build,
    variables: isOurs ? variables : [],
    othersVariables,
    wholeEnvironment,
    schemas: schemas && place.schemas !== undefined,
    wholeService:
      place.service?.uniqueName === SERVICE_NAME &&
      (place.environment === undefined || wholeEnvironment) &&
      place.others.length === 0 &&
      goesWithSchemas,
  };
}

/** Whether there is anything to do. */
export function isEmpty({
  released,
  archive,
  ours,
  variables,
  schemas,
  wholeService,
  wholeEnvironment,
}: RemovalPlan): boolean {
  return (
    released === undefined &&
    !archive &&
    ours.length === 0 &&
    variables.length === 0 &&
    !schemas &&
    !wholeService &&
    !wholeEnvironment
  );
}

/** What goes and what stays, in words. */
export function removalLines(plan: RemovalPlan, name: string): string[] {
  const { place, released, archive, ours, kept, variables, othersVariables, wholeEnvironment, schemas } = plan;
  const { service, environment } = place;
  return [
    ...(released === undefined ? [] : [`- ${name} ${released}: agents do not load it any more; other plugins stay`]),
    ...(archive ? [`- ${name}: archived. Twilio can’t undo that: no plugin of this name can be deployed again`] : []),
    ...ours.map(({ kind, path }) => `- ${kind} ${path}`),
    ...variables.map((variable) => `- variable ${variable}`),
    ...kept.map(({ kind, path }) => `= ${kind} ${path}  stays: not ours`),
    ...othersVariables.map((variable) => `= variable ${variable}  stays: not ours`),
    ...(environment !== undefined && wholeEnvironment
      ? [`- environment ${environment.uniqueName}, ${environment.domain}`]
      : []),
    ...schemaLines(place, schemas),
    ...(plan.wholeService && service !== undefined ? [`- service ${service.uniqueName}, which is empty then`] : []),
  ];
}

function schemaLines({ schemas: there }: Place, go: boolean): string[] {
  if (there === undefined) return [];
  return go
    ? ['- published display schemas, with their history']
    : ['= published display schemas  stay: --with-schemas removes them'];
}
