import type { PanelView, RowView, SectionView } from '../../../display/view';

export interface Found {
  sections: SectionView[];
  /** Rows that match, counted like `PanelView.count`: rows of sections. */
  count: number;
}

function contains(text: string, needle: string): boolean {
  return text.toLocaleLowerCase().includes(needle);
}

/** The row if it matches: a group whose own name matches stays whole, else keeps the rows that match. */
function match(row: RowView, needle: string): RowView | undefined {
  if (contains(row.label, needle) || contains(row.key, needle)) return row;
  const { value } = row;
  if (value.kind !== 'group') return contains(value.text, needle) ? row : undefined;
  const rows = matches(value.rows, needle);
  return rows.length === 0 ? undefined : { ...row, value: { ...value, rows, folded: false } };
}

function matches(rows: readonly RowView[], needle: string): RowView[] {
  const kept: RowView[] = [];
  for (const row of rows) {
    const matching = match(row, needle);
    if (matching !== undefined) kept.push(matching);
  }
  return kept;
}

/** What of a panel matches a query in label, key or text, whatever its case. An empty query matches everything. */
export function search(view: PanelView, query: string): Found {
  const needle = query.trim().toLocaleLowerCase();
  if (needle === '') return { sections: view.sections, count: view.count };
  const sections: SectionView[] = [];
  let count = 0;
  for (const section of view.sections) {
    const rows = matches(section.rows, needle);
    if (rows.length === 0) continue;
    count += rows.length;
    sections.push({ ...section, rows, collapsed: false });
  }
  return { sections, count };
}
