import type { Folds } from '../rows/folds';

/**
 * A short name for a section or group: too short (20 bits) to tell which key it was, for a key may itself be personal,
 * and long enough that one agent's few folds do not meet.
 */
function shortName(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return ((hash >>> 12) & 0xfffff).toString(36);
}

const MOST = 500;

/** Folds of one agent, kept in this browser’s storage where it may be used. Nothing of a customer’s data is written. */
export function agentFolds(agentId: string, storage: () => Storage): Folds {
  const name = `customer-context:folds:${agentId}`;
  const read = (): Record<string, unknown> => {
    try {
      const stored: unknown = JSON.parse(storage().getItem(name) ?? '{}');
      return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  };
  const folded = new Map(Object.entries(read()));
  return {
    get(id) {
      const stored = folded.get(shortName(id));
      return typeof stored === 'boolean' ? stored : undefined;
    },
    set(id, value) {
      const key = shortName(id);
      folded.delete(key);
      folded.set(key, value);
      try {
        storage().setItem(name, JSON.stringify(Object.fromEntries([...folded].slice(-MOST))));
      } catch {
        // Storage is full or forbidden: remembered until the page is left.
      }
    },
  };
}
