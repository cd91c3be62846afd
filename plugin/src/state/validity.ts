import type { DisplayValue } from '../../../display/value';
import type { HighlightView, PanelView, RowView } from '../../../display/view';

const sooner = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

function ofValue(value: DisplayValue): number | undefined {
  const inner =
    value.kind === 'group'
      ? ofRows(value.rows)
      : value.kind === 'list'
        ? value.items.reduce<number | undefined>((soonest, item) => sooner(soonest, ofValue(item)), undefined)
        : value.kind === 'table'
          ? value.rows.flat().reduce<number | undefined>((soonest, cell) => sooner(soonest, ofValue(cell)), undefined)
          : undefined;
  return sooner(value.validUntil, inner);
}

function ofRows(rows: readonly RowView[]): number | undefined {
  return rows.reduce<number | undefined>((soonest, row) => sooner(soonest, ofValue(row.value)), undefined);
}

/** When the first text of a view stops being true (ms since 1970); undefined when all of it stays true. */
export function validUntil(view: {
  highlights: readonly HighlightView[];
  context: PanelView;
  traits: PanelView | null;
}): number | undefined {
  const rows = [...view.context.sections, ...(view.traits?.sections ?? [])].map((section) => ofRows(section.rows));
  return [...rows, ...view.highlights.map((highlight) => ofValue(highlight.value))].reduce(sooner, undefined);
}
