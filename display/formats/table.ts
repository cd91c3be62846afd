import { genericValue, limits, tableOf } from '../generic-value';
import { humanise } from '../humanise';
import { isObject, own, type Json, type JsonObject } from '../json';
import { emptyValue, missingValue } from '../typist';
import type { DisplayValue } from '../value';
import { expected } from '../words';
import { defineFormat, type Format } from './format';
import { textOption, textSchema, wholeOption, type TextOption } from './options';

export interface TableColumn {
  key: string;
  label?: TextOption;
  format?: string;
  [option: string]: unknown;
}

export interface TableOptions {
  columns?: TableColumn[];
  max?: number;
}

type Env = Parameters<Format['prepare']>[1];
type Cell = (value: Json | undefined, now: number) => DisplayValue;

const mostColumns = 12;

/** A function for the cells of one column: empty, format, or raw with a hint, as in a field of its own. */
function cellOf(column: TableColumn, formats: readonly Format[], env: Env): Cell {
  const format = formats.find(({ id }) => id === column.format);
  const write = format?.prepare(column, env);
  return (value, now) => {
    if (value === undefined) return missingValue;
    const empty = emptyValue(value);
    if (empty) return empty;
    if (!format || !write) return genericValue(value, env, '', column.key);
    if (format.accepts(value, column)) return write(value, now);
    return { ...genericValue(value, env, '', column.key), hint: expected(format.expects) };
  };
}

function columnsOption(option: unknown): TableColumn[] {
  if (!Array.isArray(option)) return [];
  return option
    .filter((column: unknown): column is TableColumn => isObject(column) && typeof column.key === 'string')
    .slice(0, mostColumns);
}

/** Every key of the rows that are shown, in order of first appearance. */
function keysOf(rows: readonly JsonObject[]): TableColumn[] {
  const keys = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) if (keys.size < mostColumns) keys.add(key);
  return [...keys].map((key) => ({ key }));
}

/** The format of tables; `formats` are those its columns may use. */
export function tableFormat(formats: readonly Format[]): Format {
  return defineFormat<TableOptions>({
    id: 'table',
    name: 'Table',
    description: 'Shows a list of objects as a table, such as the lines of an order. It scrolls in itself.',
    expects: 'a list of objects',
    options: {
      columns: {
        title: 'Columns',
        description: `Which keys become columns, in this order. Left out: all keys, at most ${mostColumns}.`,
        type: 'array',
        minItems: 1,
        maxItems: mostColumns,
        items: {
          title: 'Column',
          description: 'One key of the objects. Options of its format stand beside it, such as "currency".',
          type: 'object',
          required: ['key'],
          properties: {
            key: { title: 'Key', description: 'A key of the objects, exactly as it is written there.', type: 'string' },
            label: textSchema('Label', 'Heading of the column. Left out: made from the key.'),
            format: {
              title: 'Format',
              description: 'How the cells are written. Left out: each by what it is.',
              enum: formats.map(({ id }) => id),
            },
          },
        },
      },
      max: {
        title: 'Most rows',
        description: 'How many are shown before "n more".',
        type: 'integer',
        minimum: 1,
        maximum: 200,
        default: limits.items,
      },
    },
    samples: [
      {
        value: [
          { item: 'Red shoes', quantity: 1, price: 89.9 },
          { item: 'Laces', quantity: 2, price: 4.5 },
        ],
        options: { columns: [{ key: 'item' }, { key: 'price', label: 'Price', format: 'currency', currency: 'EUR' }] },
      },
      {
        value: [
          { name: 'Basic', since: '2024-03-01' },
          { name: 'Plus', since: '2026-01-15' },
        ],
      },
    ],
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isObject),
    prepare(options, env) {
      const most = wholeOption(options.max, 1, 200) ?? limits.items;
      const chosen = columnsOption(options.columns);
      const chosenCells = chosen.map((column) => cellOf(column, formats, env));
      return (value, now) => {
        const all = Array.isArray(value) ? value.filter(isObject) : [];
        const shown = all.slice(0, most);
        const columns = chosen.length > 0 ? chosen : keysOf(shown);
        const cells = chosen.length > 0 ? chosenCells : columns.map((column) => cellOf(column, formats, env));
        const rows = shown.map((row) => cells.map((cell, at) => cell(own(row, columns[at]?.key ?? ''), now)));
        const heads = columns.map(({ key, label }) => ({ key, label: textOption(label, env.locale) ?? humanise(key) }));
        return tableOf(heads, rows, all.length - shown.length);
      };
    },
  });
}
