import type { Phase } from './protocol';

/** At most so many times what the plain `<dl>` takes, by flat size; `Infinity` stands for every other size and nested data. */
export const AIMS: Readonly<Record<Phase, ReadonlyMap<number, number>>> = {
  mount: new Map([
    [20, 1.3],
    [200, 0.6],
    [2_000, 0.2],
    [20_000, 0.15],
  ]),
  change: new Map([[Infinity, 1]]),
  switch: new Map([[2_000, 0.3]]),
};
