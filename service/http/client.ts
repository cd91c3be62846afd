import { isObject } from '../../display/json';
import { loopback } from './loopback';
import { BodyTooLarge, readBody } from './read-body';
import { parseRetryAfter, retry, type RetryClock } from './retry';
import { wellFormedId } from './upstream-id';

/** One exchange with an upstream, for the log: nothing in it is personal or secret. */
export interface Exchange {
  /** Short name of the upstream: "iam", "taskrouter", "segment". */
  upstream: string;
  /** HTTP status of the last attempt; 0 when there was none. */
  status: number;
  /** Milliseconds from the first attempt to the last byte. */
  duration: number;
  retries: number;
  /** The upstream's own id of the exchange (Segment's and Twilio's `Request-Id`). */
  requestId?: string;
}

export interface HttpRequest {
  /** Short name of the upstream, for log and errors. */
  upstream: string;
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds since 1970 by which the answer must be here. */
  deadline: number;
  /** Largest answer taken, in bytes. Default 1 MB. */
  maxBytes?: number;
  /** Attempts beyond the first on 429, 5xx and broken connections. Default 2; 0 for what must not be sent twice. */
  retries?: number;
  /** Told about the exchange once, when it is over. */
  record?: (exchange: Exchange) => void;
}

export interface HttpResponse {
  status: number;
  /** Parsed JSON; undefined when the body was empty or no JSON. */
  json: unknown;
  /** Size of the body. */
  bytes: number;
  /** Milliseconds that a 429 or 5xx asked us to wait. */
  retryAfter?: number;
}

/** Why there is no answer at all. A status is an answer; what it means is for the caller. */
export type HttpFault = 'timeout' | 'unreachable' | 'too_large' | 'redirect';

export class HttpError extends Error {
  override readonly name = 'HttpError';
  constructor(
    readonly upstream: string,
    readonly fault: HttpFault,
    options?: ErrorOptions,
  ) {
    super(`${upstream}: ${fault}`, options);
  }
}

export interface HttpClient {
  /**
   * Sends a request and gives back whatever status came. Follows no redirect, reads no more than `maxBytes`, ends by
   * `deadline`, and tries again on 429, 5xx and broken connections while there is time.
   *
   * @throws HttpError when there is no answer: `timeout`, `unreachable`, `too_large`, `redirect`.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
}

export interface HttpClientOptions extends Partial<RetryClock> {
  /** Value of CUSTOMER_CONTEXT_LOOPBACK. */
  loopbackOrigin?: string | undefined;
  fetch?: typeof fetch;
}

const DEFAULT_MAX_BYTES = 1_000_000;
const RETRY_BASE_MS = 200;

/** An answer that asks to be retried, carried through the retry loop. */
class Unavailable extends Error {
  constructor(readonly response: HttpResponse) {
    super('Unavailable');
  }
}

/**
 * The one HTTP client of the service. It uses Node's own fetch, whose connections stay open between requests of a
 * container.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const route = loopback(options.loopbackOrigin);
  const clock: RetryClock = {
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    sleep: options.sleep ?? ((ms) => new Promise((done) => setTimeout(done, ms))),
  };
  const send = options.fetch ?? fetch;

  async function attempt(request: HttpRequest, seen: { status: number; requestId?: string }): Promise<HttpResponse> {
    const remaining = request.deadline - clock.now();
    if (remaining <= 0) throw new HttpError(request.upstream, 'timeout');
    const signal = AbortSignal.timeout(Math.ceil(remaining));
    try {
      const response = await send(route(new URL(request.url)), {
        method: request.method ?? 'GET',
        headers: { Accept: 'application/json', ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        redirect: 'manual',
        signal,
      });
      seen.status = response.status;
      const id = wellFormedId(response.headers.get('request-id') ?? response.headers.get('twilio-request-id'));
      if (id !== undefined) seen.requestId = id;
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
        await response.body?.cancel().catch(() => undefined);
        throw new HttpError(request.upstream, 'redirect');
      }
      const text = await readBody(response.body, request.maxBytes ?? DEFAULT_MAX_BYTES);
      const retryAfter = parseRetryAfter(response.headers.get('retry-after'), clock.now());
      const answer = {
        status: response.status,
        json: parse(text),
        bytes: Buffer.byteLength(text),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      };
      if (response.status === 429 || response.status >= 500) throw new Unavailable(answer);
      return answer;
    } catch (error) {
      if (error instanceof HttpError || error instanceof Unavailable) throw error;
      if (error instanceof BodyTooLarge) throw new HttpError(request.upstream, 'too_large');
      // The cause may quote an address; the message above it never does.
      throw new HttpError(request.upstream, signal.aborted ? 'timeout' : 'unreachable', { cause: error });
    }
  }

  return {
    async send(request) {
      const started = clock.now();
      const seen: { status: number; requestId?: string } = { status: 0 };
      let retries = 0;
      try {
        return await retry(
          (count) => {
            retries = count;
            return attempt(request, seen);
          },
          judge,
          { retries: request.retries ?? 2, base: RETRY_BASE_MS, deadline: request.deadline },
          clock,
        );
      } catch (error) {
        if (error instanceof Unavailable) return error.response;
        throw error;
      } finally {
        request.record?.({ upstream: request.upstream, duration: clock.now() - started, retries, ...seen });
      }
    },
  };
}

function judge(error: unknown) {
  if (error instanceof Unavailable) {
    const { retryAfter } = error.response;
    return { retryable: true, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  return { retryable: error instanceof HttpError && error.fault === 'unreachable' };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer's body when it is a JSON object; undefined otherwise. */
export function objectOf(response: HttpResponse): Record<string, unknown> | undefined {
  return isObject(response.json) ? response.json : undefined;
}
