import type { Json, JsonObject } from './json';

/**
 * Keys and JSON Pointers (RFC 6901).
 *
 * A *key* in a document is an own top-level key, taken literally (dots and spaces included). A key that starts with "/"
 * is a pointer over own properties; a literal key that itself starts with "/" is written "/~1…".
 */

/** One step of a pointer with "~0" and "~1" undone, or undefined when it holds a "~" that is neither. */
function unescapeSegment(segment: string): string | undefined {
  if (!segment.includes('~')) return segment;
  if (/~(?![01])/.test(segment)) return undefined;
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** One step of a pointer as it is written: "a/b" → "a~1b". */
export function escapeSegment(segment: string): string {
  return segment.includes('~') || segment.includes('/') ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
}

/** The steps of a pointer ("" has none), or undefined when it is not a valid pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  const segments: string[] = [];
  for (const written of pointer.slice(1).split('/')) {
    const segment = unescapeSegment(written);
    if (segment === undefined) return undefined;
    segments.push(segment);
  }
  return segments;
}

/** The pointer with these steps. The reverse of `parsePointer`. */
export function formatPointer(segments: readonly string[]): string {
  return segments.map((segment) => `/${escapeSegment(segment)}`).join('');
}

/** The steps that a document's key stands for, or undefined when it is a malformed pointer. */
export function pathOf(key: string): string[] | undefined {
  return key.startsWith('/') ? parsePointer(key) : [key];
}

/** The JSON Pointer of a document's key: "total" → "/total", "/order/total" stays. A malformed pointer stays as it is. */
export function pointerOf(key: string): string {
  return key.startsWith('/') ? key : `/${escapeSegment(key)}`;
}

/** The document's key for a path: the bare name of a top-level key where that is unambiguous, else its pointer. */
export function keyOf(path: readonly string[]): string {
  const [first] = path;
  return path.length === 1 && first !== undefined && !first.startsWith('/') ? first : formatPointer(path);
}

/** "0", "7", "12": the only spelling of an array index that RFC 6901 knows. */
const canonicalIndex = /^(?:0|[1-9]\d{0,15})$/;

/** The own child of a value by one step, or undefined. Never walks the prototype chain. */
export function child(value: Json, segment: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return canonicalIndex.test(segment) ? value[Number(segment)] : undefined;
  return Object.prototype.hasOwnProperty.call(value, segment) ? value[segment] : undefined;
}

/** The value at a path, or undefined. */
export function valueAt(data: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = data;
  for (const segment of path) {
    if (value === undefined) return undefined;
    value = child(value, segment);
  }
  return value;
}

/** The value that a document's key names in `data`, or undefined when there is none or the key is malformed. */
export function resolve(data: JsonObject, key: string): Json | undefined {
  const path = pathOf(key);
  return path && valueAt(data, path);
}
