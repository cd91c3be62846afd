import type { Json, JsonObject } from '../../../display/json';

/** Attributes that Flex and flows change during a task and that never say who the customer is. */
const neverIdentify = new Set(['context', 'conversations']);

/**
 * Everything among a task's attributes that may say who the customer is: which of them do is a setting of the service.
 * When it changes, the customer may be another one.
 */
export function identityOf(attributes: JsonObject): string {
  const telling: [string, Json][] = Object.entries(attributes).filter(([key]) => !neverIdentify.has(key));
  return JSON.stringify(telling.sort(([a], [b]) => (a < b ? -1 : 1)));
}
