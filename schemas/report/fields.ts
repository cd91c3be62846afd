import { isObject, listAt, own } from '../json/value';
import { reportColumns } from './columns';
import type { Note } from './problem';
import type { Part } from './shapes';

/** Settings of a field that a mask takes away. */
const lostToMask = ['link', 'mappings', 'thresholds'] as const;

function reportMask({ node, path }: Part, note: Note): void {
  if (!isObject(own(node, 'mask'))) return;
  for (const name of lostToMask)
    if (own(node, name) !== undefined)
      note({ severity: 'warning', path: [...path, name], message: 'has no effect on a masked value' });
  if (own(node, 'copy') === true)
    note({ severity: 'warning', path: [...path, 'copy'], message: "has no effect: a masked value can't be copied" });
}

function reportMappings({ node, path }: Part, note: Note): void {
  const seen = new Set<string>();
  listAt(node, 'mappings').forEach((mapping, index) => {
    const value = isObject(mapping) ? own(mapping, 'value') : undefined;
    if (value === undefined || (typeof value === 'object' && value !== null)) return;
    const written = JSON.stringify(value);
    const warn = (message: string) => note({ severity: 'warning', path: [...path, 'mappings', index], message });
    if (seen.has(written)) warn(`never applies: an earlier mapping already has the value ${written.slice(0, 40)}`);
    else if (value === null || value === '')
      warn(`applies to items of a list only: a value that is ${written} is empty, and shown as "noValue" says`);
    seen.add(written);
  });
}

function reportThresholds({ node, path }: Part, note: Note): void {
  let before = -Infinity;
  listAt(node, 'thresholds').forEach((threshold, index) => {
    const from = isObject(threshold) ? own(threshold, 'from') : undefined;
    if (typeof from !== 'number') return;
    if (from <= before)
      note({
        severity: 'warning',
        path: [...path, 'thresholds', index, 'from'],
        message: `must be more than ${before}: thresholds go from the smallest to the largest`,
      });
    before = Math.max(before, from);
  });
}

/** Settings of one field that get in each other's way. */
export function reportField(part: Part, note: Note): void {
  reportMask(part, note);
  reportMappings(part, note);
  reportThresholds(part, note);
  reportColumns(part, note);
}
