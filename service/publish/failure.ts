import type { ErrorCode } from '../../schemas/error-codes';
import { ServiceError } from '../error';

/**
 * Runs one step of publishing that changes nothing for agents, while it is known that nothing has changed before it. Its
 * failures keep their code and say so, and what to do.
 *
 * @param doing completes "while …".
 */
export function harmless<T>(doing: string, step: () => Promise<T>): Promise<T> {
  return explaining(doing, UNCHANGED, step);
}

/** As `harmless`, where an earlier request may have deployed already: its failures claim nothing about agents. */
export function uncertain<T>(doing: string, step: () => Promise<T>): Promise<T> {
  return explaining(doing, UNCERTAIN, step);
}

/** The failure of a step that is known to have changed nothing, with a sentence for an admin. */
export function unchanged(error: unknown, doing: string): unknown {
  return explain(error, doing, UNCHANGED);
}

const UNCHANGED = 'Nothing has changed for agents and your draft is kept: try again';
const UNCERTAIN = 'It is not certain how far this publication is. Your draft is kept: check again';

async function explaining<T>(doing: string, state: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw explain(error, doing, state);
  }
}

function explain(error: unknown, doing: string, state: string): unknown {
  if (!(error instanceof ServiceError)) return error;
  const { code, retryAfter, detail = code, cause } = error;
  const what = WORDS.get(code);
  if (what === undefined) return error;
  const when = retryAfter === undefined ? '' : ` in ${retryAfter} seconds`;
  return new ServiceError(code, { message: `${what} while ${doing}. ${state}${when}.`, retryAfter, detail, cause });
}

const WORDS = new Map<ErrorCode, string>([
  ['rate_limited', 'Twilio had too many requests'],
  ['timeout', 'Twilio took too long'],
  ['twilio_unavailable', 'Twilio refused or did not answer'],
]);
