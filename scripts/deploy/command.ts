import type { Variables } from '../build/environment';
import { connectClouds, type Clouds } from '../cloud/clouds';
import { DetailedError, type Asked, type CloudCommand, type CloudIo } from '../cloud/command';
import { commandLine } from '../cloud/command-line';
import { droppedPlugins, release } from '../cloud/release';
import { deployedBuild, findPlace, PLACE_FLAGS, PLACE_OPTIONS, wantedPlace, type Place } from '../cloud/service';
import { createSteps, type Steps } from '../cloud/steps';
import { CommandError, type Outcome } from '../schema/command';
import type { Builder } from './builder';
import { CREDENTIALS_SETTING, planJson, planLines, type Plan } from './describe';
import { deployPlugin, PLUGIN_SERVICE } from './plugin-deploy';
import { planPlugin, refuseMalformed, refuseVersion } from './plugin-plan';
import { readPlugin, releasedVersion } from './plugin-state';
import { deployService, preparePlace, type DeployedService } from './service-deploy';
import { planCredentials, planService, readDeployed, type ServicePlan } from './service-plan';
import { problemLines, serviceVariables, variableProblems } from './variables';

const FLAGS = {
  ...PLACE_FLAGS,
  release: 'Enable the version for all agents. Other plugins stay as they are.',
  'dry-run': 'Show what would change, and stop there.',
  'allow-missing': 'Deploy although variables are missing: functions that need them answer not_configured.',
};

export function deployCommand(builder: Builder): CloudCommand {
  return {
    name: 'deploy',
    usage: '',
    summary: 'Deploys the functions and the plugin. Shows what changes first; may be repeated after any failure.',
    options: {
      ...PLACE_OPTIONS,
      'plugin-version': 'The plugin’s version. Default: that of plugin/package.json, or the next free one.',
    },
    flags: FLAGS,
    most: 0,
    run: (asked, io) => deploy(asked, io, builder),
  };
}

async function deploy(asked: Asked, io: CloudIo, builder: Builder): Promise<Outcome> {
  const { variables } = io;
  const wanted = wantedPlace(asked, io);
  const pluginVersion = asked.options['plugin-version'];
  refuseMalformed(pluginVersion);
  if (wanted.service === PLUGIN_SERVICE.uniqueName) refusePluginService(wanted.service);
  const steps = createSteps(io, 'Nothing has changed.');
  // Without the account nobody can look which variables the service holds already.
  const account = variableProblems(variables, new Set()).filter(({ name }) => ACCOUNT.has(name));
  if (account.length > 0) refuse(asked, variables, new Set());
  const clouds = connectClouds(variables, io);

  const look = async () => {
    const place = await findPlace(clouds, wanted);
    const build = await deployedBuild(clouds, place.service?.sid ?? '', place.environment);
    return { place, deployed: await readDeployed(clouds, place, build) };
  };
  const { place, deployed } = await steps.run('Looking at what is deployed', look);
  const state = await steps.run('Looking at the plugin', () => readPlugin(clouds, builder.plugin.name));
  if (place.service !== undefined && state.services.includes(place.service.sid)) {
    refusePluginService(place.service.uniqueName);
  }
  if (place.service !== undefined && place.environment === undefined && wanted.suffixByDefault) whichOne(place);
  refuse(asked, variables, new Set(deployed.variables.keys()));
  refuseVersion(builder.plugin.name, state, pluginVersion);
  const local = await steps.run('Building functions and assets', () => builder.buildService());
  const uploaded = serviceVariables(variables);
  const service = withCredentials(planService(local, deployed, uploaded), planCredentials(place, deployed));
  const decide = (domain: string) =>
    planPlugin(clouds, builder, state, pluginVersion, { ...variables, FLEX_APP_FUNCTIONS_BASE: `https://${domain}` });
  const { environment } = place;
  const plugin =
    environment === undefined ? undefined : await steps.run('Building the plugin', () => decide(environment.domain));
  const plan: Plan = {
    account: clouds.account,
    place,
    wanted,
    service,
    plugin,
    pluginName: builder.plugin.name,
    pluginVersion: pluginVersion ?? builder.plugin.version,
    released: releasedVersion(state, builder.plugin.name),
    release: asked.flags.has('release'),
    dropped: droppedPlugins(state.active, builder.plugin.name),
  };
  const shown = [...planLines(plan), ...overridden(variables, environment?.domain)];
  if (service.credentials === 'missing') {
    for (const line of shown) io.progress(line);
    withoutCredentials(place);
  }
  if (asked.flags.has('dry-run')) {
    return { exit: 0, lines: [...shown, 'Nothing was changed.'], json: { status: 'planned', plan: planJson(plan) } };
  }
  for (const line of shown) io.progress(line);

  const at = await preparePlace(clouds, place, wanted, service, steps);
  const isKnown = asked.sandbox !== undefined || (variables['SERVICE_SID']?.trim() ?? '') !== '';
  const remembered = isKnown
    ? ''
    : io.remember('SERVICE_SID', at.service)
      ? ', written to .env as SERVICE_SID'
      : ': set SERVICE_SID to it';
  // All that can stand in the way of the plugin does so before the functions are live.
  const decided = plugin ?? (await steps.run('Building the plugin', () => decide(at.environment.domain)));
  const done = await deployService(clouds, at, service, uploaded, steps, io);
  steps.stands('The functions are deployed; agents load the same plugin as before.');
  const registered =
    decided.change === 'same'
      ? decided.registered
      : await deployPlugin(clouds, builder.plugin, state, decided.version, decided.bundle, steps, io);
  const name = builder.plugin.name;
  const notes = plan.release ? await releaseOnce(clouds, name, registered, plan.released, steps) : [];
  io.progress('Done');
  const { version } = registered;
  const released = plan.release ? version : plan.released;
  return outcome({ asked, plan, done, remembered, version, released, isNew: decided.change === 'new', notes }, steps);
}

const ACCOUNT: ReadonlySet<string> = new Set(['ACCOUNT_SID', 'AUTH_TOKEN', 'CUSTOMER_CONTEXT_LOOPBACK', 'SERVICE_SID']);

/** @throws CommandError naming every variable that stands in the way */
function refuse({ flags }: Asked, variables: Variables, inService: ReadonlySet<string>): void {
  const missingToo = !flags.has('allow-missing');
  const problems = variableProblems(variables, inService).filter(
    ({ name, problem }) => problem === 'malformed' || missingToo || ACCOUNT.has(name),
  );
  if (problems.length === 0) return;
  const count = problems.length === 1 ? 'One variable stands' : `${problems.length} variables stand`;
  const message = [`${count} in the way. Nothing was changed.`, ...problemLines(problems)].join('\n');
  throw new DetailedError(message, 2, 'not_configured', { variables: problems });
}

/** Flex and Twilio’s tools keep an environment for each plugin in it. @throws CommandError */
function refusePluginService(name: string): never {
  throw new CommandError(
    `The service ${name} is the one that Flex keeps plugins in; functions do not belong there. Nothing was changed. ` +
      'Name another with --service-name, or leave SERVICE_SID empty for one of our own.',
    2,
    'plugin_service',
  );
}

function whichOne({ service, others }: Place): void {
  if (others.length === 0) return;
  const names = others.map(({ suffix, uniqueName }) => (suffix === '' ? `${uniqueName} (--production)` : suffix));
  throw new CommandError(
    `The service ${service?.uniqueName ?? ''} has other environments: ${names.join(', ')}. ` +
      'Say which one the functions go to with --environment, so that Studio widgets keep pointing at it; ' +
      '--environment dev makes a new one.',
    2,
    'environment',
  );
}

/** Whether what is deployed takes notice of the setting is documented nowhere, so it is deployed anew. */
function withCredentials(plan: ServicePlan, credentials: ServicePlan['credentials']): ServicePlan {
  if (credentials === undefined) return plan;
  return { ...plan, credentials, needsBuild: plan.needsBuild || credentials === 'given' };
}

/** @throws CommandError that says where the setting is */
function withoutCredentials({ service }: Place): never {
  throw new CommandError(
    `The service ${service?.uniqueName ?? ''} gives its functions no ACCOUNT_SID and AUTH_TOKEN, and ours can’t do without. ` +
      'It is not ours alone, and other functions in it would get them as well, so nothing was changed. Switch it on if that is ' +
      `all right (${CREDENTIALS_SETTING}), or deploy into another service with --service-name.`,
    1,
    'credentials',
  );
}

function overridden({ FLEX_APP_FUNCTIONS_BASE: base }: Variables, domain: string | undefined): string[] {
  if (base === undefined || base === '' || base === `https://${domain ?? ''}`) return [];
  return ['FLEX_APP_FUNCTIONS_BASE is set here to another address: the plugin gets that of the deployed functions.'];
}

/** @returns what happened to plugins of others, in sentences */
async function releaseOnce(
  clouds: Clouds,
  name: string,
  { sid: versionSid, version }: { sid: string; version: string },
  now: string | undefined,
  steps: Steps,
): Promise<string[]> {
  if (now === version) return [];
  steps.stands(
    `The functions are deployed and version ${version} is registered; agents load the same plugin as before.`,
  );
  const work = () => release(clouds, { name, version, versionSid });
  return steps.run(`Releasing ${name} ${version}`, work);
}

interface Result {
  asked: Asked;
  plan: Plan;
  done: DeployedService;
  /** What became of SERVICE_SID, where it was not known yet. */
  remembered: string;
  version: string;
  released: string | undefined;
  isNew: boolean;
  /** What happened to plugins of others, in sentences. */
  notes: readonly string[];
}

function outcome({ asked, plan, done, remembered, version, released, isNew, notes }: Result, steps: Steps): Outcome {
  const changed = done.deployed || isNew || released !== plan.released;
  const releasing = commandLine('deploy', ['--release'], asked);
  const loaded =
    released === version
      ? 'agents load it when they open Flex the next time'
      : released === undefined
        ? `not released: ${releasing}`
        : `agents load ${released}: ${releasing}`;
  const variables = plan.service.variables.filter(({ change }) => change === 'new' || change === 'changed');
  const lines = [
    ...(changed || variables.length > 0 ? [] : ['Nothing had to change.']),
    `Functions  https://${done.domain}`,
    `Service    ${done.service}${remembered}`,
    `Plugin     ${plan.pluginName} ${version}, ${loaded}`,
    ...notes,
  ];
  const json = {
    status: changed || variables.length > 0 ? 'deployed' : 'unchanged',
    functions: done,
    plugin: { name: plan.pluginName, version, registered: isNew, released: released ?? null },
    notes,
    plan: planJson(plan),
    steps: steps.taken,
  };
  return { exit: 0, lines, json };
}
