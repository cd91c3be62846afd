import { QueryObserver, type QueryClient } from '@tanstack/query-core';
import { compile, UNUSABLE, type Compiled } from '../../../display/index';
import { validate } from '../../../schemas/generated/display-schema-answer-validator';
import { loadDocument } from '../../../schemas/load';
import { isSameRevision, type Follows } from './sameRevision';
import { ServiceError, type FailureCode, type Post } from '../service/post';

/** What agents' panels are drawn by. */
export interface Schema extends Follows {
  /** Null: nothing was ever published, or the plugin runs without functions: everything is shown by what it is. */
  compiled: Compiled | null;
}

export interface SchemaState extends Schema {
  /** The first answer has not come yet, and is worth waiting for: what it hides should not flash up before it. */
  pending: boolean;
  /** The published document has errors; context is shown by what it is. For admins. */
  unusable: boolean;
  /** The newest attempt to read it failed; what is shown may be older. For admins. */
  failure: FailureCode | undefined;
}

export interface SchemaStore {
  get(): SchemaState;
  subscribe(listener: () => void): () => void;
  /** An answer of the service followed this: asks again if it is newer than what is known, or another of its number. */
  seenRevision(seen: Follows): void;
  refresh(): void;
  stop(): void;
}

const without: SchemaState = { compiled: null, revision: null, pending: false, unusable: false, failure: undefined };

/** For a plugin without functions. */
export const genericSchema: SchemaStore = {
  get: () => without,
  subscribe: () => () => undefined,
  seenRevision: () => undefined,
  refresh: () => undefined,
  stop: () => undefined,
};

/** Agents wait this long for the first answer; then they see the context by what it is. */
const PATIENCE_MS = 2000;
/**
 * A publication reaches a visible page within six minutes. At worst an answer that was asked for just before a container's
 * memory of the index ended (30 s after the publication) still tells the old revision, and the next is asked for one
 * interval later: 30 s + twice the 12 s that an answer may take + 297 s.
 */
const REVALIDATE_MS = 270_000;
/** Spreads the agents of a shift that started at nine o'clock sharp. */
const JITTER = 0.1;

async function load(post: Post, known: Schema | undefined, signal: AbortSignal): Promise<Schema> {
  const parameters = known === undefined ? {} : parametersOf(known);
  const answer = await post('display-schema', parameters, signal);
  if (!validate(answer)) throw new ServiceError('unreachable');
  if (answer.status === 'none') return { compiled: null, revision: null };
  if (answer.status === 'unchanged') {
    if (known !== undefined) return known;
    throw new ServiceError('unreachable');
  }
  const loaded = loadDocument(answer.document);
  return {
    revision: answer.revision,
    revisionId: answer.revisionId,
    compiled: loaded.usable ? compile(loaded.document) : UNUSABLE,
  };
}

function parametersOf({ revision, revisionId }: Follows): Record<string, string> {
  if (revision === null) return {};
  return { revision: String(revision), ...(revisionId === undefined ? {} : { revisionId }) };
}

/**
 * The published display schema: asked for once per login, kept in memory, asked again about every four and a half minutes
 * while the page is visible. A failure keeps the last good one.
 */
export function createSchemaStore(client: QueryClient, post: Post): SchemaStore {
  const queryKey = ['display-schema'];
  const observer = new QueryObserver<Schema, ServiceError>(client, {
    queryKey,
    queryFn: ({ signal }) => load(post, client.getQueryData<Schema>(queryKey), signal),
    // A compiled document holds functions and maps.
    structuralSharing: false,
    // A page that was hidden when its turn came asks as soon as it is looked at again.
    staleTime: REVALIDATE_MS * (1 - JITTER),
    gcTime: Infinity,
    refetchInterval: () => REVALIDATE_MS * (1 + JITTER * (2 * Math.random() - 1)),
    refetchIntervalInBackground: false,
    networkMode: 'always',
    retry: (count, error) => count < 2 && error.retryable,
    retryDelay: (count, error) => (error.retryAfter ?? 2 ** count) * 1000,
  });
  let state: SchemaState;
  let patient = true;
  const read = (): void => {
    const { data, error, isPending, failureReason } = observer.getCurrentResult();
    const failure = (error ?? (data === undefined ? failureReason : null))?.code;
    state = {
      // A document that can't be read is not the same as none: traits are not shown then.
      compiled: data === undefined ? UNUSABLE : data.compiled,
      revision: data?.revision ?? null,
      revisionId: data?.revisionId,
      pending: isPending && patient && failure === undefined,
      unusable: data?.compiled?.usable === false,
      failure,
    };
  };
  read();
  const listeners = new Set<() => void>();
  const update = (): void => {
    read();
    for (const listener of [...listeners]) listener();
  };
  const unsubscribe = observer.subscribe(update);
  const patience = setTimeout(() => {
    patient = false;
    update();
  }, PATIENCE_MS);
  const refresh = (): void => void observer.refetch();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seenRevision: (seen) => {
      const { revision } = seen;
      if (revision === null || revision < (state.revision ?? 0) || isSameRevision(seen, state)) return;
      if (!observer.getCurrentResult().isFetching) refresh();
    },
    refresh,
    stop: () => {
      clearTimeout(patience);
      unsubscribe();
    },
  };
}
