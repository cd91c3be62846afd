import { createContext } from 'react';

/**
 * What the agent folded and unfolded, by the id of a section or group. Undefined: as the document or the engine has it.
 */
export interface Folds {
  get(id: string): boolean | undefined;
  set(id: string, folded: boolean): void;
}

/** Remembers until the page is left. */
export function memoryFolds(): Folds {
  const folded = new Map<string, boolean>();
  return {
    get: (id) => folded.get(id),
    set: (id, value) => void folded.set(id, value),
  };
}

/** Folds of one panel: sections and groups of context and traits may have the same ids. */
export function scopedFolds(folds: Folds, scope: string): Folds {
  return {
    get: (id) => folds.get(`${scope}:${id}`),
    set: (id, folded) => folds.set(`${scope}:${id}`, folded),
  };
}

export const FoldsContext = createContext<Folds>(memoryFolds());
