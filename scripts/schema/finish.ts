import type { ErrorCode } from '../../schemas/error-codes';
import { ServiceError } from '../../service/error';
import { retry, type Failure } from '../../service/http/retry';
import { finishPublication, type Progress } from '../../service/publish/finish';
import type { Ticket } from '../../service/publish/ticket';
import { CommandError, type Io } from './command';
import type { Remote } from './remote';

const POLL_MS = 1_500;
/** Most builds take seconds; one that takes minutes is not asked about every second. */
const SLOW_POLL_MS = 15_000;
const SLOW_AFTER_MS = 60_000;
/** A ticket of the editor lives as long. */
const PATIENCE_MS = 30 * 60_000;
/** What is deployed is served within seconds; after this long something is wrong with serving it, or with the way here. */
export const SERVED_WITHIN_MINUTES = 10;

/** Faults in a row that may pass: about a minute of waiting, besides what Twilio asks for. */
const RETRIES = 5;
const RETRY_BASE_MS = 2_000;

/** Faults that pass, as they are told while waiting. */
const PASSING = new Map<ErrorCode, string>([
  ['rate_limited', 'Twilio had too many requests'],
  ['timeout', 'Twilio took too long'],
  ['twilio_unavailable', 'Twilio refused or did not answer'],
]);

/**
 * Asks until agents have a publication, or something else has become of it. `deployed`: it was not seen served in time.
 *
 * @throws ServiceError at once for what does not pass, and for what should have passed but did not.
 */
export async function finish(
  remote: Remote,
  ticket: Ticket,
  step: (what: string) => void,
  io: Pick<Io, 'now' | 'sleep'>,
): Promise<Progress> {
  const began = io.now();
  let until = began + PATIENCE_MS;
  let deployed: Progress | undefined;
  for (;;) {
    let progress: Progress;
    try {
      progress = await ask(remote, ticket, until, step, io);
    } catch (error) {
      if (!(error instanceof ServiceError) || !PASSING.has(error.code)) throw error;
      if (deployed !== undefined) return deployed;
      throw uncertain(error, ticket);
    }
    if (progress.status !== 'building' && progress.status !== 'deployed') return progress;
    if (progress.status === 'deployed') {
      if (deployed === undefined) {
        until = io.now() + SERVED_WITHIN_MINUTES * 60_000;
        step('Deployed, not served yet');
      }
      deployed = progress;
    }
    if (io.now() >= until) {
      if (deployed !== undefined) return deployed;
      throw new CommandError(
        'Twilio is still building after half an hour. Nothing has changed for agents: publish again.',
        1,
        'build_failed',
      );
    }
    await io.sleep(io.now() - began < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS);
  }
}

/** Asks once, and again for as long as there is hope. Asking twice is safe: what to do follows from what Twilio has. */
function ask(
  remote: Remote,
  ticket: Ticket,
  deadline: number,
  step: (what: string) => void,
  io: Pick<Io, 'now' | 'sleep'>,
): Promise<Progress> {
  let why = '';
  const judge = (error: unknown): Failure => {
    const words = error instanceof ServiceError ? PASSING.get(error.code) : undefined;
    if (!(error instanceof ServiceError) || words === undefined) return { retryable: false };
    why = words;
    return { retryable: true, ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter * 1000 }) };
  };
  return retry(
    () => finishPublication(remote.publish, ticket, remote.call()),
    judge,
    { retries: RETRIES, base: RETRY_BASE_MS, deadline },
    {
      now: io.now,
      random: Math.random,
      sleep(ms) {
        step(`${why}: asking again in ${Math.ceil(ms / 1000)} s`);
        return io.sleep(ms);
      },
    },
  );
}

/** An earlier attempt may have deployed without hearing so: the last one's own sentence could claim too much. */
function uncertain({ code, retryAfter, cause }: ServiceError, { revision }: Ticket): ServiceError {
  const message =
    `${PASSING.get(code) ?? code}, again and again. It is not certain whether revision ${revision} went live: ` +
    'once Twilio answers, `npm run schema -- history` tells. If it did not, publish again.';
  return new ServiceError(code, { message, retryAfter, cause });
}
