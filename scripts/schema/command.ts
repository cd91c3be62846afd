import type { Variables } from '../build/environment';

/** 0: fine. 1: the document, or what is published, stands in the way. 2: asked wrongly, or something here is not set up. */
export type ExitCode = 0 | 1 | 2;

/** What a command came to. */
export interface Outcome {
  exit: ExitCode;
  /** For people. */
  lines: string[];
  /** The same for programs: what `--json` prints. */
  json: object;
}

/** What commands need of the world. */
export interface Io {
  variables: Variables;
  readText: (path: string) => string;
  writeText: (path: string, text: string) => void;
  exists: (path: string) => boolean;
  /** Does nothing where there is no file. */
  remove: (path: string) => void;
  /** Tells of progress while a command runs; not part of its result. */
  progress: (line: string) => void;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** Options as they were typed, checked against the command's own. */
export type Options = Readonly<Record<string, string | undefined>>;

export interface Command {
  name: string;
  /** What follows the name. */
  usage: string;
  /** One sentence. */
  summary: string;
  /** Options with a value, and what each means. */
  options: Readonly<Record<string, string>>;
  /** Options without a value, and what each does. */
  flags?: Readonly<Record<string, string>>;
  /** How many arguments there may be. */
  least: number;
  most: number;
  run: (args: readonly string[], options: Options, io: Io, flags: ReadonlySet<string>) => Outcome | Promise<Outcome>;
}

/** Ends a command with a sentence. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    message: string,
    readonly exit: 1 | 2 = 2,
    readonly code: string = exit === 2 ? 'usage' : 'problem',
  ) {
    super(message);
  }
}

/** A revision that was typed. */
export function revisionOf(text: string, what: string): number {
  const revision = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  if (revision === undefined) throw new CommandError(`${what} must be the number of a revision, such as 12.`);
  return revision;
}
