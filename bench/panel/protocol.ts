/** What the page offers to the bench that drives it. Everything that crosses is plain data. */

/** Which data: so many keys, or so many leaves of nested objects. */
export interface Shape {
  kind: 'flat' | 'nested';
  size: number;
}

export const PHASES = ['mount', 'change', 'switch'] as const;
/** First draw; another value in one row; another customer's data under the same keys. */
export type Phase = (typeof PHASES)[number];

export const SUBJECTS = ['plain', 'panel', 'tab'] as const;
/**
 * `plain`: a React `<dl>` of the raw data. `panel`: the plugin's panel of a view model that is there already. `tab`: from
 * raw data on, view model and change marks included, as the Context tab does it.
 */
export type Subject = (typeof SUBJECTS)[number];

export interface Times {
  /** Milliseconds until painted. */
  painted: number;
  /** Milliseconds until every row is in the document, waiting included. */
  whole: number;
}

/** One entry per round; the same index is the same round. */
export type Samples = Record<Phase, Record<Subject, Times[]>>;

/** Milliseconds until painted of the whole plugin: highlights, tabs and panel, with a document. */
export interface LiveSamples {
  phases: Record<Phase, Times[]>;
  /** Milliseconds of the engine, a part of `change`. */
  view: number[];
}

/** How the rows of a mounted panel can be reached. */
export interface Reach {
  /** Values that the data has, and that the page has. */
  leaves: number;
  drawn: number;
  /** Labels that are missing from what selecting all of it copies. */
  missingInCopy: number;
  /** The browser's own find stops in the last row. */
  found: boolean;
  lastLabel: string;
}

export interface PanelBench {
  rounds(shape: Shape, rounds: number): Promise<Samples>;
  live(shape: Shape, rounds: number): Promise<LiveSamples>;
  /** Leaves the panel mounted, for the accessibility tree to be asked. */
  reach(shape: Shape): Promise<Reach>;
}

declare global {
  interface Window {
    panelBench: PanelBench;
    /** Chromium's, behind `--expose-gc`. */
    gc?: (options: { type: 'major' | 'minor' }) => void;
  }
}
