import { QueryObserver, type QueryClient, type QueryObserverOptions } from '@tanstack/query-core';
import { ServiceError } from '../service/post';
import type { Store } from '../state/useStore';
import { keepsData, type Trouble } from './trouble';

/** One part of a persona, traits or events, as it is now. */
export type PartState<T> =
  | { is: 'loading' }
  | { is: 'ready'; data: T; busy: boolean }
  /** What is here is not the newest. */
  | { is: 'stale'; data: T; trouble: Trouble; busy: boolean }
  | { is: 'failed'; trouble: Trouble; busy: boolean };

export interface Part<T> extends Store<PartState<T>> {
  /** Asks again; `fresh`: Segment itself and not only the service. */
  refetch(fresh: boolean): void;
  set(data: T): void;
  /** What fits may have changed. */
  recheck(): void;
  stop(): void;
}

/** `unknown`: that will be known without asking again. */
export type Fit = 'fits' | 'misfit' | 'unknown';

interface PartOptions<T> {
  client: QueryClient;
  queryKey: readonly string[];
  load: (signal: AbortSignal, fresh: boolean, known: T | undefined) => Promise<T>;
  /** Whether what was answered can be shown now: it follows the display schema that is known here. */
  fits: (data: T) => Fit;
}

/** How often the service is asked by itself while it is in trouble. */
const TROUBLE_MS = 60_000;
/** How soon an answer that does not fit is asked for again, at first. */
const MISFIT_MS = 5_000;
/**
 * How many answers in a row that do not fit are no matter of seconds any more. Functions forget the document of before
 * within half a minute; after these, they and the plugin can't agree on one, because either is another version.
 */
const MISFITS_TO_SAY = 5;
const WITHOUT_RETRY_AFTER_S = 5;
/** Spreads agents that were refused at the same moment. */
const JITTER = 0.2;

/** Seconds to wait after a failed attempt, the first being 0. */
function delaySeconds(attempt: number, { code, retryAfter }: ServiceError): number {
  if (code !== 'rate_limited') return retryAfter ?? 2 ** attempt;
  // Where Segment says how long, that counts every time: waits that grow on top of it were tried in the simulated day
  // (npm run bench day), and agents had their traits twice as late at the limit.
  const wait = retryAfter ?? Math.min(WITHOUT_RETRY_AFTER_S * 2 ** attempt, 60);
  return Math.max(wait, 1) * (1 + JITTER * Math.random());
}

/** Loads one part and keeps it for as long as the task: in memory, under a key that says whose it is. */
export function createPart<T>({ client, queryKey, load, fits }: PartOptions<T>): Part<T> {
  let fresh = false;
  let retryAt: number | undefined;
  let misfits = 0;
  const options: QueryObserverOptions<T, ServiceError> = {
    queryKey,
    queryFn: async ({ signal }) => {
      const asked = fresh;
      const data = await load(signal, asked, client.getQueryData<T>(queryKey));
      fresh = false;
      misfits = fits(data) === 'misfit' ? misfits + 1 : 0;
      return data;
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchInterval: ({ state }) => {
      if (state.data !== undefined && fits(state.data) === 'misfit')
        return MISFIT_MS * Math.min(Math.max(misfits, 1), 12);
      return state.error?.retryable === true ? TROUBLE_MS : false;
    },
    // Too many requests pass by themselves, however long it takes.
    retry: (count, error) => error.code === 'rate_limited' || (count < 2 && error.retryable),
    retryDelay: (count, error) => {
      const milliseconds = delaySeconds(count, error) * 1000;
      retryAt = Date.now() + milliseconds;
      return milliseconds;
    },
  };
  const observer = new QueryObserver<T, ServiceError>(client, options);

  const troubleNow = (): Trouble | undefined => {
    const { error, failureReason, fetchStatus } = observer.getCurrentResult();
    if (fetchStatus === 'paused') return { code: 'offline' };
    if (fetchStatus === 'fetching' && failureReason?.code === 'rate_limited') return { code: 'rate_limited', retryAt };
    if (error === null) return undefined;
    // Anything else is a fault of our own, which must not take the panel down with it.
    if (!((error as unknown) instanceof ServiceError)) return { code: 'internal' };
    const { code, said } = error;
    return said === undefined ? { code } : { code, said };
  };
  let judged: Fit | undefined;
  let stopped = false;
  const fitNow = (): Fit | undefined => {
    const { data } = observer.getCurrentResult();
    return data === undefined ? undefined : fits(data);
  };
  const read = (): PartState<T> => {
    const { data, isFetching: busy } = observer.getCurrentResult();
    const trouble = troubleNow();
    judged = fitNow();
    const usable = judged === 'fits' ? data : undefined;
    if (trouble === undefined && judged === 'misfit' && misfits >= MISFITS_TO_SAY) {
      return { is: 'failed', trouble: { code: 'internal' }, busy };
    }
    if (trouble === undefined) return usable === undefined ? { is: 'loading' } : { is: 'ready', data: usable, busy };
    if (usable !== undefined && keepsData(trouble)) return { is: 'stale', data: usable, trouble, busy };
    return { is: 'failed', trouble, busy };
  };

  const listeners = new Set<() => void>();
  let state: PartState<T> = { is: 'loading' };
  const update = (): void => {
    state = read();
    for (const listener of listeners) listener();
  };
  const stop = observer.subscribe(update);
  state = read();
  return {
    get: () => {
      // Whoever hears of another document first must not meet it together with an answer that follows the one before.
      if (!stopped && judged !== fitNow()) state = read();
      return state;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refetch(wanted) {
      fresh ||= wanted;
      void observer.refetch();
      update();
    },
    recheck() {
      const { data, isFetching } = observer.getCurrentResult();
      if (data !== undefined && fits(data) === 'misfit' && !isFetching) void observer.refetch();
      // Sets the timer anew.
      observer.setOptions(options);
      update();
    },
    set: (data) => void client.setQueryData<T>(queryKey, data),
    stop() {
      stop();
      stopped = true;
      listeners.clear();
      state = { is: 'loading' };
      void client.cancelQueries({ queryKey });
      client.removeQueries({ queryKey });
    },
  };
}
