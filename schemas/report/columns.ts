import { FORMAT_WORDS } from '../generated/vocabulary';
import { isObject, listAt, own } from '../json/value';
import type { Note } from './problem';
import type { Part } from './shapes';
import { lacks } from './structure';

/** What every column may have, whatever its format. */
const ofAnyColumn = ['key', 'label', 'format'];

/**
 * Columns of a table take the options of their format beside it, as fields do. The JSON Schema leaves those open, so what
 * is missing or misspelt there is told here: the cells would be shown raw.
 */
export function reportColumns({ node, path }: Part, note: Note): void {
  if (own(node, 'format') !== 'table') return;
  listAt(node, 'columns').forEach((column, index) => {
    if (!isObject(column)) return;
    const at = [...path, 'columns', index];
    const format = own(column, 'format');
    const words =
      typeof format === 'string' && Object.prototype.hasOwnProperty.call(FORMAT_WORDS, format)
        ? FORMAT_WORDS[format]
        : undefined;
    for (const missing of words?.required ?? []) {
      if (own(column, missing) === undefined)
        note({ severity: 'warning', path: at, message: `${lacks(column, missing)}; its cells are shown raw` });
    }
    const known = [...ofAnyColumn, ...Object.keys(words?.options ?? {})];
    for (const name of Object.keys(column)) {
      if (known.includes(name)) continue;
      note({
        severity: 'warning',
        path: [...at, name],
        message: 'is not known and has no effect',
        meant: { word: name, known },
      });
    }
  });
}
