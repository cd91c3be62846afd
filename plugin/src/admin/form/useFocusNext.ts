import { useLayoutEffect, useRef } from 'react';

type Find = () => HTMLElement | null | undefined;

/**
 * Where the keyboard goes when a button puts other controls in its own place: to what `find` finds once it is drawn.
 * Without it the focus would be lost with the button.
 */
export function useFocusNext(): (find: Find) => void {
  const wanted = useRef<Find>();
  useLayoutEffect(() => {
    const found = wanted.current?.();
    if (!found) return;
    wanted.current = undefined;
    found.focus();
  });
  return (find) => {
    wanted.current = find;
  };
}

/** Finds a control by its id. */
export const byId =
  (id: string): Find =>
  () =>
    window.document.getElementById(id);
