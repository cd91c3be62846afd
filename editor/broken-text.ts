import { forget, keepText, loadText, type Storage } from './storage';

/**
 * A text in JSON mode that is no document at the moment. The draft holds documents only, so it is kept beside the draft
 * until it can be read again, or is given up.
 */
export interface BrokenText {
  /** What was kept when the editor opened. */
  kept: string | undefined;
  keep: (text: string) => void;
  /** Forgets what this tab has found or kept; another tab's stays. */
  forget: () => void;
}

export function openBrokenText(storage: Storage, key: string): BrokenText {
  const kept = loadText(storage, key) ?? undefined;
  let mine = kept;
  return {
    kept,
    keep(text) {
      if (keepText(storage, key, text)) mine = text;
    },
    forget() {
      if (mine !== undefined && loadText(storage, key) === mine) forget(storage, key);
      mine = undefined;
    },
  };
}
