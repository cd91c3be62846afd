import { setOwn } from '../../display/edit';
import { isObject, type Json, type JsonObject } from '../../display/json';
import { saysOrigin } from '../../display/origin';

/** One thing a customer did, as the service passes it on: without address, browser, and everything else about the device.
 * A type and not an interface: as such it is JSON to the compiler. */
export type PersonaEvent = {
  /** Segment's message id. */
  id: string;
  /** The event's name as Segment has it. */
  name: string;
  /** ISO 8601. */
  timestamp: string;
  properties: JsonObject;
};

/** Takes from an item of Segment's answer what an event is, and leaves the rest; undefined when it is none. */
export function readEvent(item: Json): PersonaEvent | undefined {
  if (!isObject(item)) return undefined;
  const { message_id: id, event: name, timestamp, properties } = item;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof timestamp !== 'string') return undefined;
  if (Number.isNaN(Date.parse(timestamp))) return undefined;
  return { id, name, timestamp, properties: isObject(properties) ? withoutOrigin(properties) : {} };
}

function withoutOrigin(object: JsonObject): JsonObject {
  const left: JsonObject = {};
  for (const [key, value] of Object.entries(object)) if (!saysOrigin(key)) setOwn(left, key, cleaned(value));
  return left;
}

function cleaned(value: Json): Json {
  if (Array.isArray(value)) return value.map(cleaned);
  return isObject(value) ? withoutOrigin(value) : value;
}
