import { isObject } from '../../display/json';

/** What Twilio said, or that it said nothing: the same for every client that commands use. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  /**
   * @param status HTTP status; 0: there was no answer of Twilio’s, and nobody knows whether the request was carried out.
   * @param said Twilio's own sentence; with status 0 why there was none, where that is known.
   */
  constructor(
    readonly status: number,
    readonly said: string | undefined,
    options?: ErrorOptions,
  ) {
    const what = status === 0 ? 'Twilio did not answer' : `Twilio answered ${status}`;
    super(said === undefined ? what : `${what}: ${said}`, options);
  }
}

/**
 * An error of one of Twilio's clients as a CloudError; undefined for anything else, which is a mistake of ours. Reads
 * what the `twilio` package throws: its own `RestException`, and the errors of the HTTP client in it. Their texts may
 * hold addresses and headers, so only status and Twilio's sentence are taken over.
 */
export function cloudError(error: unknown): CloudError | undefined {
  if (error instanceof CloudError) return error;
  if (!isObject(error)) return undefined;
  const { status, message, isAxiosError } = error;
  // Whatever the connection ended with, such as a certificate that is not trusted: it has words of its own for each.
  if (isAxiosError === true) return new CloudError(0, undefined, { cause: error });
  if (typeof status === 'number' && status >= 400) return new CloudError(status, sentenceIn(message), { cause: error });
  return undefined;
}

const LONGEST = 300;

/**
 * Twilio's sentence out of an answer, on one line and of a bearable length: who answers may be a proxy, with anything.
 *
 * @returns undefined where there is none
 */
export function sentenceIn(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined;
  // The library's own words for an answer that says nothing.
  if (/^\[HTTP \d+\] Failed to execute request$/.test(message)) return undefined;
  const line = message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (line === '') return undefined;
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
