/** Where the editor keeps what must survive a reload: `localStorage`, or a double of it. Any method may throw. */
export interface Storage {
  get: (key: string) => string | null;
  set: (key: string, value: string) => void;
  remove: (key: string) => void;
}

/** What is stored under a key, as JSON; undefined when there is nothing, null when it can't be read. */
export function load(storage: Storage, key: string): unknown {
  try {
    const text = storage.get(key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** Whether it could be kept. */
export function keep(storage: Storage, key: string, value: unknown): boolean {
  try {
    storage.set(key, JSON.stringify(value));
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
