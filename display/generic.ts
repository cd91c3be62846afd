import type { Environment } from './environment';
import type { Format } from './formats/format';
import { copyOf, genericRows, genericValue } from './generic-value';
import type { Json, JsonObject } from './json';
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
