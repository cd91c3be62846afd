/** Numbers that look like chance and are the same in every run. */
export interface Chance {
  /** From 0 up to 1. */
  next: () => number;
  /** True in this share of all cases. */
  happens: (share: number) => boolean;
  between: (low: number, high: number) => number;
  /** Mostly near the middle, sometimes much longer, as response times and conversations are. */
  skewed: (middle: number, spread: number) => number;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (share) => next() < share,
    between: (low, high) => low + (high - low) * next(),
    skewed(middle, spread) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return middle * Math.exp(spread * normal);
    },
  };
}
