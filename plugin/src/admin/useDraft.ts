import { useEffect, useMemo } from 'react';
import { isSamePublication, openDraft, type Draft, type DraftState } from '../../../editor/draft';
import type { Storage } from '../../../editor/storage';
import { useStore } from '../state/useStore';
import type { Published } from './published';

/** This browser’s storage. It may be full, or not be allowed at all. */
export const browserStorage: Storage = {
  get: (key) => localStorage.getItem(key),
  set: (key, value) => localStorage.setItem(key, value),
  remove: (key) => localStorage.removeItem(key),
};

/** One browser may serve several accounts and admins. */
export const draftKey = (adminId: string): string => `customer-context:draft:${adminId}`;

const asDraftBase = ({ revision, entry, document }: Published) => ({
  revision,
  id: entry?.id,
  document: revision === 0 ? undefined : document,
});

/** The admin’s draft; follows what is published. */
export function useDraft(adminId: string, published: Published): { draft: Draft; state: DraftState } {
  const draft = useMemo(
    () => openDraft(browserStorage, draftKey(adminId), asDraftBase(published)),
    // Later publications are told to the same draft.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [adminId],
  );
  useEffect(() => {
    const now = asDraftBase(published);
    if (!isSamePublication(draft.state().base, now)) draft.published(now);
  }, [draft, published]);
  const store = useMemo(
    () => ({ get: draft.state, subscribe: (listener: () => void) => draft.subscribe(listener) }),
    [draft],
  );
  return { draft, state: useStore(store) };
}
