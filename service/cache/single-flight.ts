/** Shares one running piece of work among callers that ask for the same key at the same time. */
export interface SingleFlight<V> {
  run(key: string, work: () => Promise<V>): Promise<V>;
}

/**
 * @param maxAge milliseconds after which a running piece of work is no longer joined. A container is frozen between
 *   invocations: work that was under way then may never end, and must not hold up everyone who comes later.
 */
export function createSingleFlight<V>(maxAge = 5_000, now: () => number = Date.now): SingleFlight<V> {
  const running = new Map<string, { promise: Promise<V>; startedAt: number }>();
  return {
    run(key, work) {
      const current = running.get(key);
      if (current !== undefined && now() - current.startedAt < maxAge) return current.promise;
      const entry = { promise: work(), startedAt: now() };
      running.set(key, entry);
      const forget = () => {
        if (running.get(key) === entry) running.delete(key);
      };
      entry.promise.then(forget, forget);
      return entry.promise;
    },
  };
}
