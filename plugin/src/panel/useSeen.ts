import { useEffect, type RefObject } from 'react';
import { rowElements, rowOf } from '../rows/rowOf';
import type { Marks } from '../rows/marks';

/** How long an agent has to be at the panel before what is on the screen counts as seen. */
export const SEEN_AFTER_MS = 3000;

function onScreen(element: HTMLElement, within: DOMRect): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= within.top && top <= within.bottom && bottom >= 0 && top <= window.innerHeight;
}

/**
 * Tells which changed rows the agent has seen: those on the screen while the pointer or the focus was in the panel for a
 * few seconds.
 */
export function useSeen(panel: RefObject<HTMLElement>, marks: Marks, seen: (ids: string[]) => void): void {
  useEffect(() => {
    const root = panel.current;
    if (root === null || marks.size === 0) return;
    let timer: ReturnType<typeof setInterval> | undefined;

    const attended = (): boolean =>
      document.visibilityState === 'visible' && (root.matches(':hover') || root.contains(document.activeElement));
    const look = (): void => {
      if (!attended()) return;
      const frame = root.getBoundingClientRect();
      const ids = rowElements(root)
        .filter((element) => element.querySelector('.cc-changed') !== null && onScreen(element, frame))
        .flatMap((element) => rowOf(element)?.row.id ?? []);
      if (ids.length > 0) seen(ids);
    };
    const arrive = (): void => void (timer ??= setInterval(look, SEEN_AFTER_MS));
    const leave = (): void => {
      if (attended()) return;
      clearInterval(timer);
      timer = undefined;
    };
    if (attended()) arrive();
    root.addEventListener('pointerenter', arrive);
    root.addEventListener('focusin', arrive);
    root.addEventListener('pointerleave', leave);
    root.addEventListener('focusout', leave);
    return () => {
      clearInterval(timer);
      root.removeEventListener('pointerenter', arrive);
      root.removeEventListener('focusin', arrive);
      root.removeEventListener('pointerleave', leave);
      root.removeEventListener('focusout', leave);
    };
  }, [panel, marks, seen]);
}
