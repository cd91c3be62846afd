import { useEffect, useReducer } from 'react';

/** Something outside React with a current state. */
export interface Store<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** The current state of a store; draws again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawn = store.get();
  useEffect(() => {
    const unsubscribe = store.subscribe(redraw);
    // It may have changed between drawing and subscribing.
    if (store.get() !== drawn) redraw();
    return unsubscribe;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was drawn when the subscription began matters
  }, [store]);
  return drawn;
}
