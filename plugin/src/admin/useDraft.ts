import { useEffect, useMemo } from 'react';
import { isSamePublication, openDraft, type Draft, type DraftState, type Source } from '../../../editor/draft';
import type { Storage } from '../../../editor/storage';
import { useStore } from '../state/useStore';
import type { Published } from './published';

/** What the browser did not take: kept for as long as the page lives, so that going to a task loses nothing. */
const untaken = new Map<string, string>();

/** This browser’s storage. It may be full, or not be allowed at all: then it says so by throwing. */
export const browserStorage: Storage = {
  get: (key) => untaken.get(key) ?? localStorage.getItem(key),
  set(key, value) {
    untaken.set(key, value);
    localStorage.setItem(key, value);
    untaken.delete(key);
  },
  remove(key) {
    untaken.delete(key);
    localStorage.removeItem(key);
  },
};

/** One browser may serve several accounts and admins. */
export const draftKey = (adminId: string): string => `customer-context:draft:${adminId}`;

/** A publication as drafts know it. */
export const asDraftBase = ({ revision, entry, document }: Published) => ({
  revision,
  id: entry?.id,
  document: revision === 0 ? undefined : document,
});

/** The admin’s draft; follows what is published while there is nothing to lose. */
export function useDraft(
  adminId: string,
  published: Published,
  /** The draft beside a text that is held when the view opens. */
  held: Source | undefined,
): { draft: Draft; state: DraftState } {
  const draft = useMemo(
    () => openDraft(browserStorage, draftKey(adminId), asDraftBase(published), held),
    // Later publications are told to the same draft.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [adminId],
  );
  useEffect(() => {
    const now = asDraftBase(published);
    const { base, movedOn } = draft.state();
    if (!isSamePublication(movedOn ?? base, now)) draft.published(now);
  }, [draft, published]);
  const store = useMemo(
    () => ({ get: draft.state, subscribe: (listener: () => void) => draft.subscribe(listener) }),
    [draft],
  );
  return { draft, state: useStore(store) };
}
