import { ERROR_CODES } from '../../../schemas/error-codes';
import type { FailureCode } from '../service/post';

/** Why a part of a persona is not here, or not as new as it could be. */
export interface Trouble {
  code: FailureCode | 'offline';
  /** When it is asked for again by itself (ms since 1970). */
  retryAt?: number | undefined;
  /** The service's own sentence, for admins. */
  said?: string | undefined;
}

/**
 * Whether what is here already may stay on the screen. Not when the service says that this worker may not see this
 * customer, or that there is none.
 */
export function keepsData({ code }: Trouble): boolean {
  if (code === 'offline' || code === 'unreachable') return true;
  const { status } = ERROR_CODES[code];
  return status === 429 || status >= 500;
}

/** Whether asking again, by hand, may help. */
export function isRetryable({ code, retryAt }: Trouble): boolean {
  if (code === 'offline' || retryAt !== undefined) return false;
  return code === 'unreachable' || ERROR_CODES[code].retryable;
}
