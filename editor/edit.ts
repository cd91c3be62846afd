import { setOwn } from '../display/edit';
import { isObject, type Json, type JsonObject } from '../display/json';
import { escapeSegment, parsePointer, valueAt } from '../display/pointer';

/**
 * Edits of a document at JSON Pointers. Everything here returns a new document and shares what it did not touch with the
 * old one: keys that nobody knows, and the order of all of them, survive every edit.
 */

/** The value at a pointer, or undefined. */
export function at(document: Json, pointer: string): Json | undefined {
  const path = parsePointer(pointer);
  return path && valueAt(document, path);
}

/** The list at a pointer; empty when there is none. */
export function listAt(document: Json, pointer: string): readonly Json[] {
  const value = at(document, pointer);
  return Array.isArray(value) ? value : [];
}

/** A pointer one step further. */
export function below(pointer: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>((made, step) => `${made}/${escapeSegment(String(step))}`, pointer);
}

/** The pointer of what holds a value, and the last step to it; undefined for the document itself. */
export function parentOf(pointer: string): { parent: string; step: string } | undefined {
  const path = parsePointer(pointer);
  const step = path?.at(-1);
  return step === undefined ? undefined : { parent: pointer.slice(0, pointer.lastIndexOf('/')), step };
}

/** Position in a list that a pointer ends with, or undefined. */
export function indexOf(pointer: string): number | undefined {
  const step = parentOf(pointer)?.step;
  return step !== undefined && /^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : undefined;
}

/**
 * The document with the value at a pointer changed; undefined from `change` removes it. The parts on the way that are
 * missing are made as objects. Returns the document as it is where the pointer leads through something else.
 */
export function changedAt(
  document: Json,
  pointer: string,
  change: (value: Json | undefined) => Json | undefined,
  order?: readonly string[],
): Json {
  const path = parsePointer(pointer);
  if (path === undefined) return document;
  return changed(document, path, change, order) ?? document;
}

/** As `changedAt`, to a value. `order`: where among its siblings a property that was missing goes. */
export function setAt(document: Json, pointer: string, value: Json | undefined, order?: readonly string[]): Json {
  return changedAt(document, pointer, () => value, order);
}

function changed(
  value: Json | undefined,
  path: readonly string[],
  change: (value: Json | undefined) => Json | undefined,
  order: readonly string[] | undefined,
): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const index = /^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : -1;
    if (index < 0 || index >= value.length) return value;
    const after = changed(value[index], rest, change, order);
    return after === value[index] ? value : spliced(value, index, 1, after === undefined ? [] : [after]);
  }
  if (value !== undefined && !isObject(value)) return value;
  const object = value ?? {};
  const before = Object.hasOwn(object, step) ? object[step] : undefined;
  const after = changed(before, rest, change, order);
  if (after === before) return value;
  return after === undefined ? withoutKey(object, step) : withKey(object, step, after, rest.length ? undefined : order);
}

/** A copy of a list with `count` items at `index` replaced. */
export function spliced(list: readonly Json[], index: number, count: number, items: readonly Json[] = []): Json[] {
  return [...list.slice(0, index), ...items, ...list.slice(index + count)];
}

/** The object without one of its keys. */
export function withoutKey(object: JsonObject, key: string): JsonObject {
  const copy: JsonObject = {};
  for (const [name, value] of Object.entries(object)) if (name !== key) setOwn(copy, name, value);
  return copy;
}

/** The object with a key set: in its place where it exists, else before the first key that comes later in `order`. */
export function withKey(object: JsonObject, key: string, value: Json, order: readonly string[] = []): JsonObject {
  const copy: JsonObject = {};
  const rank = order.indexOf(key);
  const isNew = !Object.hasOwn(object, key);
  for (const [name, old] of Object.entries(object)) {
    if (isNew && rank >= 0 && order.indexOf(name) > rank && !Object.hasOwn(copy, key)) setOwn(copy, key, value);
    setOwn(copy, name, name === key ? value : old);
  }
  if (!Object.hasOwn(copy, key)) setOwn(copy, key, value);
  return copy;
}
