import type { PanelView, RowView, SectionView } from '../../../display/view';

/** Whether two parts of a view model say the same. View models are trees of plain objects, arrays and scalars. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => equal(left[key], right[key]));
}

/** `after`, with the objects of `before` wherever they say the same; `before` itself when everything does. */
function shareList<T extends { id: string }>(before: readonly T[], after: T[], share: (before: T, after: T) => T): T[] {
  let changed = before.length !== after.length;
  const shared = after.map((item, index) => {
    const known = before[index];
    const kept = known !== undefined && known.id === item.id ? share(known, item) : item;
    if (kept !== known) changed = true;
    return kept;
  });
  return changed ? shared : (before as T[]);
}

function shareRow(before: RowView, after: RowView): RowView {
  if (equal(before, after)) return before;
  if (before.value.kind !== 'group' || after.value.kind !== 'group') return after;
  return { ...after, value: { ...after.value, rows: shareList(before.value.rows, after.value.rows, shareRow) } };
}

function shareSection(before: SectionView, after: SectionView): SectionView {
  const rows = shareList(before.rows, after.rows, shareRow);
  const same = rows === before.rows && before.title === after.title && before.collapsed === after.collapsed;
  return same ? before : { ...after, rows };
}

/**
 * The view to draw after another one: the same object for every section and row that has not changed, so that drawing
 * can tell by identity. View models are made anew on every change, which is cheaper than patching them.
 */
export function shareView(before: PanelView | undefined, after: PanelView): PanelView {
  if (before === undefined || before === after) return after;
  const sections = shareList(before.sections, after.sections, shareSection);
  const same =
    sections === before.sections &&
    before.title === after.title &&
    before.count === after.count &&
    before.source === after.source &&
    before.origin === after.origin;
  return same ? before : { ...after, sections };
}
