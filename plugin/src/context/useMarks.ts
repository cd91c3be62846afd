import { useEffect, useReducer } from 'react';
import type { Json } from '../../../display/json';
import type { Marks } from '../rows/marks';
import type { Changes } from '../state/changes';

/** Marks of one task's data as it is now, whether or not it has a row on the screen (`useShownMarks`). */
export function useMarks(changes: Changes, key: string, data: Json | undefined): { marks: Marks } {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => changes.subscribe(redraw), [changes]);
  return { marks: changes.marksFor(key, data) };
}
