import type { Environment } from './environment';
import { humanise } from './humanise';
import { jsonText, wholeJson } from './json-text';
import { escapeSegment } from './pointer';
import { emptyValue, missingValue, typistOf, unreadableValue, type Typist } from './typist';
import type { DisplayValue, TagItem } from './value';
import type { RowView } from './view';
import { cut } from './visible';
import { more } from './words';

/** How much of a nested value is laid out; the rest is "n more", and the copy button has all of it. */
export const limits = {
  /** Levels below a row; what lies deeper is shown as JSON. */
  depth: 8,
  /** Rows of one object inside a value. */
  rows: 200,
  /** Items of one list, tags and table rows. */
  items: 50,
  columns: 8,
  /** Values laid out for one row of a panel, all levels together. */
  values: 10_000,
  /** Characters of JSON where `depth` ends. */
  json: 2000,
  /** Characters of the text that stands for an object or a list. */
  summary: 200,
  /** A list with a longer text than this is no list of tags. */
  tag: 60,
} as const;

/** What is handed down while one value is laid out. */
interface Layout {
  typist: Typist;
  /** Values that may still be laid out. */
  left: number;
}

/** Where a value stands: its JSON Pointer, the key it has, and how many levels it is below its row. */
interface Place {
  pointer: string;
  key: string;
  depth: number;
}

/** A value shown by what it is. Takes anything, not only JSON, and never throws. `pointer` prefixes the ids of rows inside it. */
export function genericValue(
  value: unknown,
  env: Pick<Environment, 'locale' | 'zone'>,
  pointer = '',
  key = '',
): DisplayValue {
  return lay(value, { pointer, key, depth: 0 }, { typist: typistOf(env), left: limits.values });
}

/** A list shown item by item, even where the generic view would choose tags or a table. */
export function genericList(
  values: readonly unknown[],
  most: number,
  env: Pick<Environment, 'locale' | 'zone'>,
  pointer = '',
): DisplayValue {
  const layout = { typist: typistOf(env), left: limits.values };
  return list(values, { pointer, key: '', depth: 0 }, layout, most);
}

function lay(value: unknown, at: Place, layout: Layout): DisplayValue {
  layout.left--;
  if (typeof value !== 'object' || value === null) return layout.typist(value, at.key);
  try {
    const empty = emptyValue(value);
    if (empty) return empty;
    if (at.depth >= limits.depth || layout.left <= 0) return { kind: 'json', text: jsonText(value, limits.json) };
    if (Array.isArray(value)) return array(value, at, layout);
    return group(value as Record<string, unknown>, at, layout);
  } catch {
    // Only values that are not JSON get here: getters and proxies that throw.
    return unreadableValue;
  }
}

/** What the copy button puts on the clipboard: the raw value. Absent where there is nothing to copy. */
export function copyOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value === '' ? undefined : value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? undefined : wholeJson(value);
    default:
      return undefined;
  }
}

/** One row of a panel or of an object inside a value, for an own property of `data`. */
function row(data: Record<string, unknown>, key: string, parent: string, depth: number, layout: Layout): RowView {
  const id = `${parent}/${escapeSegment(key)}`;
  const made: RowView = { id, key, label: humanise(key), value: unreadableValue };
  try {
    const value = data[key];
    made.value = lay(value, { pointer: id, key, depth }, layout);
    const copy = copyOf(value);
    if (copy !== undefined) made.copy = copy;
  } catch {
    made.value = unreadableValue;
  }
  return made;
}

/** A row for every own key of an object, in its own order. */
export function genericRows(data: object, env: Pick<Environment, 'locale' | 'zone'>): RowView[] {
  const layout: Layout = { typist: typistOf(env), left: 0 };
  const rows: RowView[] = [];
  for (const key of Object.keys(data)) {
    layout.left = limits.values;
    rows.push(row(data as Record<string, unknown>, key, '', 0, layout));
  }
  return rows;
}

function group(value: Record<string, unknown>, at: Place, layout: Layout): DisplayValue {
  const keys = Object.keys(value);
  const rows: RowView[] = [];
  for (const key of keys) {
    if (rows.length >= limits.rows || layout.left <= 0) break;
    rows.push(row(value, key, at.pointer, at.depth + 1, layout));
  }
  const left = keys.length - rows.length;
  const text = summary(
    rows.map((each) => `${each.label}: ${each.value.text}`),
    left,
  );
  return { kind: 'group', text, rows, more: left, folded: at.depth > 0 };
}

function array(values: readonly unknown[], at: Place, layout: Layout): DisplayValue {
  const shown = values.slice(0, limits.items);
  if (shown.every(isTag)) return tags(values, layout.typist, limits.items);
  const columns = columnsOf(shown);
  if (columns) return table(values, columns, layout);
  return list(values, at, layout, limits.items);
}

function list(values: readonly unknown[], at: Place, layout: Layout, most: number): DisplayValue {
  const items: DisplayValue[] = [];
  for (const value of values) {
    if (items.length >= most || layout.left <= 0) break;
    items.push(lay(value, { pointer: `${at.pointer}/${items.length}`, key: '', depth: at.depth + 1 }, layout));
  }
  const left = values.length - items.length;
  return {
    kind: 'list',
    text: summary(
      items.map((item) => item.text),
      left,
    ),
    items,
    more: left,
  };
}

/** Short and on one line. */
function isTag(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= limits.tag && !value.includes('\n');
  return typeof value !== 'object' || value === null;
}

/** Scalars as tags, the first `most` of them. */
export function tags(values: readonly unknown[], typist: Typist, most: number): DisplayValue {
  const items = values.slice(0, most).map((value): TagItem => {
    const { text, tone, icon } = typist(value, '');
    return { text, ...(tone ? { tone } : {}), ...(icon ? { icon } : {}) };
  });
  const left = values.length - items.length;
  return {
    kind: 'tags',
    text: summary(
      items.map((item) => item.text),
      left,
    ),
    items,
    more: left,
  };
}

/** The columns of a list of at least two flat objects, or undefined when the list is not one or would be too wide. */
function columnsOf(values: readonly unknown[]): string[] | undefined {
  if (values.length < 2) return undefined;
  const columns = new Set<string>();
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    for (const [key, cell] of Object.entries(value)) {
      if (typeof cell === 'object' && cell !== null) return undefined;
      columns.add(key);
      if (columns.size > limits.columns) return undefined;
    }
  }
  return columns.size === 0 ? undefined : [...columns];
}

function table(values: readonly unknown[], columns: readonly string[], layout: Layout): DisplayValue {
  const shown = values.slice(0, limits.items) as Record<string, unknown>[];
  layout.left -= shown.length * columns.length;
  const rows = shown.map((value) =>
    columns.map((key) => (Object.hasOwn(value, key) ? layout.typist(value[key], key) : missingValue)),
  );
  return tableOf(
    columns.map((key) => ({ key, label: humanise(key) })),
    rows,
    values.length - rows.length,
  );
}

/** A table with its text. */
export function tableOf(columns: { key: string; label: string }[], rows: DisplayValue[][], left: number): DisplayValue {
  const text = summary(
    rows.map((cells) =>
      cells
        .map((cell) => cell.text)
        .filter(Boolean)
        .join(', '),
    ),
    left,
    '; ',
  );
  return { kind: 'table', text, columns, rows, more: left };
}

/** The beginning of what is inside a value, and how much there is beyond what is laid out. */
function summary(parts: readonly string[], left: number, separator = ', '): string {
  let text = '';
  for (const part of parts) {
    if (text.length > limits.summary) break;
    text += (text === '' ? '' : separator) + part;
  }
  const short = cut(text, limits.summary);
  return left > 0 ? `${short}${separator}${more(left)}` : short;
}
