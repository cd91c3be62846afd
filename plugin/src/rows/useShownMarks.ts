import { useMemo, useRef } from 'react';
import type { PanelView } from '../../../display/view';
import type { Marks } from './marks';
import { shownMarks, type ShownMarks } from './shownMarks';

/** `shownMarks` of a panel; the same object for as long as the same rows are marked. */
export function useShownMarks(view: PanelView | null, marks: Marks): ShownMarks {
  const drawn = useRef<ShownMarks>();
  const shown = useMemo(() => shownMarks(view, marks), [view, marks]);
  const before = drawn.current?.marks;
  if (before?.size !== shown.marks.size || ![...shown.marks].every((id) => before.has(id))) drawn.current = shown;
  return drawn.current ?? shown;
}
