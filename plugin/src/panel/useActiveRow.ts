import { useCallback, useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';
import { rowElements, rowOf, type RowElement } from '../rows/rowOf';

/** Which row the pointer or the keyboard is at, and the handlers of the panel that find out. */
export interface ActiveRow {
  active: RowElement | undefined;
  handlers: {
    onPointerOver: (event: PointerEvent<HTMLElement>) => void;
    onPointerLeave: () => void;
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** The row that an arrow key leads to; undefined when the key is none or there is no such row. */
function next(panel: HTMLElement, from: HTMLElement | undefined, key: string): HTMLElement | undefined {
  const rows = rowElements(panel);
  const at = from === undefined ? -1 : rows.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1];
    case 'ArrowUp':
      return rows[at - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows[rows.length - 1];
    default:
      return undefined;
  }
}

/** The raw key as the label's tooltip; put there when it is first needed, not on every row beforehand. */
function withTooltip(found: RowElement | undefined): RowElement | undefined {
  const label = found?.element.previousElementSibling;
  if (found !== undefined && label instanceof HTMLElement) label.title = found.row.key;
  return found;
}

/**
 * One set of handlers on the panel instead of some on every row. The panel is one stop of the Tab key; arrow keys, Home
 * and End move between rows, and Tab goes on to what the row at hand offers.
 */
export function useActiveRow(): ActiveRow {
  const [active, setActive] = useState<RowElement>();
  const activate = useCallback((target: EventTarget | null) => {
    const found = withTooltip(rowOf(target));
    setActive((known) => (known?.element === found?.element && known?.row === found?.row ? known : found));
  }, []);
  return {
    active,
    handlers: {
      onPointerOver: useCallback((event) => activate(event.target), [activate]),
      onPointerLeave: useCallback(() => activate(document.activeElement), [activate]),
      onFocus: useCallback((event) => activate(event.target), [activate]),
      onKeyDown: useCallback((event) => {
        const { target, currentTarget: panel } = event;
        if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement)) return;
        // Only from the panel or a row itself: a link, a button or a scrolling table keeps its keys.
        const from = rowOf(target)?.element;
        if (target !== panel && target !== from) return;
        const to = next(panel, from, event.key);
        if (to === undefined) return;
        event.preventDefault();
        to.tabIndex = -1;
        to.focus();
      }, []),
    },
  };
}
