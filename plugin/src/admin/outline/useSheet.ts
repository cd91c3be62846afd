import { useLayoutEffect } from 'react';

const written = new Set<string>();

/** Writes a sheet into the page, once. */
export function useSheet(css: string): void {
  useLayoutEffect(() => {
    if (written.has(css)) return;
    written.add(css);
    const style = document.createElement('style');
    style.dataset.customerContextEditor = '';
    style.textContent = css;
    document.head.append(style);
  }, [css]);
}
