import { isObject } from '../display/json';
import { fromStored, toStored, type Source } from './draft';
import { forget, keepText, loadText, parseStored, type Storage } from './storage';

/** A text that could not be read, and the draft that it stands beside: what it was made from. */
export interface Kept extends Source {
  text: string;
}

/**
 * A text in JSON mode that is no document at the moment. The draft holds documents only, so it is kept beside the draft
 * until it can be read again, or is given up, together with what it was made from.
 */
export interface BrokenText {
  /** What was kept when the editor opened. */
  kept: Kept | undefined;
  keep: (text: string, source: Source) => void;
  /** Forgets what this tab has found or kept; another tab's stays. */
  forget: () => void;
}

export function openBrokenText(storage: Storage, key: string): BrokenText {
  const found = loadText(storage, key) ?? undefined;
  let mine = found;
  return {
    kept: read(parseStored(found)),
    keep(text, source) {
      const wanted = JSON.stringify({ ...toStored(source), text });
      // Storage may hold it for as long as the page lives, though it can't keep it.
      if (keepText(storage, key, wanted) || loadText(storage, key) === wanted) mine = wanted;
    },
    forget() {
      if (mine !== undefined && loadText(storage, key) === mine) forget(storage, key);
      mine = undefined;
    },
  };
}

function read(stored: unknown): Kept | undefined {
  const source = fromStored(stored);
  const text = isObject(stored) ? stored['text'] : undefined;
  return source === undefined || typeof text !== 'string' ? undefined : { ...source, text };
}
