import type { DisplayValue } from './value';
import type { PanelView, RowView } from './view';

// eslint-disable-next-line no-control-regex -- ASCII, which needs no normalising, begins at 0
const ascii = /^[\u0000-\u007f]*$/;

/** Letters without case and diacritics, white space as single spaces: "Résumé" and "RESUME" are the same. */
export function folded(text: string): string {
  const plain = ascii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase().replace(/\s+/g, ' ');
}

/** The words that all must be found, in any order. */
function wordsOf(query: string): string[] {
  return folded(query)
    .split(' ')
    .filter((word) => word !== '');
}

/** What can be read of a value, without the rows of objects inside it. Masked values are not searched. */
function textsOf(value: DisplayValue): string[] {
  switch (value.kind) {
    case 'masked':
    case 'missing':
      return [];
    case 'tags':
      return value.items.map((item) => item.text);
    case 'list':
      return value.items.flatMap((item) => [...textsOf(item), ...rowsIn(item).flatMap(textsOfRow)]);
    case 'table':
      return [...value.columns.map((column) => column.label), ...value.rows.flat().map((cell) => cell.text)];
    case 'group':
      return [];
    case 'time':
      return value.exact === undefined ? [value.text] : [value.text, value.exact];
    default:
      return value.host === undefined ? [value.text] : [value.text, value.host];
  }
}

function rowsIn(value: DisplayValue): readonly RowView[] {
  return value.kind === 'group' ? value.rows : [];
}

function textsOfRow(row: RowView): string[] {
  return [row.label, row.key, ...textsOf(row.value), ...rowsIn(row.value).flatMap(textsOfRow)];
}

/**
 * The row when it matches, else undefined. `above` holds the labels it stands under. Of an object inside a value only
 * the rows that match are kept, unless the object's own label does.
 */
function searchRow(row: RowView, words: readonly string[], above: string): RowView | undefined {
  const own = `${above}\n${folded(`${row.label}\n${row.key}\n${textsOf(row.value).join('\n')}`)}`;
  if (words.every((word) => own.includes(word))) return row.value.kind === 'group' ? opened(row, row.value.rows) : row;
  if (row.value.kind !== 'group') return undefined;
  const rows = searchRows(row.value.rows, words, own);
  return rows.length === 0 ? undefined : opened(row, rows);
}

function opened(row: RowView, rows: RowView[]): RowView {
  return row.value.kind === 'group' ? { ...row, value: { ...row.value, rows, folded: false } } : row;
}

function searchRows(rows: readonly RowView[], words: readonly string[], above: string): RowView[] {
  const found: RowView[] = [];
  for (const row of rows) {
    const match = searchRow(row, words, above);
    if (match) found.push(match);
  }
  return found;
}

/**
 * The rows of a panel in whose label, key or text every word of the query occurs, in their order and sections; sections
 * without any are left out, the others unfold. Case, diacritics and white space do not matter. An empty query gives the
 * panel itself. `count` is the number of rows found.
 */
export function searchPanel(panel: PanelView, query: string): PanelView {
  const words = wordsOf(query);
  if (words.length === 0) return panel;
  const sections = panel.sections
    .map((section) => ({ ...section, collapsed: false, rows: searchRows(section.rows, words, '') }))
    .filter((section) => section.rows.length > 0);
  return { ...panel, sections, count: sections.reduce((sum, { rows }) => sum + rows.length, 0) };
}
