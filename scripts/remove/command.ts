import { accountName } from '../cloud/account';
import { connectClouds, type Clouds } from '../cloud/clouds';
import { makeBuild } from '../cloud/build';
import type { Asked, CloudCommand, CloudIo } from '../cloud/command';
import { commandLine } from '../cloud/command-line';
import { deployBuild, refuseIfMoved } from '../cloud/deployment';
import { release } from '../cloud/release';
import { PLACE_FLAGS, PLACE_OPTIONS, wantedPlace, type Environment, type Wanted } from '../cloud/service';
import { createSteps, type Steps } from '../cloud/steps';
import { cloudError } from '../cloud/trouble';
import { CommandError, type Outcome } from '../schema/command';
import { serviceVariables } from '../deploy/variables';
import { removalLines, unclaimedLines } from './describe';
import { isEmpty, planRemoval, type Ours, type RemovalPlan } from './plan';

const FLAGS = {
  ...PLACE_FLAGS,
  yes: 'Do not ask.',
  'dry-run': 'Show what would go, and stop there.',
  'with-schemas': 'Remove the published display schemas and their history as well.',
  archive: 'Archive the plugin, for good: no plugin of its name can be deployed to this account again.',
};

const AGENTS_FIRST = 'Agents do not load the plugin any more.';

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
    const forgotten = flags.has('dry-run') ? '' : forget(shown, io);
    return {
      exit: 0,
      lines: [`There is nothing to remove.${forgotten}`, ...unclaimedLines(shown)],
      json: { status: 'unchanged', removes: [] },
    };
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
  const forgotten = forget(plan, io);
  io.progress('Done');
  return {
    exit: 0,
    lines: [...notes, `Removed.${forgotten}${wayBack(plan, wanted, asked)}`],
    json: { status: 'removed', ...json, notes, steps: steps.taken },
  };
}

/** Takes SERVICE_SID out of `.env` where it names a service that is not there any more. @returns what became of it */
function forget({ place, wholeService, unknownService }: RemovalPlan, io: CloudIo): string {
  const sid = wholeService ? place.service?.sid : unknownService;
  if (sid === undefined) return '';
  if (io.forget('SERVICE_SID', sid)) return ' SERVICE_SID is out of .env.';
  return unknownService === undefined ? '' : ` The account does not have the service ${sid}: take SERVICE_SID out.`;
}

/** The command that undoes it; nothing does once the plugin is archived. */
function wayBack(plan: RemovalPlan, wanted: Wanted, asked: Asked): string {
  const { plugin, place, wholeEnvironment, wholeService } = plan;
  if (plan.archive || plugin.registered?.archived === true) return '';
  const environmentGone = place.environment === undefined || wholeEnvironment;
  // Nobody can guess which of several environments is meant once this one is gone.
  const isAsked = wanted.suffixByDefault && environmentGone && place.others.length > 0;
  const again = commandLine('deploy', ['--release', ...(isAsked ? ['--environment', wanted.suffix] : [])], asked);
  // Twilio gives an environment that is made anew another SID, and widgets name it.
  const widgets = wholeEnvironment || wholeService ? ', for Studio widgets at new SIDs' : '';
  return ` ${again} brings it back${widgets}.`;
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
  const { place, schemas, wholeService } = plan;
  steps.stands(AGENTS_FIRST);
  await archive(clouds, plan, name, steps);
  const { service, environment, schemas: published } = place;
  if (service === undefined) return;
  const inService = clouds.twilio.serverless.v1.services(service.sid);
  if (wholeService) {
    await steps.run(`Deleting service ${service.uniqueName}`, async () => {
      if (environment !== undefined) await refuseIfMoved(clouds, service.sid, environment);
      await removeOnce(inService);
    });
    return;
  }
  if (environment !== undefined && plan.wholeEnvironment) {
    await steps.run(`Deleting environment ${environment.uniqueName}`, async () => {
      await refuseIfMoved(clouds, service.sid, environment);
      await removeOnce(inService.environments(environment.sid));
    });
  } else if (environment !== undefined) {
    await keepOthers(clouds, service.sid, environment, plan, steps, io);
  }
  if (schemas && published !== undefined) {
    await steps.run('Deleting the published display schemas', () => removeOnce(inService.environments(published.sid)));
  }
}

async function archive(clouds: Clouds, plan: RemovalPlan, name: string, steps: Steps): Promise<void> {
  const { service } = plan.plugin;
  if (plan.archive) {
    await steps.run(`Archiving ${name}`, () => clouds.twilio.flexApi.v1.pluginArchive(name).update());
    steps.stands('Agents do not load the plugin any more, and it is archived.');
  }
  const environment = plan.pluginEnvironment;
  if (service === undefined || environment === undefined) return;
  await steps.run('Deleting the plugin’s environment', () =>
    removeOnce(clouds.twilio.serverless.v1.services(service).environments(environment.sid)),
  );
}

/** Deletes it. What is gone is gone, and after an answer that never came it is looked whether it is. */
async function removeOnce(one: { remove(): Promise<unknown>; fetch(): Promise<unknown> }): Promise<void> {
  const isMissing = (error: unknown) => cloudError(error)?.status === 404;
  try {
    await one.remove();
  } catch (error) {
    if (isMissing(error)) return;
    if (cloudError(error)?.status !== 0) throw error;
    if (!(await one.fetch().then(() => false, isMissing))) throw error;
  }
}

/**
 * Takes our variables away, and then deploys what is not ours alone: as long as functions of ours are there, the variables
 * are known to be ours as well.
 */
async function keepOthers(
  clouds: Clouds,
  service: string,
  environment: Environment,
  plan: RemovalPlan,
  steps: Steps,
  io: CloudIo,
): Promise<void> {
  const { build, kept, ours, variables } = plan;
  const versions = (kind: 'function' | 'asset') =>
    kept.flatMap((file) => (file.kind === kind && file.built !== undefined ? [file.built.version] : []));
  let rest: string | undefined;
  if (build !== undefined && ours.length > 0 && kept.length > 0) {
    const { dependencies, runtime } = build;
    const stays = { functions: versions('function'), assets: versions('asset'), dependencies, runtime };
    rest = await steps.run('Building what stays', () => makeBuild(clouds, service, stays, io));
  }
  if (variables.length > 0) {
    steps.stands(`${AGENTS_FIRST} Variables of ours may be gone already; the functions are as they were.`);
    await steps.run('Deleting variables', async () => {
      await refuseIfMoved(clouds, service, environment);
      const there = clouds.twilio.serverless.v1.services(service).environments(environment.sid).variables;
      for (const { sid, key } of await there.list()) {
        if (variables.some(({ name }) => name === key)) await removeOnce(there(sid));
      }
    });
    steps.stands(`${AGENTS_FIRST} Variables of ours are gone; the functions are as they were.`);
  }
  if (ours.length === 0) return;
  // A deployment without a build leaves an environment that serves nothing.
  const what = rest === undefined ? 'Taking our functions out of the environment' : 'Deploying what stays';
  await steps.run(what, () => deployBuild(clouds, service, environment, rest));
  steps.stands(`${AGENTS_FIRST} Functions and variables of ours are gone.`);
}
