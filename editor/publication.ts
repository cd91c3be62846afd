import { isObject, type Json } from '../display/json';
import type { Report } from '../schemas/report/problem';
import { loadDocument } from '../schemas/load';
import { notServed, readFailure, type Failure } from './publication/failure';
import { advance, stepsAt, type Step, type StepId } from './publication/steps';
import { readBegun, readKept, type Begun } from './publication/begun';
import { forget, keep, load, type Storage } from './storage';

export { commentProblem, LONGEST_COMMENT } from './publication/comment';
export type { Failure, FailureAction } from './publication/failure';
export type { Step, StepId } from './publication/steps';

/** Asks one of the service's URLs. Rejects with an object that has the error's `code` and perhaps `retryAfter` (s). */
export type Post = (route: string, fields: Record<string, string>) => Promise<Json>;

export interface PublicationDependencies {
  post: Post;
  /** Keeps the ticket of a publication that has begun, so that a closed tab can pick it up. */
  storage: Storage;
  key: string;
  /** Ms since 1970. */
  now: () => number;
  /** Resolves after so many ms. */
  sleep: (ms: number) => Promise<void>;
}

/** What is to be published. */
export interface Request {
  /** The new document, or the revision whose document is to be brought back. */
  source: { document: Json } | { restore: number };
  comment: string;
  /** The revision the admin started from; 0: nothing was published. */
  baseRevision: number;
  /** Its id; undefined: it has none. */
  baseId?: string | undefined;
}

export type PublicationState =
  | { status: 'idle' }
  /** `trouble`: the last question was not answered and is asked again by itself. */
  | { status: 'running'; steps: Step[]; revision?: number; trouble?: Failure }
  /** The document has errors; nothing was sent on. */
  | { status: 'refused'; steps: Step[]; report: Report }
  /** Nothing more happens by itself. What is live is untouched unless the failure says otherwise. */
  | { status: 'failed'; steps: Step[]; failure: Failure; revision?: number }
  /** Agents have it. `overwrote`: a colleague's publication of the same moment was replaced unseen. */
  | { status: 'live'; steps: Step[]; revision: number; id?: string | undefined; overwrote: boolean }
  /** Was live; a newer revision was built upon it. */
  | { status: 'superseded'; steps: Step[]; revision: number; by: number }
  /** A colleague's publication of the same moment has replaced it: it is not live, and the draft is kept. */
  | { status: 'overwritten'; steps: Step[]; revision: number };

/** One publication at a time, from its first check to agents having it. */
export interface Publication {
  state: () => PublicationState;
  /** @returns a function that stops it. */
  subscribe: (listener: (state: PublicationState) => void) => () => void;
  /** Begins. Does nothing while one is running. Resolves when nothing more happens by itself. */
  start: (request: Request) => Promise<void>;
  /** Whether this browser has begun a publication that it has not seen the end of. */
  canResume: () => boolean;
  /** Picks such a publication up. */
  resume: () => Promise<void>;
  /** Looks away: nothing is asked any more, and `resume` picks it up. */
  pause: () => void;
  /** Closes the last publication's result. */
  dismiss: () => void;
}

/** What `pause` stops. */
interface Run {
  stopped: boolean;
}

/** An answer that is none of those that this version knows. */
class UnreadableAnswer extends Error {
  readonly code = 'internal';
}

const waitingToBeServed = (revision: number): string =>
  `Revision ${revision} is deployed. Agents get it as soon as Twilio serves it, which is asked for again by itself.`;

const POLL_MS = 2_000;
const SLOWEST_POLL_MS = 15_000;

export function createPublication(dependencies: PublicationDependencies): Publication {
  const { post, storage, key, now, sleep } = dependencies;
  const listeners = new Set<(state: PublicationState) => void>();
  let state: PublicationState = { status: 'idle' };
  let running: Run | undefined;
  /** The ticket that is followed; another tab may have kept one of its own since. */
  let followed: string | undefined;

  function become(next: PublicationState): void {
    state = next;
    for (const listener of [...listeners]) listener(next);
  }

  const steps = (): Step[] => ('steps' in state ? state.steps : stepsAt(now()));
  const goTo = (step: StepId, more: { revision?: number; trouble?: Failure } = {}) =>
    become({ status: 'running', steps: advance(steps(), step, now()), ...more });

  function fail(failure: Failure, revision?: number): void {
    if (!failure.resumable) forgetFollowed();
    become({ status: 'failed', steps: advance(steps(), 'failed', now()), failure, ...(revision ? { revision } : {}) });
  }

  function forgetFollowed(): void {
    if (followed !== undefined && readKept(load(storage, key), 0)?.ticket === followed) forget(storage, key);
    followed = undefined;
  }

  /** Runs what `pause` puts an end to. */
  async function run(work: (mine: Run) => Promise<void>): Promise<void> {
    const mine: Run = { stopped: false };
    running = mine;
    try {
      await work(mine);
    } finally {
      if (running === mine) running = undefined;
    }
  }

  async function begin({ source, comment, baseRevision, baseId }: Request, mine: Run): Promise<void> {
    // A ticket that was followed before is another publication's, and may still be picked up.
    followed = undefined;
    become({ status: 'running', steps: stepsAt(now()) });
    if ('document' in source) {
      const { usable, report } = loadDocument(source.document);
      if (!usable) {
        become({ status: 'refused', steps: advance(steps(), 'failed', now()), report });
        return;
      }
    }
    goTo('uploading');
    let answer: Json;
    try {
      const what: Record<string, string> =
        'document' in source ? { document: JSON.stringify(source.document) } : { restore: String(source.restore) };
      answer = await post('display-schema/publish', {
        ...what,
        comment,
        baseRevision: String(baseRevision),
        ...(baseId === undefined ? {} : { baseId }),
      });
    } catch (error) {
      // Nothing is deployed before its status is asked for, so a lost answer has changed nothing.
      if (!mine.stopped) fail(readFailure(error, 'publish'));
      return;
    }
    const begun = readBegun(answer, now());
    // Kept even when nobody looks any more: that is what makes it possible to pick it up.
    if (begun !== undefined) keep(storage, key, begun);
    if (mine.stopped) return;
    if (isObject(answer) && answer['status'] === 'invalid') {
      const report = answer['report'] as unknown as Report;
      become({ status: 'refused', steps: advance(steps(), 'failed', now()), report });
      return;
    }
    if (begun === undefined) fail(readFailure(undefined, 'publish'));
    else await follow(begun, mine);
  }

  /** Asks until there is an end to tell of. */
  async function follow(begun: Begun, mine: Run): Promise<void> {
    const { revision, ticket, until } = begun;
    followed = ticket;
    goTo('building', { revision });
    let troubles = 0;
    let deployed = false;
    const stopped = () => mine.stopped;
    while (!stopped()) {
      let wait = POLL_MS;
      try {
        const answer = await post('display-schema/publish-status', { ticket });
        if (stopped()) return;
        if (settle(answer, begun)) return;
        deployed ||= isObject(answer) && answer['status'] === 'deployed';
        troubles = 0;
      } catch (error) {
        if (stopped()) return;
        const failure = readFailure(error, 'status');
        const isOver = now() >= until;
        if (!failure.passing || isOver) {
          // Nobody takes a ticket whose time is over: there is nothing to check again.
          const last = isOver ? readFailure({ code: 'ticket_invalid' }, 'status') : failure;
          fail(deployed ? notServed(last, revision) : last, revision);
          return;
        }
        troubles += 1;
        wait = Math.min(SLOWEST_POLL_MS, Math.max((failure.retryAfter ?? 0) * 1000, POLL_MS * 2 ** troubles));
        const trouble = deployed ? { ...failure, message: waitingToBeServed(revision) } : failure;
        if (state.status === 'running') become({ ...state, trouble });
      }
      await sleep(wait);
    }
  }

  /** Takes an answer of publish-status; true when it is the last. */
  function settle(answer: Json, { revision, id }: Begun): boolean {
    const { status, overwrote, by } = isObject(answer) ? answer : {};
    const end = (step: 'done' | 'failed') => {
      forgetFollowed();
      return advance(steps(), step, now());
    };
    switch (status) {
      case 'building':
        goTo('building', { revision });
        return false;
      case 'deployed':
        goTo('live', { revision });
        return false;
      case 'live':
        become({
          status,
          steps: end('done'),
          revision,
          ...(id === undefined ? {} : { id }),
          overwrote: overwrote === true,
        });
        return true;
      case 'superseded':
        become({ status, steps: end('done'), revision, by: typeof by === 'number' ? by : revision });
        return true;
      case 'overwritten':
        become({ status, steps: end('failed'), revision });
        return true;
      default:
        throw new UnreadableAnswer();
    }
  }

  const pending = () => readKept(load(storage, key), now());

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async start(request) {
      if (running === undefined) await run((mine) => begin(request, mine));
    },
    canResume: () => running === undefined && pending() !== undefined,
    async resume() {
      const begun = pending();
      if (running !== undefined || begun === undefined) return;
      become({
        status: 'running',
        steps: advance(stepsAt(begun.began), 'building', begun.began),
        revision: begun.revision,
      });
      await run((mine) => follow(begun, mine));
    },
    pause() {
      if (running === undefined) return;
      running.stopped = true;
      running = undefined;
      become({ status: 'idle' });
    },
    dismiss() {
      if (running === undefined) become({ status: 'idle' });
    },
  };
}
