import { createContext } from 'react';

/** Asks for the text of a masked value, by its pointer. Rejects when it may not or cannot be had. */
export type Reveal = (id: string, signal: AbortSignal) => Promise<string>;

/** Undefined where nothing can be revealed. */
export const RevealContext = createContext<Reveal | undefined>(undefined);
