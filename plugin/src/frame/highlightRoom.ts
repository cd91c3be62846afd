import { arrangementOf } from '../../../display/layout';
import type { Compiled } from '../../../display/compiled';
import type { HighlightView } from '../../../display/view';

/** A highlight of traits that are still on their way. */
export interface HighlightRoom {
  id: string;
  waiting: true;
}

/**
 * The highlights in the document's order, with room for those of traits, so that nothing below moves when they come.
 * @param layout name of the layout that holds as far as is known
 */
export function withRoom(
  highlights: readonly HighlightView[],
  compiled: Compiled | null,
  layout: string | null,
): readonly (HighlightView | HighlightRoom)[] {
  if (compiled?.usable !== true) return highlights;
  const listed = arrangementOf(compiled, { layout, truths: {} }).highlights;
  if (!listed.some(({ source }) => source === 'traits')) return highlights;
  const all = new Map<string, HighlightView | HighlightRoom>();
  for (const { id, source, when } of listed) {
    const key = `${source}:${id}`;
    const shown = highlights.find((one) => one.id === key);
    if (shown !== undefined) all.set(key, shown);
    // A condition on traits can't be judged yet: room is kept for what is shown always.
    else if (source === 'traits' && when === undefined) all.set(key, { id: key, waiting: true });
  }
  return [...all.values()];
}
