import { setTimeout as wait } from 'node:timers/promises';

/** An answer, as far as it decides whether to ask again. */
export interface Answered {
  status: number;
  /** `Retry-After`, in seconds; Twilio sends no dates. */
  retryAfter: string | undefined;
}

export type Sleep = (ms: number) => Promise<void>;

const MOST_REPEATS = 4;
const FIRST_DELAY_MS = 500;
/** Twilio asks for a few seconds; who is to wait for longer is told so and decides. */
const LONGEST_DELAY_MS = 20_000;

/**
 * Sends a request again after a moment as long as Twilio answers 429, which means that it was not carried out. No other
 * answer is repeated: what was carried out may not be carried out twice.
 *
 * @returns the last answer, which may be a 429 still.
 */
export async function patiently<T extends Answered>(send: () => Promise<T>, sleep: Sleep = wait): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    const answer = await send();
    if (answer.status !== 429 || repeats >= MOST_REPEATS) return answer;
    const asked = Number(answer.retryAfter) * 1000;
    const delay = asked > 0 ? asked : FIRST_DELAY_MS * 2 ** repeats * (1 + Math.random());
    if (delay > LONGEST_DELAY_MS) return answer;
    await sleep(delay);
  }
}
