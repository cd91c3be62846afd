import { useEffect, useState } from 'react';

/** Some frames: the first one has been painted by then, also where no frames are painted at all. */
const AFTER_FIRST_FRAME_MS = 50;

/**
 * How many of so many parts to draw: the first few at once, so that what is on the screen is there in the first frame,
 * and the rest in steps right after it, each short enough not to be felt.
 */
export function useSteps(total: number, first: number, step: number): number {
  const [allowed, allow] = useState(first);
  useEffect(() => {
    if (allowed >= total) return;
    const timer = setTimeout(() => allow(allowed + step), allowed === first ? AFTER_FIRST_FRAME_MS : 0);
    return () => clearTimeout(timer);
  }, [allowed, total, first, step]);
  return Math.min(allowed, total);
}
