import { isObject, type Json } from '../display/json';
import { identical } from './same';
import { forget, keepText, loadText, parseStored, type Storage } from './storage';

/** What is published: a revision with its document. Revision 0 with `document` undefined: nothing ever was. */
export interface Published {
  revision: number;
  /** Tells it from another publication of the same number; absent: from before there were ids. */
  id?: string | undefined;
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
  /** Another tab keeps another draft in this browser. This one is not kept until `keepMine` or `takeOther`. */
  other?: { document: Json };
  /** What was last sent to be published and has not been seen to go live: edits since then are on top of it. */
  sent?: Json;
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
  /** The draft as it is now is on its way to be published. */
  sending: () => void;
  /**
   * Tells that a publication of this admin's went live. If it is the draft that was sent, perhaps with edits made since,
   * the draft starts from there now.
   */
  landed: (published: Published) => void;
  /**
   * Whether there is something to lose beside the document, such as a text that is none at the moment. While there is, the
   * draft stays with what it started from, changed or not. Whoever holds keeps what it started from beside the text.
   */
  hold: (held: boolean) => void;
  /** The admin has looked at what moved on and wants to publish on top of it. */
  rebase: () => void;
  /** Another tab has written: follows it while there is nothing here to lose, else asks. @returns whether it followed. */
  look: () => boolean;
  /** Keeps this draft in place of the other tab's. */
  keepMine: () => void;
  /** Goes on with the other tab's draft in place of this one. */
  takeOther: () => void;
  /** Goes back to what is published. */
  discard: () => void;
}

/** Whether both are the same publication. */
export function isSamePublication(a: Published, b: Published): boolean {
  return a.revision === b.revision && a.id === b.id;
}

/** What an empty draft starts from: every trait and the whole context are shown until something is listed. */
export const EMPTY_DOCUMENT: Json = { version: 1 };

interface Stored {
  format: 1;
  base: { revision: number; id?: string; document: Json | null };
  document: Json;
  sent?: Json;
}

/**
 * Opens the draft of this browser, or begins one from what is published. Only documents are kept: never a customer's
 * data, never a token.
 *
 * @param key under which the draft is kept; one per account.
 * @param held the draft that stands beside a text that is held from the start
 */
export function openDraft(storage: Storage, key: string, published: Published, held?: Source): Draft {
  const listeners = new Set<(state: DraftState) => void>();
  const found = loadText(storage, key);
  const stored = fromStored(parseStored(found));
  let now = published;
  /** What this tab last read or wrote, as text: what is kept now and differs from it is another tab's. */
  let seen: string | undefined = found ?? undefined;
  let isHeld = held !== undefined;
  /** What another tab keeps and this one has nothing to do with: it is what is published already. */
  let passedOver: string | undefined;
  let state: DraftState;
  if (held !== undefined && (stored === undefined || !identical(stored.document, held.document))) {
    state = settle(held, published, true);
    if (stored !== undefined) {
      seen = undefined;
      state = { ...state, other: { document: stored.document } };
    }
  } else state = stored === undefined ? fresh(published) : settle(stored, published, isHeld);
  if (stored === undefined && found !== undefined) {
    drop();
    state = { ...state, notice: 'unreadable' };
  } else if (stored !== undefined && state.other === undefined && !state.changed) drop();

  function drop(): void {
    forget(storage, key);
    seen = undefined;
  }

  /** The draft that another tab has kept since this one looked; null: none is kept any more, undefined: no change. */
  function othersDraft(): Source | null | undefined {
    const text = loadText(storage, key);
    // Storage that can't be read says nothing about another tab. Texts are compared, not documents: this is asked at
    // every key that is pressed.
    if (text === null || text === seen || (text !== undefined && text === passedOver)) return undefined;
    return fromStored(parseStored(text)) ?? null;
  }

  function tell(next: DraftState): void {
    state = next;
    for (const listener of [...listeners]) listener(state);
  }

  function write(next: DraftState): void {
    if (!next.changed) {
      // Only what this tab has read or written is its to forget.
      if (seen !== undefined) drop();
      tell(next);
      return;
    }
    passedOver = undefined;
    const text = JSON.stringify(toStored(next));
    const kept = keepText(storage, key, text);
    // Storage may hold it for as long as the page lives, though it can't keep it.
    if (kept || loadText(storage, key) === text) seen = text;
    tell(kept ? next : { ...next, notice: 'not_kept' });
  }

  /** Takes the next state, unless writing it down would cost another tab its draft: then the admin is asked. */
  function become(next: DraftState): void {
    const theirs = othersDraft();
    if (theirs === undefined || theirs === null || identical(theirs.document, next.document)) write(next);
    else tell(next.changed || isHeld ? { ...next, other: { document: theirs.document } } : next);
  }

  function take(theirs: Source): void {
    seen = loadText(storage, key) ?? undefined;
    write(settle(theirs, now, isHeld));
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit(document) {
      become({ ...without(state), document, changed: !isBase(document, state.base) });
    },
    published(next) {
      now = next;
      become(settle(state, next, isHeld));
    },
    sending() {
      become({ ...without(state), sent: state.document });
    },
    landed(published) {
      const { base, document, sent } = state;
      // Told before, or of one that this draft has left behind.
      if (published.revision <= base.revision) return;
      now = published;
      if (sent === undefined || !isBase(sent, published)) become(settle(state, published, isHeld));
      else become({ document, base: published, changed: !isBase(document, published) });
    },
    hold(next) {
      if (next === isHeld) return;
      isHeld = next;
      if (state.other === undefined) become(settle(state, now, isHeld));
    },
    look() {
      const theirs = othersDraft();
      if (theirs === undefined) return false;
      if (theirs === null) {
        const gone = fromStored(parseStored(seen));
        seen = undefined;
        // The other tab has published or discarded what both had: here, too, it is no draft any more.
        const isShared = gone !== undefined && identical(gone.document, state.document);
        if (isShared && state.other === undefined) tell(isHeld ? settle(state, now, isHeld) : fresh(now));
        // What only this tab has stays, and is kept again.
        else if (state.changed) write(without(state));
        return isShared;
      }
      if ((state.changed || isHeld) && !identical(theirs.document, state.document)) {
        become(without(state));
        return false;
      }
      if (!settle(theirs, now, false).changed) {
        // It is what is published already: the other tab will hear of that, and drop it.
        passedOver = loadText(storage, key) ?? undefined;
        return false;
      }
      take(theirs);
      return true;
    },
    keepMine() {
      write(without(state));
    },
    takeOther() {
      const theirs = othersDraft();
      if (theirs === undefined || theirs === null) write(without(state));
      else take(theirs);
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

/** A draft and what it started from. */
export type Source = Pick<DraftState, 'base' | 'document' | 'sent'>;

/** Without what is to be told once. */
function without({ document, base, changed, movedOn, sent }: DraftState): DraftState {
  return { document, base, changed, ...(movedOn === undefined ? {} : { movedOn }), ...ifSent(sent) };
}

const ifSent = (sent: Json | undefined): Pick<DraftState, 'sent'> => (sent === undefined ? {} : { sent });

/** A draft beside what is published now. */
function settle({ base, document, sent }: Source, now: Published, isHeld: boolean): DraftState {
  // Its own document is what was published, or unchanged: there is nothing left to keep.
  if (isBase(document, now) || (isBase(document, base) && !isHeld)) return fresh(now);
  const state: DraftState = { document, base, changed: !isBase(document, base), ...ifSent(sent) };
  return isSamePublication(now, base) ? state : { ...state, movedOn: now };
}

/** A draft as it is kept. */
export function toStored({ base, document, sent }: Source): Stored {
  return {
    format: 1,
    base: {
      revision: base.revision,
      ...(base.id === undefined ? {} : { id: base.id }),
      document: base.document ?? null,
    },
    document,
    ...ifSent(sent),
  };
}

/** What `toStored` kept; undefined for anything else. */
export function fromStored(found: unknown): Source | undefined {
  if (!isObject(found) || found['format'] !== 1) return undefined;
  const { base, document, sent } = found;
  if (!isObject(base) || document === undefined) return undefined;
  const { revision, id } = base;
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 0) return undefined;
  const started = base['document'];
  return {
    base: { revision, ...(typeof id === 'string' ? { id } : {}), document: started === null ? undefined : started },
    document,
    ...ifSent(sent),
  };
}
