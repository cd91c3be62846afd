import type { Call } from '../call';
import { ServiceError } from '../error';
import { isSameRevision, liveEntry } from '../schema-store/index-document';
import { newestRevision } from './base';
import { harmless, uncertain, unchanged } from './failure';
import type { PublishDependencies } from './start';
import type { Environment } from './serverless';
import type { Ticket } from './ticket';

/** How far a publication is. */
export type Progress =
  /** Twilio builds; nothing has changed for agents. */
  | { status: 'building'; revision: number; seconds: number }
  /** Deployed; agents get it within seconds. */
  | { status: 'deployed'; revision: number; overwrote: boolean }
  /** Served. `overwrote`: a colleague's publication of the same moment was replaced unseen. */
  | { status: 'live'; revision: number; overwrote: boolean }
  /** Was live, and somebody has published revision `by` on top of it since. */
  | { status: 'superseded'; revision: number; by: number }
  /** A colleague's publication of the same moment has replaced it unseen: it is not live. */
  | { status: 'overwritten'; revision: number };

/**
 * Brings a publication one step further, or says how far it is. May be called any number of times, also after an
 * answer got lost: what to do follows from what Twilio has, not from what was asked before.
 *
 * Twilio deploys unconditionally. The base is looked at right before deploying and the deployments right after, so a
 * colleague's publication between the two can be replaced, but not unseen.
 *
 * @throws ServiceError `conflict` when something else was deployed first or this was taken back, `build_failed`, and
 *   what Twilio's API leads to. After each of them what was live is still live, unless the message says that this is
 *   not certain.
 */
export async function finishPublication(
  dependencies: PublishDependencies,
  ticket: Ticket,
  call: Call,
): Promise<Progress> {
  const { serverless } = dependencies;
  const { revision } = ticket;
  const look = () => environmentOf(dependencies, ticket, call);
  // Once something else than the base was seen, or was sent, only what Twilio says tells how far it is.
  const end = () => uncertain(LOOKING, () => judge(dependencies, ticket, call));

  // Nobody knows yet whether an earlier request has deployed it.
  if ((await uncertain(LOOKING, look)).build !== ticket.base) return end();
  const state = await harmless('building', () => serverless.buildState(ticket.build, call));
  if (state === 'building') {
    return { status: 'building', revision, seconds: Math.max(0, Math.round((call.now() - ticket.began) / 1000)) };
  }
  if (state !== 'completed') throw buildFailed(revision, state);

  // Where the base is back on top of a build that was deployed before, somebody has taken it back: it stays so.
  const deployed = await harmless(LOOKING, () => serverless.deployedBuilds(ticket.environment, call));
  if ((await harmless(LOOKING, look)).build === ticket.base && !deployed.includes(ticket.build)) {
    try {
      await serverless.deploy(ticket.environment, ticket.build, call);
      call.log('publication_deployed', { revision, build: ticket.build, worker: ticket.worker });
    } catch (error) {
      await rethrowUnlessDeployed(error, dependencies, ticket, call);
    }
  }
  return end();
}

/** Completes "while …". */
const LOOKING = 'looking at what is published';

async function environmentOf({ serverless }: PublishDependencies, ticket: Ticket, call: Call): Promise<Environment> {
  const environment = await serverless.environment(ticket.environment, call);
  if (environment !== undefined) return environment;
  throw new ServiceError('conflict', {
    message: 'The place where display schemas are published was removed. Your draft is kept: publish again.',
  });
}

function buildFailed(revision: number, state: 'failed' | 'gone'): ServiceError {
  const what = state === 'failed' ? `Twilio could not build revision ${revision}` : 'Twilio has lost the build';
  return new ServiceError('build_failed', {
    message: `${what}. Nothing has changed for agents and your draft is kept: publish again.`,
    detail: state,
  });
}

/** A refused deployment changed nothing, but after an answer that never came only a look can tell. */
async function rethrowUnlessDeployed(
  error: unknown,
  dependencies: PublishDependencies,
  ticket: Ticket,
  call: Call,
): Promise<void> {
  const found = await environmentOf(dependencies, ticket, call).catch(() => undefined);
  // Whatever else is there now, judging it is the caller's next step.
  if (found !== undefined && found.build !== ticket.base) return;
  if (found !== undefined) throw unchanged(error, 'deploying');
  throw new ServiceError('twilio_unavailable', {
    message: `It is not certain yet whether revision ${ticket.revision} went live. Your draft is kept: check again.`,
    detail: 'deployment unanswered',
    cause: error,
  });
}

/**
 * The build that was in force before the one at `position` in the list of deployments, newest first. A deployment that
 * was sent twice, because two requests followed one publication, replaced only itself.
 */
function replacedBuild(deployed: readonly (string | null)[], position: number): string | null {
  return deployed.slice(position + 1).find((build) => build !== deployed[position]) ?? null;
}

/**
 * Whether what was deployed right after the build at `position` is nothing, or was deployed before that build: somebody
 * put it back. A colleague's publication of the same moment is a new build. `current` where the list comes late.
 */
function wasTakenBack(deployed: readonly (string | null)[], position: number, current: string | null): boolean {
  const next = position === 0 ? current : (deployed[position - 1] ?? null);
  return next === null || deployed.slice(position + 1).includes(next);
}

function takenBack(revision: number): ServiceError {
  return new ServiceError('conflict', {
    message:
      `Revision ${revision} was live and was taken back: somebody has put back what was live before. ` +
      'Your draft is kept: ask them why, then publish again.',
    detail: 'taken back',
  });
}

/** What became of a publication once something is deployed that was not there when it began. */
async function judge(dependencies: PublishDependencies, ticket: Ticket, call: Call): Promise<Progress> {
  const { serverless, files } = dependencies;
  const { revision } = ticket;
  const environment = await environmentOf(dependencies, ticket, call);
  const deployed = await serverless.deployedBuilds(ticket.environment, call);
  const position = deployed.indexOf(ticket.build);

  // What is deployed counts for more than the list of deployments, which may come late or not reach back far enough.
  if (position === -1 && environment.build !== ticket.build) {
    throw new ServiceError('conflict', {
      message:
        'Somebody else published while yours was being built, so yours was not published. ' +
        'Your draft is kept: compare it with their version, then publish again.',
    });
  }
  if (environment.build !== ticket.build) {
    const assets = environment.build === null ? [] : await serverless.builtAssets(environment.build, call);
    const survived = assets.some(({ version }) => version === ticket.version);
    if (survived) return { status: 'superseded', revision, by: newestRevision(assets).revision };
    if (wasTakenBack(deployed, position, environment.build)) throw takenBack(revision);
    return { status: 'overwritten', revision };
  }
  const overwrote = position !== -1 && replacedBuild(deployed, position) !== ticket.base;
  if (overwrote) call.log('publication_overwrote', { revision, build: ticket.build, worker: ticket.worker });
  const served = await files.index(environment.domain, call).then(
    (index) => isSameRevision(liveEntry(index), ticket),
    () => false,
  );
  return { status: served ? 'live' : 'deployed', revision, overwrote };
}
