import { connectClouds, type Clouds } from '../cloud/clouds';
import type { Asked, CloudCommand, CloudIo } from '../cloud/command';
import { commandLine } from '../cloud/command-line';
import { deployBuild } from '../cloud/deployment';
import { release } from '../cloud/release';
import { existingPlace, PLACE_FLAGS, PLACE_OPTIONS, wantedPlace, type Environment } from '../cloud/service';
import { createSteps, type Steps } from '../cloud/steps';
import { CommandError, type Outcome } from '../schema/command';
import { functionVersions, REACHED, SHOWN, undoneWith, type FunctionsVersion } from './functions';
import { pluginVersions, type PluginVersion } from './plugin';

/** @param plugin its unique name */
export function rollbackCommand(plugin: string): CloudCommand {
  return {
    name: 'rollback',
    usage: '[functions | plugin]',
    summary:
      'Goes back to what was live before: the functions to an earlier build, agents to an earlier version of the plugin. ' +
      'Without a word it lists what there is to go back to. Display schemas: npm run schema -- restore.',
    options: { ...PLACE_OPTIONS, to: 'The build (ZB…) or the version. Default: what was live before.' },
    flags: PLACE_FLAGS,
    most: 1,
    run: (asked, io) => rollback(asked, io, plugin),
  };
}

async function rollback(asked: Asked, io: CloudIo, plugin: string): Promise<Outcome> {
  const [what] = asked.args;
  const { to } = asked.options;
  if (what !== undefined && what !== 'functions' && what !== 'plugin') {
    throw new CommandError('Say functions or plugin, or nothing to see what there is.');
  }
  if (what === undefined && to !== undefined) throw new CommandError('Say what --to is about: functions or plugin.');
  const wanted = wantedPlace(asked, io);
  const clouds = connectClouds(io.variables, io);
  const steps = createSteps(io, 'Nothing has changed.');
  if (what === 'plugin') return rollBackPlugin(clouds, plugin, asked, steps, io);
  const place = await steps.run('Looking at what was deployed', () => existingPlace(clouds, wanted));
  const functions = await steps.run('Looking at earlier builds', async () =>
    place === undefined
      ? []
      : functionVersions(clouds, place.service.sid, place.environment, what === undefined ? SHOWN : REACHED),
  );
  if (what === undefined) {
    const versions = await steps.run('Looking at releases', () => pluginVersions(clouds, plugin));
    return list(functions, versions, plugin, asked);
  }
  if (place === undefined) throw new CommandError('No functions are deployed there.', 1, 'none');
  const { service, environment } = place;
  const target = await steps.run('Looking at whose is what in it', () =>
    chooseBuild(clouds, service.sid, environment, functions, to),
  );
  await steps.run(`Deploying build ${target.build}`, () => deployBuild(clouds, service.sid, environment, target.build));
  io.progress('Done');
  return {
    exit: 0,
    lines: [`The functions are those of ${day(target.deployed)} again (${target.build}). Variables stay as they are.`],
    json: { status: 'rolled back', functions: { build: target.build, domain: environment.domain } },
  };
}

/**
 * The build that was asked for, or the last one before that holds functions of ours.
 * @throws CommandError when there is none, or when going back would undo what others have deployed
 */
async function chooseBuild(
  clouds: Clouds,
  serviceSid: string,
  { build: live }: Environment,
  functions: readonly FunctionsVersion[],
  to: string | undefined,
): Promise<FunctionsVersion> {
  const name = ({ build }: FunctionsVersion) => build;
  let candidates = functions;
  for (;;) {
    const target = choose(candidates, to, 'build', name);
    const { others, holdsOurs } = await undoneWith(clouds, serviceSid, live, target.build);
    if (to === undefined && !holdsOurs) {
      candidates = candidates.filter((one) => one !== target);
      continue;
    }
    if (others.length === 0) return target;
    throw new CommandError(
      `Since build ${target.build} others have changed what is theirs in this service: ${others.join(', ')}. Going back ` +
        'to it would undo that, so nothing was changed. Check out the version you want and run npm run deploy: it keeps theirs.',
      1,
      'others',
    );
  }
}

async function rollBackPlugin(clouds: Clouds, name: string, asked: Asked, steps: Steps, io: CloudIo): Promise<Outcome> {
  const { to } = asked.options;
  const usable = (versions: readonly PluginVersion[]) => versions.filter(({ archived }) => !archived);
  const found = (versions: readonly PluginVersion[]) =>
    usable(versions).some(({ version, live }) => (to === undefined ? !live : version === to));
  const versions = await steps.run('Looking at releases', () => pluginVersions(clouds, name, found));
  // The first one is what agents load now, if they load it at all. Its functions may be gone.
  if (to === undefined && versions.length > 0 && versions[0]?.live !== true) {
    throw new CommandError(
      `Agents do not load ${name}, so there is nothing to go back from. ${commandLine('deploy', ['--release'], asked)} ` +
        'makes them load it, with its functions. --to <version> releases an earlier version all the same.',
      1,
      'none',
    );
  }
  const target = choose(usable(versions), to, 'version', ({ version }) => version);
  const notes = await steps.run(`Releasing ${name} ${target.version}`, () =>
    release(clouds, { name, version: target.version, versionSid: target.sid }),
  );
  io.progress('Done');
  return {
    exit: 0,
    lines: [
      `Agents load ${name} ${target.version} when they open Flex the next time.${notes.length === 0 ? ' Other plugins are as they were.' : ''}`,
      ...notes,
    ],
    json: { status: 'rolled back', plugin: { name, version: target.version }, notes },
  };
}

/** What was asked for, or what was live before what is. */
function choose<T extends { live: boolean }>(
  all: readonly T[],
  to: string | undefined,
  what: string,
  name: (one: T) => string,
): T {
  const chosen = to === undefined ? all.find(({ live }) => !live) : all.find((one) => name(one) === to);
  if (chosen === undefined) {
    const names = all.map(name).join(', ');
    throw new CommandError(
      to === undefined
        ? `There is no earlier ${what} to go back to.`
        : `There is no ${what} ${to}. There are: ${names}.`,
      1,
      'none',
    );
  }
  if (chosen.live) throw new CommandError(`${name(chosen)} is live already.`, 1, 'live');
  return chosen;
}

function list(
  functions: readonly FunctionsVersion[],
  plugin: readonly PluginVersion[],
  name: string,
  asked: Asked,
): Outcome {
  const going = (what: string, to: string) => commandLine('rollback', [what, '--to', to], asked);
  const rows = [
    `Functions, by build (${going('functions', '<build>')}):`,
    ...(functions.length === 0 ? ['  none'] : []),
    ...functions.map((one) => {
      const content = `${one.functions} functions, ${one.assets} assets`;
      return `  ${one.build}  deployed ${day(one.deployed)}, ${content}${one.live ? ' (live)' : ''}`;
    }),
    `${name}, by version (${going('plugin', '<version>')}):`,
    ...(plugin.length === 0 ? ['  none'] : []),
    ...plugin.map(({ version, released, live, archived }) => {
      const mark = live ? ' (live)' : archived ? ' (archived: can’t be released again)' : '';
      return `  ${version}  released ${day(released)}${mark}`;
    }),
    'Display schemas: npm run schema -- history',
  ];
  return { exit: 0, lines: rows, json: { functions, plugin: { name, versions: plugin } } };
}

const day = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
