import { accountName } from '../cloud/account';
import { connectClouds, type Clouds } from '../cloud/clouds';
import { makeBuild } from '../cloud/build';
import type { Asked, CloudCommand, CloudIo } from '../cloud/command';
import { commandLine } from '../cloud/command-line';
import { deployBuild, refuseIfMoved } from '../cloud/deployment';
import { release } from '../cloud/release';
import { PLACE_FLAGS, PLACE_OPTIONS, wantedPlace, type Environment } from '../cloud/service';
import { createSteps, type Steps } from '../cloud/steps';
import { CommandError, type Outcome } from '../schema/command';
import { serviceVariables } from '../deploy/variables';
import { removalLines } from './describe';
import { isEmpty, planRemoval, type Ours, type RemovalPlan } from './plan';

const FLAGS = {
  ...PLACE_FLAGS,
  yes: 'Do not ask.',
  'dry-run': 'Show what would go, and stop there.',
  'with-schemas': 'Remove the published display schemas and their history as well.',
  archive: 'Archive the plugin, for good: no plugin of its name can be deployed to this account again.',
};

export function removeCommand(ours: Ours): CloudCommand {
  return {
    name: 'remove',
    usage: '',
    summary:
      'Takes the product out of an account: the plugin out of the release, our functions, assets and variables out of ' +
      'their service. What is not ours stays, and so do the published display schemas unless told otherwise.',
    options: PLACE_OPTIONS,
    flags: FLAGS,
    most: 0,
    run: (asked, io) => remove(asked, io, ours),
  };
}

async function remove(asked: Asked, io: CloudIo, ours: Ours): Promise<Outcome> {
  const { flags } = asked;
  const wanted = wantedPlace(asked, io);
  const clouds = connectClouds(io.variables, io);
  const steps = createSteps(io, 'Nothing has changed.');
  const here = serviceVariables(io.variables);
  const asks = { archive: flags.has('archive'), schemas: flags.has('with-schemas'), here };
  const look = () => planRemoval(clouds, wanted, ours, asks);
  const shown = await steps.run('Looking at what there is', look);
  const describe = (plan: RemovalPlan) => [
    `Account: ${accountName(clouds.account)}`,
    ...removalLines(plan, ours.plugin),
  ];
  const lines = describe(shown);
  const json = { removes: lines.filter((line) => line.startsWith('-')).map((line) => line.slice(2)) };
  if (isEmpty(shown)) {
    return { exit: 0, lines: ['There is nothing to remove.'], json: { status: 'unchanged', removes: [] } };
  }
  if (flags.has('dry-run')) {
    return { exit: 0, lines: [...lines, 'Nothing was changed.'], json: { status: 'planned', ...json } };
  }
  for (const line of lines) io.progress(line);
  if (!flags.has('yes')) await confirm(io, commandLine('remove', ['--yes'], asked));
  // A person may have read for an hour.
  const plan = flags.has('yes') ? shown : await steps.run('Looking once more', look);
  if (describe(plan).join() !== lines.join()) {
    throw new CommandError(
      'What there is has changed since it was shown, so nothing was changed. Run the same command again.',
      1,
      'conflict',
    );
  }

  const notes = await carryOut(clouds, plan, ours.plugin, steps, io);
  const { service } = plan.place;
  const forgotten = plan.wholeService && service !== undefined && io.forget('SERVICE_SID', service.sid);
  io.progress('Done');
  // Twilio gives an environment that is made anew another SID, and widgets name it.
  const widgets = plan.wholeEnvironment || plan.wholeService ? ', for Studio widgets at new SIDs' : '';
  const back = plan.archive ? '' : ` ${commandLine('deploy', ['--release'], asked)} brings it back${widgets}.`;
  return {
    exit: 0,
    lines: [...notes, `Removed.${forgotten ? ' SERVICE_SID is out of .env.' : ''}${back}`],
    json: { status: 'removed', ...json, notes, steps: steps.taken },
  };
}

/** @throws CommandError unless somebody says yes. */
async function confirm({ ask }: CloudIo, withYes: string): Promise<void> {
  const answer = await ask('Remove these? Type yes: ');
  if (answer?.trim().toLowerCase() === 'yes') return;
  throw answer === undefined
    ? new CommandError(`Nobody is there to ask: --yes says yes (${withYes}). Nothing was changed.`, 2, 'not confirmed')
    : new CommandError('Nothing was changed.', 1, 'not confirmed');
}

/**
 * Agents first, so that nobody is left with a plugin whose functions are gone.
 * @returns what happened to plugins of others, in sentences
 */
async function carryOut(clouds: Clouds, plan: RemovalPlan, name: string, steps: Steps, io: CloudIo): Promise<string[]> {
  let notes: string[] = [];
  if (plan.released !== undefined) {
    notes = await steps.run(`Releasing without ${name}`, () => release(clouds, { name }));
  }
  await removeFunctions(clouds, plan, name, steps, io);
  return notes;
}

async function removeFunctions(
  clouds: Clouds,
  plan: RemovalPlan,
  name: string,
  steps: Steps,
  io: CloudIo,
): Promise<void> {
  const { place, plugin, schemas, wholeService } = plan;
  steps.stands('Agents do not load the plugin any more.');
  if (plan.archive) await archive(clouds, plugin, name, steps);
  const { service, environment, schemas: published } = place;
  if (service === undefined) return;
  const inService = clouds.twilio.serverless.v1.services(service.sid);
  if (wholeService) {
    await steps.run(`Deleting service ${service.uniqueName}`, async () => {
      if (environment !== undefined) await refuseIfMoved(clouds, service.sid, environment);
      await inService.remove();
    });
    return;
  }
  if (environment !== undefined && plan.wholeEnvironment) {
    await steps.run(`Deleting environment ${environment.uniqueName}`, async () => {
      await refuseIfMoved(clouds, service.sid, environment);
      await inService.environments(environment.sid).remove();
    });
  } else if (environment !== undefined) {
    await keepOthers(clouds, service.sid, environment, plan, steps, io);
  }
  if (schemas && published !== undefined) {
    await steps.run('Deleting the published display schemas', () => inService.environments(published.sid).remove());
  }
}

async function archive(clouds: Clouds, plugin: RemovalPlan['plugin'], name: string, steps: Steps): Promise<void> {
  const { service, environment } = plugin;
  await steps.run(`Archiving ${name}`, () => clouds.twilio.flexApi.v1.pluginArchive(name).update());
  if (service === undefined || environment === undefined) return;
  await steps.run('Deleting the plugin’s environment', () =>
    clouds.twilio.serverless.v1.services(service).environments(environment.sid).remove(),
  );
}

/** Deploys what is not ours alone, and takes our variables away. */
async function keepOthers(
  clouds: Clouds,
  service: string,
  environment: Environment,
  plan: RemovalPlan,
  steps: Steps,
  io: CloudIo,
): Promise<void> {
  const { build, kept, ours, variables } = plan;
  const inService = clouds.twilio.serverless.v1.services(service);
  const versions = (kind: 'function' | 'asset') =>
    kept.flatMap((file) => (file.kind === kind && file.built !== undefined ? [file.built.version] : []));
  if (build !== undefined && ours.length > 0) {
    if (kept.length === 0) {
      // A deployment without a build leaves an environment that serves nothing.
      const nothing = () => deployBuild(clouds, service, environment, undefined);
      await steps.run('Taking our functions out of the environment', nothing);
    } else {
      const { dependencies, runtime } = build;
      const stays = { functions: versions('function'), assets: versions('asset'), dependencies, runtime };
      const sid = await steps.run('Building what stays', () => makeBuild(clouds, service, stays, io));
      await steps.run('Deploying what stays', () => deployBuild(clouds, service, environment, sid));
    }
  }
  if (variables.length === 0) return;
  await steps.run('Deleting variables', async () => {
    const there = inService.environments(environment.sid).variables;
    for (const { sid, key } of await there.list()) {
      if (variables.some(({ name }) => name === key)) await there(sid).remove();
    }
  });
}
