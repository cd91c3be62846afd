import { Analytics } from '@segment/analytics-node';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { loopback } from '../http/loopback';
import { parseRetryAfter } from '../http/retry';
import { wellFormedId } from '../http/upstream-id';
import type { TrackingConfig } from './config';

export interface TrackingOptions {
  config: TrackingConfig;
  /** Value of CUSTOMER_CONTEXT_LOOPBACK. */
  loopbackOrigin: string | undefined;
  /** Name of the exchange in the log. */
  upstream: string;
}

/** Kept back from the budget for the answer itself, in ms. */
const RESERVE_MS = 300;
const ATTEMPT_MS = 1_800;

/** What the last attempt came to. */
interface Outcome {
  status: number;
  attempts: number;
  retryAfter: number | undefined;
  requestId: string | undefined;
}

/**
 * Sends calls in one batch and waits until Segment has taken it. The library's own flush ends without a word when it
 * runs out of time, so only a 2xx that was seen counts as delivered.
 *
 * @param count how many calls `fill` makes.
 * @throws ServiceError `rate_limited`, `segment_refused`, `segment_unavailable`, `timeout`.
 */
export async function sendBatch(
  options: TrackingOptions,
  count: number,
  fill: (analytics: Analytics) => void,
  call: Call,
): Promise<void> {
  const started = call.now();
  const outcome: Outcome = { status: 0, attempts: 0, retryAfter: undefined, requestId: undefined };
  const route = loopback(options.loopbackOrigin);
  const analytics = new Analytics({
    writeKey: options.config.writeKey,
    host: options.config.host,
    flushAt: count,
    maxRetries: 2,
    httpRequestTimeout: ATTEMPT_MS,
    httpClient: async (url, { method, headers, body, signal }) => {
      outcome.attempts += 1;
      outcome.status = 0;
      const response = await fetch(route(new URL(url)), {
        method,
        headers,
        body,
        redirect: 'manual',
        signal: signal as AbortSignal,
      });
      outcome.status = response.status;
      outcome.retryAfter = parseRetryAfter(response.headers.get('retry-after'), call.now());
      outcome.requestId = wellFormedId(response.headers.get('request-id'));
      await response.body?.cancel();
      return response;
    },
  });
  // The library reports failures here; what counts is the status that was seen.
  analytics.on('error', () => undefined);
  fill(analytics);
  await analytics.closeAndFlush({ timeout: Math.max(1, call.deadline - started - RESERVE_MS) });
  const { status, attempts, requestId } = outcome;
  call.record({
    upstream: options.upstream,
    status,
    duration: call.now() - started,
    retries: Math.max(0, attempts - 1),
    ...(requestId === undefined ? {} : { requestId }),
  });
  if (status < 200 || status > 299) throw failureOf(outcome, options.upstream);
}

function failureOf({ status, retryAfter }: Outcome, upstream: string): ServiceError {
  const detail = `${upstream} ${status}`;
  if (status === 429) {
    const seconds = retryAfter === undefined ? undefined : Math.ceil(retryAfter / 1000);
    return new ServiceError('rate_limited', { detail, retryAfter: seconds });
  }
  return new ServiceError(status >= 400 && status < 500 ? 'segment_refused' : 'segment_unavailable', { detail });
}
