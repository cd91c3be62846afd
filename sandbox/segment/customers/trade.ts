/** What each trade tells Segment about its customers: hand-written people, and a vocabulary to invent more from. */
import type { Json, JsonObject } from '../../../display/json';
import type { Customer, CustomerEvent } from '../customer';
import type { Random } from '../random';
import type { Ago } from './ago';

/** A hand-written customer, filled up from the vocabulary to exactly these totals. */
export interface Headline extends Customer {
  /** Traits of all classes together, and events of the last 14 days. */
  totals: { traits: number; events: number };
}

export interface EventKind {
  event: string;
  path: string;
  properties: (random: Random) => JsonObject;
}

export interface Trade {
  name: 'retail' | 'bank' | 'telecom' | 'travel' | 'health' | 'saas';
  headlines: (ago: Ago) => Headline[];
  traits: (random: Random, ago: Ago) => Record<string, Json>;
  computed: (random: Random, ago: Ago) => Record<string, Json>;
  audiences: readonly string[];
  /** The first is the most frequent. */
  events: readonly [EventKind, ...EventKind[]];
}

/** Rounds to cents. */
export function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

/** One event of a hand-written customer. */
export function event(name: string, minutesAgo: number, path: string, properties: JsonObject): CustomerEvent {
  return { event: name, minutesAgo, path, properties };
}
