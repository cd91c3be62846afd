import type { PanelView, RowView } from '../../../display/view';
import { isMarked, noMarks, type Marks } from './marks';

export interface ShownMarks {
  marks: Marks;
  /** How many rows on the panel are marked; a group only counts for what it does not list. */
  changed: number;
}

const nothing: ShownMarks = { marks: noMarks, changed: 0 };

/** Adds the marked rows, and the groups that hold them, to `shown`; tells how many rows are marked. */
function mark(rows: readonly RowView[], marks: Marks, shown: Set<string>): number {
  let changed = 0;
  for (const { id, value } of rows) {
    if (!isMarked(marks, id)) continue;
    const inside = value.kind === 'group' ? mark(value.rows, marks, shown) : 1;
    // What changed may be among what the group leaves out.
    const count = value.kind === 'group' && inside === 0 && value.more > 0 ? 1 : inside;
    if (count > 0) shown.add(id);
    changed += count;
  }
  return changed;
}

/** The marks that have a row: what is hidden may change without anybody being told. */
export function shownMarks(view: PanelView | null, marks: Marks): ShownMarks {
  if (view === null || marks.size === 0) return nothing;
  const shown = new Set<string>();
  const changed = view.sections.reduce((sum, { rows }) => sum + mark(rows, marks, shown), 0);
  return changed === 0 ? nothing : { marks: shown, changed };
}
