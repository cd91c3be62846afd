import { isObject } from '../../display/json';

/** What Twilio said, or that it said nothing: the same for every client that commands use. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  /**
   * @param status HTTP status; 0: there was no answer, and nobody knows whether the request was carried out.
   * @param said Twilio's own sentence.
   */
  constructor(
    readonly status: number,
    readonly said: string | undefined,
    options?: ErrorOptions,
  ) {
    super(
      status === 0 ? 'Twilio did not answer' : `Twilio answered ${status}${said === undefined ? '' : `: ${said}`}`,
      options,
    );
  }
}

/** Codes of connections that broke or were never made. */
const CONNECTION = /^(?:E[A-Z_]{4,}|ERR_[A-Z_]+|UND_ERR_[A-Z_]+)$/;

/**
 * An error of one of Twilio's clients as a CloudError; undefined for anything else, which is a mistake of ours. Reads
 * what `twilio` (`RestException`), `@twilio-labs/serverless-api` (got's errors, and its own) throw. Their texts may hold
 * addresses and headers, so only status and Twilio's sentence are taken over.
 */
export function cloudError(error: unknown): CloudError | undefined {
  if (error instanceof CloudError) return error;
  if (!isObject(error)) return undefined;
  const { status, response, code, message, isAxiosError } = error;
  if (typeof status === 'number' && status >= 400) {
    return new CloudError(status, typeof message === 'string' ? message : undefined, { cause: error });
  }
  if (isObject(response) && typeof response['statusCode'] === 'number') {
    return new CloudError(response['statusCode'], sentenceOf(response['body']), { cause: error });
  }
  // Among others a certificate that is not trusted: each library has words of its own for that.
  const unanswered = isAxiosError === true || (typeof code === 'string' && CONNECTION.test(code));
  if (unanswered) return new CloudError(0, undefined, { cause: error });
  return undefined;
}

function sentenceOf(body: unknown): string | undefined {
  let json = body;
  if (typeof body === 'string') {
    try {
      json = JSON.parse(body);
    } catch {
      return undefined;
    }
  }
  return isObject(json) && typeof json['message'] === 'string' ? json['message'] : undefined;
}
