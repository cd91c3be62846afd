import { ERROR_CODES, type ErrorCode } from '../schemas/error-codes';

interface ServiceErrorOptions {
  /** A sentence for people, instead of the table's. Never holds a token, a key or a customer's data. */
  message?: string;
  /** Seconds after which it makes sense to ask again. */
  retryAfter?: number | undefined;
  /** For the log alone; under the same rule as `message`. */
  detail?: string;
  cause?: unknown;
}

/** The one error that services throw on purpose. The code decides status and sentence (schemas/error-codes.ts). */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, options: ServiceErrorOptions = {}) {
    super(options.message ?? ERROR_CODES[code].message, { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.detail = options.detail;
  }
}

/** A ServiceError as it is; anything else as `internal`, whose own text nobody outside sees. */
export function toServiceError(error: unknown): ServiceError {
  return error instanceof ServiceError ? error : new ServiceError('internal', { cause: error });
}
