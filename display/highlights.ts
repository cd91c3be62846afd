import type { Report } from './compiled';
import { isHidden } from './hidden';
import { shownHighlights } from './layout';
import { keyOf } from './pointer';
import { mostHighlights } from './read-document';
import { isNothing, showListing } from './row';
import type { Stage } from './row';
import type { HighlightView } from './view';

/** A highlight is skipped when it says nothing, so these words are never seen. */
const absence = { noValue: undefined, hideEmpty: true };

/** The facts above the tabs: those that say something, the first of them drawn large. They do not claim their keys. */
export function highlightsOf(stage: Stage): HighlightView[] {
  const views: HighlightView[] = [];
  for (const listing of shownHighlights(stage.arrangement, stage.judged)) {
    if (views.length === mostHighlights) break;
    const shown = showListing(listing, stage, absence, (value) => value);
    if (shown === undefined || isNothing(shown.value)) continue;
    const { id, source } = listing;
    views.push({ id: `${source}:${id}`, source, label: shown.field.label, value: shown.value });
  }
  return views;
}

/** Highlights that can never be seen. */
export function highlightReports({ arrangement }: Stage): Report[] {
  return arrangement.highlights
    .filter(({ source, path }) => isHidden(arrangement.rules[source], path))
    .map(({ at, path }) => ({ at, message: `${JSON.stringify(keyOf(path))} is hidden, so it is not shown here.` }));
}
