import { isObject, type Json } from '../display/json';
import { identical } from './same';
import { forget, keep, load, type Storage } from './storage';

/** What is published: a revision with its document. Revision 0 with `document` undefined: nothing ever was. */
export interface Published {
  revision: number;
  document: Json | undefined;
}

/** Something the admin should know about their draft. */
export type DraftNotice =
  /** What the browser had kept could not be read and was left aside. */
  | 'unreadable'
  /** The browser keeps nothing at the moment: a reload loses the draft. */
  | 'not_kept';

export interface DraftState {
  document: Json;
  /** The revision the draft started from, and its document. */
  base: Published;
  /** Whether there is anything to publish: the document differs from the one it started from. */
  changed: boolean;
  /** Set when something else was published since. Publishing is a conflict until `rebase` or `discard`. */
  movedOn?: Published;
  notice?: DraftNotice;
}

/** An admin's draft of the display schema, kept in the browser until it is published or discarded. */
export interface Draft {
  state: () => DraftState;
  /** Told about every new state. @returns a function that stops it. */
  subscribe: (listener: (state: DraftState) => void) => () => void;
  edit: (document: Json) => void;
  /** Tells what is published now. An unchanged draft follows; a changed one stays and knows that it is behind. */
  published: (published: Published) => void;
  /** The admin has looked at what moved on and wants to publish on top of it. */
  rebase: () => void;
  /** Goes back to what is published. */
  discard: () => void;
}

/** What an empty draft starts from: every trait and the whole context are shown until something is listed. */
export const EMPTY_DOCUMENT: Json = { version: 1 };

interface Stored {
  format: 1;
  base: { revision: number; document: Json | null };
  document: Json;
}

/**
 * Opens the draft of this browser, or begins one from what is published. Only documents are kept: never a customer's
 * data, never a token.
 *
 * @param key under which the draft is kept; one per account.
 */
export function openDraft(storage: Storage, key: string, published: Published): Draft {
  const listeners = new Set<(state: DraftState) => void>();
  const found = load(storage, key);
  const stored = read(found);
  let state = stored === undefined ? fresh(published) : settle(stored, published);
  if (stored === undefined && found !== undefined) {
    forget(storage, key);
    state = { ...state, notice: 'unreadable' };
  } else if (!state.changed) forget(storage, key);

  function become(next: DraftState): void {
    state = next;
    if (!next.changed) forget(storage, key);
    else if (!keep(storage, key, toStored(next))) state = { ...next, notice: 'not_kept' };
    for (const listener of [...listeners]) listener(state);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit(document) {
      const { base, movedOn } = state;
      become({ ...fresh(base), document, changed: !isBase(document, base), ...(movedOn ? { movedOn } : {}) });
    },
    published(now) {
      become(settle({ base: state.base, document: state.document }, now));
    },
    rebase() {
      const { movedOn, document } = state;
      if (movedOn !== undefined) become({ document, base: movedOn, changed: !isBase(document, movedOn) });
    },
    discard() {
      become(fresh(state.movedOn ?? state.base));
    },
  };
}

const startOf = ({ document }: Published): Json => document ?? EMPTY_DOCUMENT;
const isBase = (document: Json, base: Published) => identical(document, startOf(base));
const fresh = (base: Published): DraftState => ({ document: startOf(base), base, changed: false });

/** A draft beside what is published now. */
function settle({ base, document }: { base: Published; document: Json }, now: Published): DraftState {
  // Unchanged, or its own document is what was published: there is nothing left to keep.
  if (isBase(document, base) || isBase(document, now)) return fresh(now);
  const state: DraftState = { document, base, changed: true };
  return now.revision === base.revision ? state : { ...state, movedOn: now };
}

function toStored({ base, document }: DraftState): Stored {
  return { format: 1, base: { revision: base.revision, document: base.document ?? null }, document };
}

function read(found: unknown): { base: Published; document: Json } | undefined {
  if (!isObject(found) || found['format'] !== 1) return undefined;
  const { base, document } = found;
  if (!isObject(base) || document === undefined) return undefined;
  const { revision } = base;
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 0) return undefined;
  const started = base['document'];
  return { base: { revision, document: started === null ? undefined : started }, document };
}
