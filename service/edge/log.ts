import type { CacheOutcome, LogFields } from '../call';
import type { Exchange } from '../http/client';

/** Writes one line of JSON; Twilio's debugger and log streams take it apart again. */
export type WriteLine = (line: string) => void;

/** What is known of an invocation when it is over. */
export interface Outcome {
  route: string;
  requestId: string;
  status: number;
  /** Milliseconds. */
  duration: number;
  /** Error code; absent on success. */
  code?: string;
  detail?: string;
  /** Class name of an unexpected error. Its text is left out: it may quote data. */
  cause?: string;
  exchanges: readonly Exchange[];
  caches: ReadonlyMap<string, CacheOutcome>;
}

export function logOutcome(write: WriteLine, outcome: Outcome): void {
  const { exchanges, caches, ...rest } = outcome;
  write(JSON.stringify({ event: 'request', ...rest, upstream: exchanges, cache: Object.fromEntries(caches) }));
}

export function logEvent(write: WriteLine, event: string, requestId: string, fields: LogFields): void {
  write(JSON.stringify({ ...fields, event, requestId }));
}
