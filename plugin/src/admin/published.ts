import { useCallback, useEffect, useRef, useState } from 'react';
import type { Json } from '../../../display/json';
import { isObject, own } from '../../../display/json';
import { ServiceError, type Post } from '../service/post';

/** One publication, as the service tells it. */
export interface Entry {
  revision: number;
  /** Tells it from another publication of the same number; undefined: from before there were ids. */
  id: string | undefined;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  publishedBy: string;
  comment: string;
  /** The revision whose document this one brought back. */
  restored: number | undefined;
}

/** What is live; revision 0 and an empty document when nothing was ever published. */
export interface Published {
  revision: number;
  entry: Entry | undefined;
  document: Json;
}

export interface HistoryPage {
  live: number;
  entries: readonly Entry[];
  /** Pass it to get older ones; undefined: there are none. */
  next: number | undefined;
}

/** What a draft starts from where nothing was ever published. */
const EMPTY: Published = { revision: 0, entry: undefined, document: { version: 1 } };

const ROUTE = 'display-schema/history';

function unreadable(): never {
  throw new ServiceError('unreachable');
}

function readEntry(json: Json): Entry {
  if (!isObject(json)) return unreadable();
  const { revision, id, publishedAt, publishedBy, comment, restored } = json;
  const name = isObject(publishedBy) ? own(publishedBy, 'name') : undefined;
  if (typeof revision !== 'number' || typeof publishedAt !== 'string') return unreadable();
  return {
    revision,
    id: typeof id === 'string' ? id : undefined,
    publishedAt,
    publishedBy: typeof name === 'string' ? name : '',
    comment: typeof comment === 'string' ? comment : '',
    restored: typeof restored === 'number' ? restored : undefined,
  };
}

/** A page of publications, newest first; `before`: older than that revision. */
export async function loadHistory(post: Post, before?: number): Promise<HistoryPage> {
  const answer = await post(ROUTE, before === undefined ? {} : { before: String(before) });
  if (!isObject(answer)) return unreadable();
  if (answer['status'] === 'none') return { live: 0, entries: [], next: undefined };
  const { live, revisions, next } = answer;
  if (typeof live !== 'number' || !Array.isArray(revisions)) return unreadable();
  return { live, entries: revisions.map(readEntry), next: typeof next === 'number' ? next : undefined };
}

/** One revision with its document. */
export async function loadRevision(post: Post, revision: number): Promise<Published> {
  const answer = await post(ROUTE, { revision: String(revision) });
  if (!isObject(answer) || answer['document'] === undefined || answer['entry'] === undefined) return unreadable();
  return { revision, entry: readEntry(answer['entry']), document: answer['document'] };
}

export async function loadPublished(post: Post): Promise<Published> {
  const { live } = await loadHistory(post);
  return live === 0 ? EMPTY : loadRevision(post, live);
}

export interface PublishedState {
  /** Undefined until the first answer. */
  published: Published | undefined;
  failure: ServiceError | undefined;
  /** Asks again, and says what there is now. */
  reload: () => Promise<Published | undefined>;
}

/** What is live, as the service says it and not as any cache does. A failure keeps what is known. */
export function usePublished(post: Post): PublishedState {
  const [published, setPublished] = useState<Published>();
  const [failure, setFailure] = useState<ServiceError>();
  const asked = useRef(0);
  const reload = useCallback(async () => {
    const turn = (asked.current += 1);
    try {
      const found = await loadPublished(post);
      if (turn !== asked.current) return undefined;
      setPublished(found);
      setFailure(undefined);
      return found;
    } catch (error) {
      if (turn === asked.current) setFailure(error instanceof ServiceError ? error : new ServiceError('unreachable'));
      return undefined;
    }
  }, [post]);
  useEffect(() => {
    void reload();
    return () => void (asked.current += 1);
  }, [reload]);
  return { published, failure, reload };
}
