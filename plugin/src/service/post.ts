import type { ErrorCode } from '../../../schemas/error-codes';
import { ERROR_CODES } from '../../../schemas/error-codes';
import type { Json } from '../../../display/json';
import { isObject, own } from '../../../display/json';

/** What went wrong: a code of the service, or that it could not be reached or understood at all. */
export type FailureCode = ErrorCode | 'unreachable';

/** A request that was not answered as asked. Its message is a code: sentences for people are chosen where they are shown. */
export class ServiceError extends Error {
  constructor(
    readonly code: FailureCode,
    /** Seconds to wait before asking again, where the service said so. */
    readonly retryAfter?: number,
    /** The service's own sentence: for admins, whose requests it explains. */
    readonly said?: string,
  ) {
    super(code);
    this.name = 'ServiceError';
  }

  /** Whether the same request may succeed later. */
  get retryable(): boolean {
    return this.code === 'unreachable' || ERROR_CODES[this.code].retryable;
  }
}

/** Asks one URL of the service. Resolves with its answer, rejects with a `ServiceError`. */
export type Post = (path: string, parameters: Record<string, string>, signal?: AbortSignal) => Promise<Json>;

/** A little more than the service's own limit per request. */
const TIMEOUT_MS = 12_000;

function failureOf(answer: Json): ServiceError {
  const error = isObject(answer) ? own(answer, 'error') : undefined;
  if (error === undefined || !isObject(error)) return new ServiceError('unreachable');
  const code = own(error, 'code');
  const retryAfter = own(error, 'retryAfter');
  const said = own(error, 'message');
  return new ServiceError(
    typeof code === 'string' && Object.prototype.hasOwnProperty.call(ERROR_CODES, code)
      ? (code as ErrorCode)
      : 'internal',
    typeof retryAfter === 'number' ? retryAfter : undefined,
    typeof said === 'string' && said !== '' ? said : undefined,
  );
}

/**
 * Form-encoded POSTs without headers of our own, which browsers send without asking first. The Flex token goes in the
 * body: never in an address, where it would be logged.
 */
export function createPost(base: string, token: () => string): Post {
  return async (path, parameters, signal) => {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    signal?.addEventListener('abort', abort);
    const timer = setTimeout(abort, TIMEOUT_MS);
    try {
      const response = await fetch(`${base}/${path}`, {
        method: 'POST',
        body: new URLSearchParams({ ...parameters, Token: token() }),
        signal: controller.signal,
        credentials: 'omit',
        redirect: 'error',
      });
      const answer = (await response.json()) as Json;
      if (!response.ok) throw failureOf(answer);
      return answer;
    } catch (error) {
      throw error instanceof ServiceError ? error : new ServiceError('unreachable');
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
}
