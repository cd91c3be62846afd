import type { Json } from '../../../../display/json';
import { at, below, listAt, parentOf } from '../../../../editor/edit';
import { addField, addSection, hideKey, type Edit } from '../../../../editor/outline/operations';
import type { SeenKey } from '../../../../editor/seen-keys';

/** Pointer of the layout that a part belongs to, or "" for the document's own arrangement. */
export const arrangementOf = (pointer: string): string => /^\/layouts\/\d+/.exec(pointer)?.[0] ?? '';

/** The panel that decides about a source where the selection is: the layout's own, else the document's. */
function panelOf(document: Json, selected: string, source: SeenKey['source']): string {
  const own = below(arrangementOf(selected), source);
  return at(document, own) === undefined ? `/${source}` : own;
}

/** The section that a seen key goes to: the selected one where it can, else the last of its panel. */
function sectionOf(document: Json, selected: string, panel: string): string | undefined {
  const sections = below(panel, 'sections');
  for (let here: string | undefined = selected; here !== undefined; here = parentOf(here)?.parent) {
    if (parentOf(here)?.parent === sections && at(document, here) !== undefined) return here;
  }
  const count = listAt(document, sections).length;
  return count === 0 ? undefined : below(sections, count - 1);
}

/** Lists a seen key; a panel without sections gets one. */
export function listSeen(document: Json, selected: string, { source, field }: SeenKey): Edit | undefined {
  const panel = panelOf(document, selected, source);
  const section = sectionOf(document, selected, panel);
  if (section !== undefined) return addField(document, section, field);
  const made = addSection(document, panel, { fields: [field] });
  return made && { ...made, pointer: below(made.pointer, 'fields', 0) };
}

/** Puts a seen key among its panel's hidden keys. */
export function hideSeen(document: Json, selected: string, { source, key }: SeenKey): Edit | undefined {
  return hideKey(document, panelOf(document, selected, source), key);
}
