import { isObject, type Json } from '../../../display/json';
import { escapeSegment } from '../../../display/pointer';
import { noMarks, type Marks } from '../rows/marks';

/** Calls back with the JSON Pointer of every value that differs, as deep as it differs. */
function differences(before: Json | undefined, after: Json | undefined, at: string, found: (pointer: string) => void) {
  if (before === after || after === undefined) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    after.forEach((item, index) => differences(before[index], item, `${at}/${index}`, found));
    if (after.length < before.length) found(at);
  } else if (isObject(before) && isObject(after)) {
    for (const key of Object.keys(after)) {
      const known = Object.prototype.hasOwnProperty.call(before, key) ? before[key] : undefined;
      differences(known, after[key], `${at}/${escapeSegment(key)}`, found);
    }
  } else if (isObject(after) && Object.keys(after).length > 0) {
    for (const [key, value] of Object.entries(after)) {
      differences(undefined, value, `${at}/${escapeSegment(key)}`, found);
    }
  } else found(at);
}

/** A pointer and all pointers above it. */
function withAncestors(pointers: ReadonlySet<string>): Marks {
  const all = new Set(pointers);
  for (const pointer of pointers) {
    for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
      all.add(pointer.slice(0, end));
      if (end === 0) break;
    }
  }
  return all;
}

interface Entry {
  /** What was drawn last. */
  data: Json | undefined;
  changed: ReadonlySet<string>;
  marks: Marks;
}

/**
 * What changed while the agent was not looking, per task: in memory only, forgotten with the task. The first data of a
 * task is not a change.
 */
export interface Changes {
  /** Marks of a task now that its data is this. Cheap when the data is the same object as before. */
  marksFor(key: string, data: Json | undefined): Marks;
  /** The agent has seen these rows, or everything. */
  seen(key: string, ids?: readonly string[]): void;
  forget(key: string): void;
  clear(): void;
  subscribe(listener: () => void): () => void;
}

export function createChanges(): Changes {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  return {
    marksFor(key, data) {
      const known = entries.get(key);
      if (known === undefined) {
        entries.set(key, { data, changed: new Set(), marks: noMarks });
        return noMarks;
      }
      if (known.data === data) return known.marks;
      const changed = new Set(known.changed);
      differences(known.data, data, '', (pointer) => changed.add(pointer));
      const same = changed.size === known.changed.size;
      const entry = same ? { ...known, data } : { data, changed, marks: withAncestors(changed) };
      entries.set(key, entry);
      return entry.marks;
    },
    seen(key, ids) {
      const known = entries.get(key);
      if (known === undefined || known.changed.size === 0) return;
      const below = ids?.map((id) => `${id}/`);
      const changed = new Set(
        below === undefined
          ? []
          : [...known.changed].filter((pointer) => !below.some((id) => `${pointer}/`.startsWith(id))),
      );
      if (changed.size === known.changed.size) return;
      entries.set(key, { data: known.data, changed, marks: changed.size === 0 ? noMarks : withAncestors(changed) });
      for (const listener of [...listeners]) listener();
    },
    forget: (key) => void entries.delete(key),
    clear: () => entries.clear(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
