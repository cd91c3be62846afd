/** Wakes everyone whose texts have become untrue, with one timer for the whole plugin. */
export interface Clock {
  /** Calls back once, at this moment (ms since 1970) or shortly after. Returns a way to call it off. */
  at(moment: number, wake: () => void): () => void;
}

/** Nobody reads faster; spares us a storm when many moments lie close together. */
const AT_LEAST_MS = 1000;
/** Longer waits would overflow the browser's timers. */
const AT_MOST_MS = 24 * 60 * 60_000;

export function createClock(): Clock {
  const waiting = new Map<() => void, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (): void => {
    clearTimeout(timer);
    if (waiting.size === 0) return;
    const next = Math.min(...waiting.values());
    timer = setTimeout(ring, Math.min(Math.max(next - Date.now(), AT_LEAST_MS), AT_MOST_MS));
  };

  const ring = (): void => {
    const now = Date.now();
    const due = [...waiting].filter(([, moment]) => moment <= now);
    for (const [wake] of due) waiting.delete(wake);
    schedule();
    for (const [wake] of due) wake();
  };

  return {
    at(moment, wake) {
      // One entry per call, even for the same function.
      const entry = (): void => wake();
      waiting.set(entry, moment);
      schedule();
      return () => {
        waiting.delete(entry);
        schedule();
      };
    },
  };
}
