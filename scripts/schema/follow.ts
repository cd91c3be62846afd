import { ServiceError } from '../../service/error';
import { finishPublication, type Progress } from '../../service/publish/finish';
import type { Ticket } from '../../service/publish/ticket';
import { CommandError, type Io } from './command';
import type { Remote } from './remote';

/** What a publication came to. `deployed`: not served in all the time that was waited. */
export type Ended = Exclude<Progress, { status: 'building' }>;

const POLL_MS = 1_500;
/** Most builds take seconds; one that takes minutes is not asked about every second. */
const SLOW_POLL_MS = 15_000;
const SLOW_AFTER_MS = 60_000;
/** A ticket of the editor lives as long. */
const PATIENCE_MS = 30 * 60_000;
/** Faults of Twilio that pass by themselves, and how many in a row are taken for that. */
const PASSING: ReadonlySet<string> = new Set(['rate_limited', 'timeout', 'twilio_unavailable', 'schema_unavailable']);
const MOST_FAULTS = 8;

/**
 * Asks until agents have a publication, or something else has become of it. A fault on the way is told and asked about
 * again: what has begun goes on at Twilio whether or not anybody hears of it.
 *
 * @throws ServiceError when the fault is none that passes, or has come too many times in a row.
 */
export async function follow(remote: Remote, ticket: Ticket, step: (what: string) => void, io: Io): Promise<Ended> {
  const began = io.now();
  let announced = false;
  let faults = 0;
  for (;;) {
    let wait = io.now() - began < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS;
    try {
      const progress = await finishPublication(remote.publish, ticket, remote.call());
      faults = 0;
      if (progress.status !== 'building' && progress.status !== 'deployed') return progress;
      if (progress.status === 'deployed' && !announced) {
        announced = true;
        step('Deployed, not served yet');
      }
      if (io.now() - began >= PATIENCE_MS) {
        if (progress.status === 'deployed') return progress;
        throw new CommandError(
          'Twilio is still building after half an hour. Nothing has changed for agents: publish again.',
          1,
          'build_failed',
        );
      }
    } catch (error) {
      faults += 1;
      if (!(error instanceof ServiceError) || !PASSING.has(error.code) || faults >= MOST_FAULTS) throw error;
      wait = Math.min(SLOW_POLL_MS, Math.max((error.retryAfter ?? 0) * 1000, POLL_MS * 2 ** faults));
      step(`${error.message.split('. ')[0]}: asking again in ${Math.ceil(wait / 1000)} s`);
    }
    await io.sleep(wait);
  }
}
