import type { Environment } from './environment';
import type { Format } from './formats/format';
import { copyOf, genericRows, genericValue } from './generic-value';
import { isObject, type Json, type JsonObject } from './json';
import { readContext } from './read-context';
import type { DisplayValue } from './value';
import type { PanelView, RowView, Source } from './view';
import { expected, wholeContext } from './words';

export { copyOf, genericValue } from './generic-value';
export { emptyValue, missingValue } from './typist';

/**
 * The view without a display schema: every own key in its own order, with a label made from it and the value shown by
 * what it is. Takes anything that was put into `data`, JSON or not, and never throws.
 */
export function genericPanel(source: Source, data: JsonObject, env: Environment): PanelView {
  let rows: RowView[] = [];
  try {
    rows = genericRows(data, env);
  } catch {
    // Only a proxy that refuses to list its keys gets here.
  }
  return { source, origin: 'generic', sections: [{ id: 'all', collapsed: false, rows }], count: rows.length };
}

/** The view of a `context` that is not an object: one row with the value as it is. */
export function wholePanel(source: Source, value: unknown, env: Environment): PanelView {
  const copy = copyOf(value);
  const row: RowView = { id: '', key: source, label: wholeContext, value: genericValue(value, env) };
  if (copy !== undefined) row.copy = copy;
  return { source, origin: 'generic', sections: [{ id: 'all', collapsed: false, rows: [row] }], count: 1 };
}

/** A value whose type is not what its field's format is for: shown by what it is, with a hint that says what was expected. */
export function showRaw(value: Json, format: Format, env: Environment, pointer = ''): DisplayValue {
  return { ...genericValue(value, env, pointer), hint: expected(format.expects) };
}

/** What a task's `context` attribute turned out to be. */
export type Context =
  | { readonly kind: 'object'; readonly data: JsonObject; /** It came as a JSON string. */ readonly parsed: boolean }
  /** Anything else: a plain text, a number, null, a list. */
  | { readonly kind: 'other'; readonly value: unknown }
  | { readonly kind: 'missing' };

/** Tells apart what flows pass as `context`: an object, the JSON string of one, something else, nothing. Never throws. */
export function contextOf(raw: unknown): Context {
  if (raw === undefined) return { kind: 'missing' };
  const data = readContext(raw as Json);
  return isObject(data) ? { kind: 'object', data, parsed: data !== raw } : { kind: 'other', value: raw };
}
