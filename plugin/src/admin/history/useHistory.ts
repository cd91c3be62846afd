import { useCallback, useEffect, useRef, useState } from 'react';
import type { Post } from '../../service/post';
import { loadHistory, type Entry } from '../published';
import { said } from '../said';

export interface History {
  live: number;
  entries: readonly Entry[];
  busy: boolean;
  failure: string | undefined;
  /** Undefined: there are no older ones. */
  loadOlder: (() => void) | undefined;
  retry: () => void;
}

/** Publications, newest first, page by page. */
export function useHistory(post: Post): History {
  const [live, setLive] = useState(0);
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [next, setNext] = useState<number>();
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string>();
  const mounted = useRef(true);
  useEffect(
    () => () => {
      mounted.current = false;
    },
    [],
  );

  const load = useCallback(
    (before: number | undefined) => {
      setBusy(true);
      setFailure(undefined);
      loadHistory(post, before).then(
        (page) => {
          if (!mounted.current) return;
          setBusy(false);
          setLive(page.live);
          setEntries((known) => (before === undefined ? page.entries : [...known, ...page.entries]));
          setNext(page.next);
        },
        (error: unknown) => {
          if (!mounted.current) return;
          setBusy(false);
          setFailure(said(error));
        },
      );
    },
    [post],
  );
  useEffect(() => load(undefined), [load]);
  const last = entries.at(-1)?.revision;
  return {
    live,
    entries,
    busy,
    failure,
    loadOlder: next === undefined ? undefined : () => load(next),
    retry: () => load(last),
  };
}
