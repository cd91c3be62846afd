import { Analytics } from '@segment/analytics-node';
import type { JsonObject } from '../../display/json';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { loopback } from '../http/loopback';
import { parseRetryAfter } from '../http/retry';
import type { TrackingConfig } from '../segment/config';

/** What Segment is to learn of a customer. */
export interface Identification {
  userId: string;
  traits: JsonObject;
  /** The same for every attempt, so that Segment counts them once. */
  messageId: string;
}

export interface DeliveryOptions {
  config: TrackingConfig;
  /** Value of CUSTOMER_CONTEXT_LOOPBACK. */
  loopbackOrigin: string | undefined;
}

/** Kept back from the budget for the answer itself, in ms. */
const RESERVE_MS = 300;
const ATTEMPT_MS = 1_800;

/** What the last attempt came to. */
interface Outcome {
  status: number;
  attempts: number;
  retryAfter: number | undefined;
}

/**
 * Sends one identify call and waits until Segment has taken it. The library's own flush ends without a word when it runs
 * out of time, so only a 2xx that was seen counts as delivered.
 *
 * @throws ServiceError `rate_limited`, `segment_refused`, `segment_unavailable`, `timeout`.
 */
export async function deliver(identification: Identification, options: DeliveryOptions, call: Call): Promise<void> {
  const started = call.now();
  const outcome: Outcome = { status: 0, attempts: 0, retryAfter: undefined };
  const route = loopback(options.loopbackOrigin);
  const analytics = new Analytics({
    writeKey: options.config.writeKey,
    host: options.config.host,
    flushAt: 1,
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
      await response.body?.cancel();
      return response;
    },
  });
  // The library reports failures here; what counts is the status that was seen.
  analytics.on('error', () => undefined);
  analytics.identify({ ...identification });
  await analytics.closeAndFlush({ timeout: Math.max(1, call.deadline - started - RESERVE_MS) });
  call.record({
    upstream: 'segment identify',
    status: outcome.status,
    duration: call.now() - started,
    retries: Math.max(0, outcome.attempts - 1),
  });
  if (outcome.status < 200 || outcome.status > 299) throw failureOf(outcome);
}

function failureOf({ status, retryAfter }: Outcome): ServiceError {
  const detail = `segment identify ${status}`;
  if (status === 429) {
    const seconds = retryAfter === undefined ? undefined : Math.ceil(retryAfter / 1000);
    return new ServiceError('rate_limited', { detail, retryAfter: seconds });
  }
  return new ServiceError(status >= 400 && status < 500 ? 'segment_refused' : 'segment_unavailable', { detail });
}
