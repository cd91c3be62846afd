import { useEffect, useState } from 'react';

/** Some frames: the first one has been painted by then, also where no frames are painted at all. */
const SOME_FRAMES_MS = 50;

/** Calls back before the next frame is painted; gives what calls that off. */
function inNextFrame(callback: () => void): () => void {
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const once = (): void => {
    stop();
    callback();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, SOME_FRAMES_MS);
  return stop;
}

/**
 * How many of so many parts to draw: the first few at once, so that what is on the screen is there in the first frame,
 * and the rest in steps right after it, each short enough not to be felt. A rest of one step comes in the very next
 * frame; more of them leave the first frames to what else the page has to do.
 */
export function useSteps(total: number, first: number, step: number): number {
  const [allowed, allow] = useState(first);
  useEffect(() => {
    if (allowed >= total) return;
    const next = (): void => allow(allowed + step);
    // An effect runs once its frame has been painted.
    if (allowed === first && total - first <= step) return inNextFrame(next);
    const timer = setTimeout(next, allowed === first ? SOME_FRAMES_MS : 0);
    return () => clearTimeout(timer);
  }, [allowed, total, first, step]);
  return Math.min(allowed, total);
}
