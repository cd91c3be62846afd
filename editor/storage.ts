/** Where the editor keeps what must survive a reload: `localStorage`, or a double of it. Any method may throw. */
export interface Storage {
  get: (key: string) => string | null;
  set: (key: string, value: string) => void;
  remove: (key: string) => void;
}

/** What is stored under a key, as text; undefined when there is nothing, null when it can't be read. */
export function loadText(storage: Storage, key: string): string | undefined | null {
  try {
    return storage.get(key) ?? undefined;
  } catch {
    return null;
  }
}

/** A stored text as JSON; undefined for none, null for one that can't be read. */
export function parseStored(text: string | undefined | null): unknown {
  if (text === undefined || text === null) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** What is stored under a key, as JSON; undefined when there is nothing, null when it can't be read. */
export function load(storage: Storage, key: string): unknown {
  return parseStored(loadText(storage, key));
}

/** Whether it could be kept. */
export function keep(storage: Storage, key: string, value: unknown): boolean {
  return keepText(storage, key, JSON.stringify(value));
}

/** Whether it could be kept. */
export function keepText(storage: Storage, key: string, text: string): boolean {
  try {
    storage.set(key, text);
    return true;
  } catch {
    return false;
  }
}

export function forget(storage: Storage, key: string): void {
  try {
    storage.remove(key);
  } catch {
    // Nothing to forget where nothing can be kept.
  }
}
