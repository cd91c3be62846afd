import type { JsonObject } from '../../display/json';
import type { Call } from '../call';
import { sendBatch, type TrackingOptions } from '../segment/tracking';

/** What Segment is to learn of a customer. */
export interface Identification {
  userId: string;
  traits: JsonObject;
  /** The same for every attempt, so that Segment counts them once. */
  messageId: string;
}

export type DeliveryOptions = Omit<TrackingOptions, 'upstream'>;

/**
 * Sends one identify call and waits until Segment has taken it.
 *
 * @throws ServiceError `rate_limited`, `segment_refused`, `segment_unavailable`, `timeout`.
 */
export async function deliver(identification: Identification, options: DeliveryOptions, call: Call): Promise<void> {
  const fill = (analytics: { identify: (what: Identification) => void }) => analytics.identify({ ...identification });
  await sendBatch({ ...options, upstream: 'segment identify' }, 1, fill, call);
}
