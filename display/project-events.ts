import { only } from './claims';
import type { Compiled, EventsRule } from './compiled';
import type { Json, JsonObject } from './json';
import { isObject, own } from './json';
import { arrangementOf } from './layout';
import type { Decision } from './layout';
import { saysOrigin } from './origin';

/** An event as it leaves the server: no IP address, no browser's name, only the properties that rules name. */
export interface PersonaEvent {
  /** Segment's message id. */
  id: string;
  /** The event's name as Segment has it. */
  name: string;
  /** ISO 8601. */
  timestamp: string;
  properties: JsonObject;
}

/** How many properties of an event are shown while nothing is published. */
const genericProperties = 4;

/** Not even when a rule names it. */
const isSent = ([key]: [string, Json]): boolean => !saysOrigin(key);

/** The first properties that are texts, numbers or booleans. */
function someProperties(properties: JsonObject): JsonObject {
  const scalars = Object.entries(properties).filter(([, value]) => value !== null && typeof value !== 'object');
  return Object.fromEntries(scalars.slice(0, genericProperties));
}

/** Whether the document shows events of this name. `exclude` goes before `include`. */
export function isShownEvent(rules: EventsRule | null, name: string): boolean {
  if (rules === null) return true;
  return !rules.exclude.has(name) && (rules.include === null || rules.include.has(name));
}

/** The properties that the rule for this event needs; none without a rule. */
function neededProperties(rules: EventsRule | null, name: string, properties: JsonObject): JsonObject {
  const kept = only(properties, rules?.rules.get(name)?.needs);
  return isObject(kept) ? kept : {};
}

/** One of Segment's events, or one that was projected before. */
function read(event: unknown): PersonaEvent | undefined {
  if (!isObject(event)) return undefined;
  const text = (name: string, other: string): string | undefined => {
    const value = own(event, name) ?? own(event, other);
    return typeof value === 'string' ? value : undefined;
  };
  const id = text('message_id', 'id');
  const name = text('event', 'name');
  const timestamp = text('timestamp', 'timestamp');
  const properties = own(event, 'properties');
  if (id === undefined || name === undefined || timestamp === undefined) return undefined;
  return {
    id,
    name,
    timestamp,
    properties: isObject(properties) ? Object.fromEntries(Object.entries(properties).filter(isSent)) : {},
  };
}

/**
 * Segment's events, stripped to what is shown: name and time, and the properties that the event's rule names. Without a
 * published document (null) the first few simple properties. An unusable document sends none. Never throws; what is not
 * an event is left out. Doing it twice changes nothing.
 */
export function projectEvents(
  compiled: Compiled | null,
  decision: Decision,
  events: readonly unknown[],
): PersonaEvent[] {
  if (compiled !== null && !compiled.usable) return [];
  const rules = compiled === null ? null : arrangementOf(compiled, decision).events;
  const kept: PersonaEvent[] = [];
  for (const one of events) {
    const event = read(one);
    if (event === undefined || !isShownEvent(rules, event.name)) continue;
    const properties =
      compiled === null ? someProperties(event.properties) : neededProperties(rules, event.name, event.properties);
    kept.push({ ...event, properties });
  }
  return kept;
}
