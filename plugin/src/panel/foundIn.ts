import { searchPanel } from '../../../display/index';
import type { PanelView } from '../../../display/view';

const last = new WeakMap<PanelView, { query: string; found: PanelView }>();

/** What a search finds in a panel; searched once, though the tab counts it and the panel draws it. */
export function foundIn(view: PanelView, query: string): PanelView {
  const known = last.get(view);
  if (known?.query === query) return known.found;
  const found = searchPanel(view, query);
  last.set(view, { query, found });
  return found;
}
