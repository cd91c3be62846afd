import { fromPointer, toPointer, type Path } from '../json/pointer';
import { isObject, listAt, own, type UnknownObject } from '../json/value';
import type { Note } from './problem';

interface Listed {
  key: string;
  steps: readonly string[];
  label: string | undefined;
  path: Path;
  /** Nothing stands in its way: neither the field nor its section has a condition. */
  always: boolean;
}

const stepsOf = (key: string) => (key.startsWith('/') ? fromPointer(key) : [key]);

function* listings(panel: UnknownObject, path: Path): Generator<Listed> {
  for (const [at, section] of listAt(panel, 'sections').entries()) {
    if (!isObject(section)) continue;
    for (const [index, field] of listAt(section, 'fields').entries()) {
      const key = isObject(field) ? own(field, 'key') : undefined;
      const steps = typeof key === 'string' ? stepsOf(key) : undefined;
      if (!isObject(field) || typeof key !== 'string' || !steps) continue;
      const label = own(field, 'label');
      yield {
        key,
        steps,
        label: label === undefined ? undefined : JSON.stringify(label),
        path: [...path, 'sections', at, 'fields', index],
        always: own(field, 'when') === undefined && own(section, 'when') === undefined,
      };
    }
  }
}

/** Finds the entry of a hidden list that hides a key, or undefined. Made once per list: documents may hide thousands. */
export function hiders(hidden: readonly unknown[]): (steps: readonly string[]) => string | undefined {
  const beginnings = new Map<string, string>();
  const exact = new Map<string, string>();
  for (const entry of hidden) {
    if (typeof entry !== 'string') continue;
    if (!entry.startsWith('/') && entry.endsWith('*')) beginnings.set(entry.slice(0, -1), entry);
    else exact.set(toPointer(stepsOf(entry) ?? []), entry);
  }
  const lengths = [...new Set([...beginnings.keys()].map(({ length }) => length))];
  return (steps) => {
    const [first = ''] = steps;
    const length = lengths.find((one) => one <= first.length && beginnings.has(first.slice(0, one)));
    if (length !== undefined) return beginnings.get(first.slice(0, length));
    let pointer = '';
    for (const step of steps) {
      pointer += toPointer([step]);
      const found = exact.get(pointer);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** Keys and labels listed twice, and keys that are listed and hidden. `hidden` is the panel's list united with those above it. */
export function reportPanel(panel: UnknownObject, path: Path, hidden: readonly unknown[], note: Note): void {
  const byKey = new Map<string, Listed>();
  const byLabel = new Map<string, Listed>();
  const hiderOf = hiders(hidden);
  for (const listed of listings(panel, path)) {
    const id = JSON.stringify(listed.steps);
    const before = byKey.get(id);
    const hider = hiderOf(listed.steps);
    if (hider !== undefined)
      note({ severity: 'warning', path: listed.path, message: `is listed but never shown: "${hider}" is hidden` });
    if (before?.always)
      note({ severity: 'warning', path: listed.path, message: 'is listed twice; only the first is ever shown' });
    if (!before || listed.always) byKey.set(id, listed);
    if (listed.label === undefined) continue;
    const same = byLabel.get(listed.label);
    if (same && JSON.stringify(same.steps) !== id)
      note({
        severity: 'warning',
        path: [...listed.path, 'label'],
        message: `the label is used twice in this panel, also for "${same.key}": agents can't tell them apart`,
      });
    else byLabel.set(listed.label, listed);
  }
  reportStars(listAt(panel, 'hidden'), [...path, 'hidden'], note);
}

/** A star that hides nothing: what somebody thinks is hidden is shown. */
function reportStars(hidden: readonly unknown[], path: Path, note: Note): void {
  hidden.forEach((entry, index) => {
    const warn = (message: string) => note({ severity: 'warning', path: [...path, index], message });
    if (typeof entry !== 'string') return;
    if (entry.startsWith('/') && entry.endsWith('*'))
      warn('a star has no meaning in a path; this hides one value that is spelled exactly so');
    else if (!entry.startsWith('/') && /\*./.test(entry))
      warn('a star only works at the end; this hides one key that is spelled exactly so');
  });
}

/** Highlights of keys that are hidden, or the same one twice. */
export function reportHighlights(
  highlights: readonly unknown[],
  path: Path,
  hiderOf: (source: unknown) => ReturnType<typeof hiders>,
  note: Note,
): void {
  const seen = new Set<string>();
  highlights.forEach((highlight, index) => {
    if (!isObject(highlight)) return;
    const key = own(highlight, 'key');
    const source = own(highlight, 'source');
    const steps = typeof key === 'string' ? stepsOf(key) : undefined;
    if (!steps) return;
    const hider = hiderOf(source)(steps);
    if (hider !== undefined)
      note({ severity: 'warning', path: [...path, index], message: `is never shown: "${hider}" is hidden` });
    const id = JSON.stringify([source, steps]);
    if (seen.has(id))
      note({ severity: 'warning', path: [...path, index], message: 'is listed twice; only the first is ever shown' });
    if (own(highlight, 'when') === undefined) seen.add(id);
  });
}
