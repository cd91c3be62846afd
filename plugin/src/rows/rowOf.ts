import type { RowView } from '../../../display/view';

const lists = new WeakMap<Element, readonly RowView[]>();

/** Remembers which rows a `<dl>` shows, in the order of its `<dt>`s. */
export function showsRows(list: HTMLDListElement, rows: readonly RowView[]): void {
  lists.set(list, rows);
}

/** A row and the `<dd>` that it is drawn in. */
export interface RowElement {
  row: RowView;
  element: HTMLElement;
}

/** The innermost row that an element is part of, its label included. */
export function rowOf(target: EventTarget | null): RowElement | undefined {
  let cell = target instanceof Element ? target.closest<HTMLElement>('dt, dd') : null;
  while (cell !== null) {
    const rows = cell.parentElement === null ? undefined : lists.get(cell.parentElement);
    const element = cell.tagName === 'DT' ? cell.nextElementSibling : cell;
    if (rows !== undefined && element instanceof HTMLElement) {
      let index = -1;
      for (let at: Element | null = element; at !== null; at = at.previousElementSibling)
        if (at.tagName === 'DD') index++;
      const row = rows[index];
      return row === undefined ? undefined : { row, element };
    }
    cell = cell.parentElement?.closest<HTMLElement>('dt, dd') ?? null;
  }
  return undefined;
}

/** The `<dd>`s of all rows below an element, in the order of the page. */
export function rowElements(below: HTMLElement): HTMLElement[] {
  return [...below.querySelectorAll<HTMLElement>('dl > dd')].filter(
    (cell) => cell.parentElement !== null && lists.has(cell.parentElement),
  );
}
