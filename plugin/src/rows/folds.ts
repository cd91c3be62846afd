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

export const FoldsContext = createContext<Folds>(memoryFolds());
