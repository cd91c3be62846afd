import { setOwn } from '../../../../display/edit';
import { isObject, own, type Json, type JsonObject } from '../../../../display/json';
import { below } from '../../../../editor/edit';
import { setValue } from '../../../../editor/outline/operations';
import { same } from '../../../../editor/same';

/** Only the properties of a node that its form edits; what else it holds never passes through the form. */
export function formDataOf(node: JsonObject, names: readonly string[]): JsonObject {
  const data: JsonObject = {};
  for (const name of names) {
    const value = own(node, name);
    if (value !== undefined) setOwn(data, name, value);
  }
  return data;
}

/** Without the properties that rjsf set to undefined. */
function written(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => written(item) ?? null);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const [name, inner] of Object.entries(value as Record<string, Json | undefined>)) {
    const clean = written(inner);
    if (clean !== undefined) setOwn(copy, name, clean);
  }
  return copy;
}

/**
 * The document after an edit of the node at a pointer: only what the admin changed in the form is changed in it. A list
 * that was left out stays so while it is empty.
 */
export function applyForm(
  document: Json,
  pointer: string,
  names: readonly string[],
  before: JsonObject,
  after: JsonObject,
): Json {
  return names.reduce((edited, name) => {
    const old = own(before, name);
    const next = written(own(after, name));
    const stillNothing = old === undefined && Array.isArray(next) && next.length === 0;
    if (same(old, next) || stillNothing) return edited;
    return setValue(edited, below(pointer, name), next).document;
  }, document);
}
