/** What the sandbox knows of an invented customer before it becomes a profile in a space. */
import type { Json, JsonObject } from '../../display/json';

/** How Segment came by a trait: sent by `identify`, or worked out by Segment itself. */
export type TraitClass = 'custom' | 'computed_trait' | 'audience';

export interface CustomerEvent {
  event: string;
  properties: JsonObject;
  /** Minutes before the sandbox started. Events older than 14 days exist, and are never returned. */
  minutesAgo: number;
  /** Path of the page it happened on. */
  path?: string;
}

export interface Customer {
  userId: string;
  /** External ids besides `user_id`, as type and id. */
  ids: { type: string; id: string }[];
  /** Traits as `identify` calls sent them. */
  traits: Record<string, Json>;
  /** Traits that Segment computes. */
  computed?: Record<string, Json>;
  /** Names of audiences the customer is in (true) or has left (false). */
  audiences?: Record<string, boolean>;
  events: CustomerEvent[];
  /** Ids of accounts (`group_id`) the customer belongs to. */
  accounts?: string[];
  /** Days since the customer was first seen. */
  firstSeenDaysAgo: number;
}

export interface Account {
  groupId: string;
  traits: Record<string, Json>;
}
