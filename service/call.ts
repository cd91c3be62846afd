import type { Exchange } from './http/client';

/** How a cache was involved in an answer. */
export type CacheOutcome = 'hit' | 'miss';

/** What may stand in a log line: nothing nested, nothing of a customer. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** One invocation of a function, as services see it. */
export interface Call {
  /** Names this invocation in the answer and in every log line. */
  readonly requestId: string;
  /** Milliseconds since 1970 by which everything must be over. */
  readonly deadline: number;
  readonly now: () => number;
  /** Notes an exchange with an upstream for the log. */
  readonly record: (exchange: Exchange) => void;
  /** Notes whether a cache answered, for the log. */
  readonly cache: (name: string, outcome: CacheOutcome) => void;
  /** Writes a log line of its own, for what must be traceable: who looked at whom. */
  readonly log: (event: string, fields: LogFields) => void;
}
