import type { JsonObject } from '../../display/json';
import type { RowView } from '../../display/view';
import { viewOf } from './ContextPanel';
import { leavesOf } from './customers';
import type { Reach } from './protocol';

function leafLabels(rows: readonly RowView[]): string[] {
  return rows.flatMap((row) => (row.value.kind === 'group' ? leafLabels(row.value.rows) : row.label));
}

/** How many of these labels are no line or cell of a text. */
function missing(labels: readonly string[], text: string): number {
  const lines = new Set(text.split(/[\n\t]/).map((line) => line.trim()));
  return labels.filter((label) => !lines.has(label)).length;
}

/** Looks at a mounted panel the ways agents do: reading, the browser's find, select all and copy. */
export function reachOf(data: JsonObject, stage: HTMLElement): Reach {
  const labels = leafLabels(viewOf(data).sections.flatMap(({ rows }) => rows));
  const lastLabel = labels[labels.length - 1] ?? '';
  const cells = [...stage.querySelectorAll<HTMLElement>('dl > dt:not(.cc-group)')];

  const selection = window.getSelection();
  selection?.selectAllChildren(stage);
  const copied = selection?.toString() ?? '';
  selection?.removeAllRanges();
  // Not in the standard, and in every browser: the same search as Ctrl+F. Not typed in TypeScript's DOM library.
  const find = (window as unknown as { find: (text: string, caseSensitive: boolean) => boolean }).find;
  const hit = find.call(window, lastLabel, true);
  const node = window.getSelection()?.anchorNode ?? null;
  return {
    leaves: leavesOf(data),
    drawn: cells.length,
    missingInCopy: missing(labels, copied),
    found: hit && node !== null && (cells[cells.length - 1]?.contains(node) ?? false),
    lastLabel,
  };
}
