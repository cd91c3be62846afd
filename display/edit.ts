import type { Json, JsonObject } from './json';

/** Sets an own property whatever the key is called: assigning to `__proto__` would change the object's prototype. */
export function setOwn<Value>(object: Record<string, Value>, key: string, value: Value): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}

const hasOwn = (object: object, key: string): boolean => Object.prototype.hasOwnProperty.call(object, key);

/**
 * The object with some of its own properties changed, or removed where `change` returns undefined. Keys that it lacks are
 * skipped. The input is never changed, and is returned when nothing differs.
 */
export function edited(
  object: JsonObject,
  keys: Iterable<string>,
  change: (value: Json, key: string) => Json | undefined,
): JsonObject {
  const changes = new Map<string, Json | undefined>();
  for (const key of keys) {
    if (!hasOwn(object, key)) continue;
    const before = object[key] ?? null;
    const after = change(before, key);
    if (after !== before) changes.set(key, after);
  }
  if (changes.size === 0) return object;
  // Key by key, because spreading a large object and then deleting from it takes twice as long.
  const copy: JsonObject = {};
  for (const key of Object.keys(object)) {
    const value = changes.has(key) ? changes.get(key) : object[key];
    if (value !== undefined) setOwn(copy, key, value);
  }
  return copy;
}
