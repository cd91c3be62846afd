/** A clock that jumps from one timer to the next, so that a day takes as long as what happens in it. */
export interface Clock {
  now: () => number;
  /** Milliseconds from now. */
  after: (ms: number, act: () => void) => void;
  /** Lets everything happen until then (milliseconds since 1970). */
  runUntil: (end: number) => Promise<void>;
  /** Gives the process its own clock back. */
  uninstall: () => void;
}

interface Timer {
  id: number;
  at: number;
  /** Timers of the same moment run in the order in which they were set. */
  order: number;
  /** Undefined once it was cleared. */
  act: (() => void) | undefined;
  /** Milliseconds after which it runs again. */
  every?: number;
}

/** Timers by time: a binary heap. */
class Queue {
  private readonly heap: Timer[] = [];

  get next(): Timer | undefined {
    return this.heap[0];
  }

  push(timer: Timer): void {
    const { heap } = this;
    let child = heap.push(timer) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.swapUnlessInOrder(parent, child)) break;
      child = parent;
    }
  }

  shift(): void {
    const { heap } = this;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let parent = 0; ;) {
      const left = parent * 2 + 1;
      const child = left + 1 < heap.length && isBefore(heap[left + 1] as Timer, heap[left] as Timer) ? left + 1 : left;
      if (child >= heap.length || !this.swapUnlessInOrder(parent, child)) break;
      parent = child;
    }
  }

  private swapUnlessInOrder(parent: number, child: number): boolean {
    const { heap } = this;
    const [upper, lower] = [heap[parent] as Timer, heap[child] as Timer];
    if (!isBefore(lower, upper)) return false;
    heap[parent] = lower;
    heap[child] = upper;
    return true;
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.at === b.at ? a.order < b.order : a.at < b.at;
}

/**
 * Puts a virtual clock over the process's timers, `Date.now` and `AbortSignal.timeout`: the plugin and the service run on
 * it unchanged.
 */
export function installClock(start: number): Clock {
  const real = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    now: Date.now,
    timeout: AbortSignal.timeout.bind(AbortSignal),
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const queue = new Queue();
  const running = new Map<number, Timer>();
  let now = start;
  let order = 0;

  const schedule = (act: () => void, ms: number, every?: number): number => {
    const id = (order += 1);
    const timer: Timer = { id, at: now + Math.max(0, ms), order: id, act, ...(every === undefined ? {} : { every }) };
    running.set(id, timer);
    queue.push(timer);
    return id;
  };
  const set = (act: () => void, ms = 0): number => schedule(act, ms);
  const repeat = (act: () => void, ms = 0): number => schedule(act, ms, Math.max(1, ms));
  const clear = (id: unknown): void => {
    const timer = running.get(id as number);
    if (timer !== undefined) timer.act = undefined;
    running.delete(id as number);
  };

  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear, setInterval: repeat, clearInterval: clear });
  Date.now = () => now;
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    set(() => controller.abort(), ms);
    return controller.signal;
  };

  return {
    now: () => now,
    after: (ms, act) => void set(act, ms),
    async runUntil(end) {
      await settled();
      for (let timer = queue.next; timer !== undefined && timer.at <= end; timer = queue.next) {
        queue.shift();
        if (timer.act === undefined) continue;
        now = timer.at;
        const { id, every } = timer;
        if (every === undefined) running.delete(id);
        timer.act();
        await settled();
        if (every === undefined || !running.has(id)) continue;
        timer.at = now + every;
        timer.order = order += 1;
        queue.push(timer);
      }
      now = end;
    },
    uninstall() {
      const { now: realNow, timeout, ...rest } = real;
      Object.assign(globalThis, rest);
      Date.now = realNow;
      AbortSignal.timeout = timeout;
    },
  };
}
