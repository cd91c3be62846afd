/** One event of the Tracking API: how the body of a call is read, and why an event is silently dropped. */
import { randomUUID } from 'node:crypto';
import { isObject, own, type Json, type JsonObject } from '../../display/json';
import { LIMITS } from './wire';

interface Common {
  userId?: string;
  anonymousId?: string;
  messageId: string;
  /** Milliseconds since 1970. */
  timestamp: number;
  context: JsonObject;
}

export type TrackingEvent = Common &
  ({ type: 'identify'; traits: Record<string, Json> } | { type: 'track'; event: string; properties: JsonObject });

/** The other calls that a batch may hold. They are accepted and change no profile here. */
const IGNORED = ['page', 'screen', 'group', 'alias'];

/**
 * Reads one event. Returns the event, or the reason it is dropped: the Tracking API answers 200 all the same.
 * @param now milliseconds since 1970, for events without a timestamp
 */
export function readEvent(type: string, body: JsonObject, now: number): TrackingEvent | { dropped: string } {
  const userId = identifier(own(body, 'userId'));
  const anonymousId = identifier(own(body, 'anonymousId'));
  if (userId === undefined && anonymousId === undefined) return { dropped: 'no userId and no anonymousId' };
  const given = own(body, 'messageId');
  const messageId = typeof given === 'string' && given !== '' ? given : `api-${randomUUID()}`;
  if (messageId.length > LIMITS.messageIdLength) return { dropped: 'messageId is longer than 100 characters' };
  const common: Common = {
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
    messageId,
    timestamp: time(own(body, 'timestamp')) ?? now,
    context: objectOr(own(body, 'context')),
  };
  if (type === 'identify') {
    const traits = objectOr(own(body, 'traits'));
    const count = Object.keys(traits).length;
    return count >= LIMITS.identifyTraits ? { dropped: `${String(count)} traits` } : { ...common, type, traits };
  }
  if (type === 'track') {
    const event = own(body, 'event');
    if (typeof event !== 'string' || event === '') return { dropped: 'track without an event name' };
    return { ...common, type, event, properties: objectOr(own(body, 'properties')) };
  }
  return { dropped: IGNORED.includes(type) ? `${type} calls change no profile here` : 'unknown type of call' };
}

function identifier(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function time(value: Json | undefined): number | undefined {
  const parsed = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

function objectOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
