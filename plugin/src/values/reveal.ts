import { createContext } from 'react';

/** Asks for the text of a masked value, by its pointer. Rejects when it may not or cannot be had. */
export interface Reveal {
  (id: string, signal: AbortSignal): Promise<string>;
  /** What tells the value that is masked now from the one of before; without it only the text that masks it does. */
  stampOf?: (id: string) => string;
}

/** Undefined where nothing can be revealed. */
export const RevealContext = createContext<Reveal | undefined>(undefined);
