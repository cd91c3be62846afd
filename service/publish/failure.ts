import type { ErrorCode } from '../../schemas/error-codes';
import { ServiceError } from '../error';

/**
 * Runs one step of publishing that changes nothing for agents. Its failures keep their code and say so, and what to do.
 *
 * @param doing completes "while …".
 */
export async function harmless<T>(doing: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw explain(error, doing);
  }
}

/** The same failure with a sentence for an admin. */
export function explain(error: unknown, doing: string): unknown {
  if (!(error instanceof ServiceError)) return error;
  const { code, retryAfter, detail = code, cause } = error;
  const what = WORDS.get(code);
  if (what === undefined) return error;
  const when = retryAfter === undefined ? '' : ` in ${retryAfter} seconds`;
  const message = `${what} while ${doing}. Nothing has changed for agents and your draft is kept: try again${when}.`;
  return new ServiceError(code, { message, retryAfter, detail, cause });
}

const WORDS = new Map<ErrorCode, string>([
  ['rate_limited', 'Twilio had too many requests'],
  ['timeout', 'Twilio took too long'],
  ['twilio_unavailable', 'Twilio refused or did not answer'],
]);
