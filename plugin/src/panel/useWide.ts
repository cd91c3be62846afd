import { useEffect, useState, type RefObject } from 'react';

/** From this width on, labels stand beside values. */
export const WIDE_PX = 420;

/** What the last panel turned out to be: the next one is likely as wide, and then is laid out only once. */
let lastWide = true;

/**
 * Whether an element is wide enough for labels beside values. An observer rather than a container query, which would
 * make the browser lay out every new list in two steps.
 */
export function useWide(element: RefObject<HTMLElement>): boolean {
  const [wide, setWide] = useState(lastWide);
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined || entry.contentRect.width === 0) return;
      lastWide = entry.contentRect.width >= WIDE_PX;
      setWide(lastWide);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return wide;
}
