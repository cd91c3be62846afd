import { setOwn } from '../../display/edit';
import type { JsonObject } from '../../display/json';
import type { StudioEvent } from '../../schemas/generated/studio-persona';

const LONGEST_EVENT_NAME = 500;

/** Studio reads at most 64 kB; what stands around traits and events has room in the rest. */
export const STUDIO_BYTES = 64_000;
/** Without `lastEvent`, whose size is counted: a character of it may take six bytes of JSON. */
const ROOM_FOR_THE_REST = 1_000;

export interface Fitted {
  traits: JsonObject;
  events: StudioEvent[];
  truncated: boolean;
}

/** Name of the newest event, shortened; empty when there is none. */
export function lastEventOf(events: readonly { name: string }[]): string {
  return (events[0]?.name ?? '').slice(0, LONGEST_EVENT_NAME);
}

/**
 * Makes traits and events fit into what Studio reads. What goes first: the oldest events, one by one; then the largest
 * traits, one by one. A value is left out whole, never cut.
 *
 * @param events newest first.
 */
export function fitForStudio(traits: JsonObject, events: readonly StudioEvent[], limit = STUDIO_BYTES): Fitted {
  const traitSizes = Object.entries(traits).map(([key, value]) => ({ key, value, bytes: size(key) + size(value) + 2 }));
  const eventSizes = events.map((event) => ({ event, bytes: size(event) + 1 }));
  let left = limit - ROOM_FOR_THE_REST - size(lastEventOf(events)) - sum(traitSizes) - sum(eventSizes);
  while (left < 0) {
    const oldest = eventSizes.pop();
    if (oldest === undefined) break;
    left += oldest.bytes;
  }
  const dropped = new Set<string>();
  for (const { key, bytes } of [...traitSizes].sort((a, b) => b.bytes - a.bytes)) {
    if (left >= 0) break;
    dropped.add(key);
    left += bytes;
  }
  const kept: JsonObject = {};
  for (const { key, value } of traitSizes) if (!dropped.has(key)) setOwn(kept, key, value);
  return {
    traits: kept,
    events: eventSizes.map(({ event }) => event),
    truncated: dropped.size > 0 || eventSizes.length < events.length,
  };
}

function size(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}

function sum(items: readonly { bytes: number }[]): number {
  return items.reduce((total, { bytes }) => total + bytes, 0);
}
