/** What a retry loop needs of the world; tests replace it. */
export interface RetryClock {
  now: () => number;
  random: () => number;
  sleep: (milliseconds: number) => Promise<void>;
}

export interface RetryPolicy {
  /** Attempts beyond the first. */
  retries: number;
  /** Longest wait before the first retry, in ms; doubles with each. The wait is uniform between 0 and that (full jitter). */
  base: number;
  /** Milliseconds since 1970 after which no attempt starts. */
  deadline: number;
}

/** A failed attempt: whether another may help, and what the other side asked for. */
export interface Failure {
  retryable: boolean;
  /** Milliseconds the other side asked us to wait. */
  retryAfter?: number;
}

/**
 * Runs `attempt` until it succeeds, the failure is final, the retries are used up, or the wait would pass the deadline.
 * Throws the last failure. A wait the other side asked for is honoured in full, with jitter on top so that many
 * containers do not come back at once.
 */
export async function retry<T>(
  attempt: (retries: number) => Promise<T>,
  judge: (error: unknown) => Failure,
  policy: RetryPolicy,
  clock: RetryClock,
): Promise<T> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt(retries);
    } catch (error) {
      const failure = judge(error);
      if (!failure.retryable || retries >= policy.retries) throw error;
      const wait = (failure.retryAfter ?? 0) + clock.random() * policy.base * 2 ** retries;
      if (clock.now() + wait >= policy.deadline) throw error;
      await clock.sleep(wait);
    }
  }
}

/** Longer waits than an hour are mistakes, and from 25 days on a browser's timers take them for none at all. */
const LONGEST_WAIT_MS = 3_600_000;

/**
 * `Retry-After` in milliseconds, at most an hour: seconds or an HTTP date; undefined when absent or unreadable.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Math.min(LONGEST_WAIT_MS, Number(text) * 1000);
  if (!/[a-z]{3}/i.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(0, at - now));
}
