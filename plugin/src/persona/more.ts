import type { Store } from '../state/useStore';

export type MoreState = 'idle' | 'loading' | 'failed';

/** Something more that is loaded on demand, once at a time. */
export interface More extends Store<MoreState> {
  load(): void;
  stop(): void;
}

export function createMore(load: (signal: AbortSignal) => Promise<void>): More {
  const listeners = new Set<() => void>();
  let state: MoreState = 'idle';
  let request: AbortController | undefined;
  const become = (next: MoreState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      if (state === 'loading') return;
      const controller = new AbortController();
      request = controller;
      become('loading');
      load(controller.signal).then(
        () => !controller.signal.aborted && become('idle'),
        () => !controller.signal.aborted && become('failed'),
      );
    },
    stop() {
      request?.abort();
      listeners.clear();
      state = 'idle';
    },
  };
}
