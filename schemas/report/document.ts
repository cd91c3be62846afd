import { isObject, listAt, own, type UnknownObject } from '../json/value';
import { reportEvents } from './events';
import { hiders, reportHighlights, reportPanel } from './panels';
import type { Note } from './problem';

const sources = ['context', 'traits'] as const;

const objectAt = (node: UnknownObject, key: string): UnknownObject => {
  const value = own(node, key);
  return isObject(value) ? value : {};
};

/** One arrangement: the document's own, or a layout, whose panels and hidden lists build on it. */
function reportArrangement(
  document: UnknownObject,
  node: UnknownObject,
  path: readonly (string | number)[],
  note: Note,
) {
  const hiddenOf = (source: unknown): readonly unknown[] => {
    if (source !== 'context' && source !== 'traits') return [];
    const base = listAt(objectAt(document, source), 'hidden');
    return node === document ? base : [...base, ...listAt(objectAt(node, source), 'hidden')];
  };
  for (const source of sources) {
    const panel = own(node, source);
    if (isObject(panel)) reportPanel(panel, [...path, source], hiddenOf(source), note);
  }
  reportHighlights(listAt(node, 'highlights'), [...path, 'highlights'], (source) => hiders(hiddenOf(source)), note);
  const events = own(node, 'events');
  if (isObject(events)) reportEvents(events, [...path, 'events'], note);
}

function reportLayouts(layouts: readonly unknown[], note: Note): void {
  const names = new Set<unknown>();
  let winner: number | undefined;
  layouts.forEach((layout, index) => {
    if (!isObject(layout)) return;
    const name = own(layout, 'name');
    if (typeof name === 'string' && names.has(name))
      note({ severity: 'error', path: ['layouts', index, 'name'], message: 'another layout already has this name' });
    names.add(name);
    if (winner !== undefined)
      note({
        severity: 'warning',
        path: ['layouts', index],
        message: `is never used: layout ${winner + 1} has no condition and is always chosen first`,
      });
    else if (own(layout, 'when') === undefined) winner = index;
  });
}

/** What only the document as a whole can tell. */
export function reportDocument(document: UnknownObject, note: Note): void {
  if (own(document, 'context') === undefined)
    note({ severity: 'warning', path: [], message: 'has no context panel, so agents see the whole context' });
  if (own(document, 'traits') === undefined)
    note({ severity: 'warning', path: [], message: 'has no traits panel, so agents see every trait' });
  reportArrangement(document, document, [], note);
  const layouts = listAt(document, 'layouts');
  layouts.forEach((layout, index) => {
    if (isObject(layout)) reportArrangement(document, layout, ['layouts', index], note);
  });
  reportLayouts(layouts, note);
}
