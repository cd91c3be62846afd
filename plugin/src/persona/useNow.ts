import { useEffect, useReducer } from 'react';
import type { Clock } from '../state/clock';

/** Draws again every so many milliseconds; undefined: never. Returns the time (ms since 1970). */
export function useNow(clock: Clock, every: number | undefined): number {
  const [tick, wake] = useReducer((count: number) => count + 1, 0);
  useEffect(() => (every === undefined ? undefined : clock.at(Date.now() + every, wake)), [clock, every, tick]);
  return Date.now();
}
