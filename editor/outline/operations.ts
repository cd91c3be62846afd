import { isObject, own, type Json, type JsonObject } from '../../display/json';
import { at, below, indexOf, listAt, parentOf, setAt } from '../edit';
import { insertItem, moveItem, type Edit } from './list-edits';
import { orderOf, shapeAt } from './shape';

export { insertItem, moveItem, removeItem, type Edit } from './list-edits';

/*
 * What an admin can do to a document. Every function takes any JSON, changes nothing but what it is asked to, and gives
 * undefined where it can't be done: that is how a button knows that it is disabled.
 */

const staysPut = (pointer: string) => pointer;

/** Sets or, with undefined, removes the value at a pointer. A property that is new goes where the documentation has it. */
export function setValue(document: Json, pointer: string, value: Json | undefined): Edit {
  const parent = parentOf(pointer);
  const edited = setAt(document, pointer, value, orderOf(parent && shapeAt(parent.parent)?.shape));
  return { document: edited, pointer, follow: staysPut };
}

/** @param arrangement pointer of a layout, or "" for the document's own. */
export function addHighlight(document: Json, arrangement: string, highlight: JsonObject, index?: number) {
  return insertItem(document, below(arrangement, 'highlights'), highlight, index);
}

/** @param panel pointer of a context or traits panel, which is made if the document lacks it. */
export function addSection(document: Json, panel: string, section: JsonObject = { fields: [] }, index?: number) {
  return insertItem(document, below(panel, 'sections'), section, index);
}

/** @param section its pointer. */
export function addField(document: Json, section: string, field: JsonObject, index?: number) {
  return at(document, section) === undefined ? undefined : insertItem(document, below(section, 'fields'), field, index);
}

export function addLayout(document: Json, layout: JsonObject, index?: number) {
  return insertItem(document, '/layouts', layout, index);
}

/** @param arrangement pointer of a layout, or "" for the document's own. */
export function addEventRule(document: Json, arrangement: string, rule: JsonObject, index?: number) {
  return insertItem(document, below(arrangement, 'events', 'rules'), rule, index);
}

/** Puts a key into a panel's hidden keys. Undefined: it is there already. */
export function hideKey(document: Json, panel: string, key: string): Edit | undefined {
  const hidden = below(panel, 'hidden');
  return listAt(document, hidden).includes(key) ? undefined : insertItem(document, hidden, key);
}

/** One place up: in its list, or a field from the top of a section to the end of the section before. */
export function moveUp(document: Json, pointer: string): Edit | undefined {
  return step(document, pointer, -1);
}

/** One place down: in its list, or a field from the end of a section to the top of the next. */
export function moveDown(document: Json, pointer: string): Edit | undefined {
  return step(document, pointer, 1);
}

function step(document: Json, pointer: string, by: -1 | 1): Edit | undefined {
  const index = indexOf(pointer);
  const list = parentOf(pointer)?.parent;
  if (index === undefined || list === undefined) return undefined;
  const to = index + by;
  if (to >= 0 && to < listAt(document, list).length) return moveItem(document, pointer, list, to);
  if (shapeAt(pointer)?.shape !== 'field') return undefined;
  const section = parentOf(list)?.parent ?? '';
  const sections = parentOf(section)?.parent ?? '';
  const count = listAt(document, sections).length;
  for (let other = (indexOf(section) ?? count) + by; other >= 0 && other < count; other += by) {
    const fields = below(sections, other, 'fields');
    const found = at(document, fields);
    if (Array.isArray(found)) return moveItem(document, pointer, fields, by < 0 ? found.length : 0);
  }
  return undefined;
}

/** Puts a condition into all / any / not, to add others beside it or to turn it around. */
export function wrapCondition(document: Json, pointer: string, by: 'all' | 'any' | 'not'): Edit | undefined {
  const condition = at(document, pointer);
  if (condition === undefined || shapeAt(pointer)?.shape !== 'condition') return undefined;
  const inner = below(pointer, by, ...(by === 'not' ? [] : [0]));
  return {
    document: setAt(document, pointer, { [by]: by === 'not' ? condition : [condition] }),
    pointer,
    follow: (one) => (one.startsWith(`${pointer}/`) ? inner + one.slice(pointer.length) : one),
  };
}

/** Takes a condition out of the all / any / not around it. Undefined: there is none, or more than one condition in it. */
export function unwrapCondition(document: Json, pointer: string): Edit | undefined {
  const condition = at(document, pointer);
  if (!isObject(condition) || Object.keys(condition).length !== 1) return undefined;
  const lists = [own(condition, 'all'), own(condition, 'any')].filter((list) => Array.isArray(list));
  const [only, ...others] = lists[0] ?? [own(condition, 'not')];
  if (only === undefined || others.length > 0) return undefined;
  const inner = below(pointer, ...(lists.length > 0 ? [Object.keys(condition)[0] ?? '', 0] : ['not']));
  return {
    document: setAt(document, pointer, only),
    pointer,
    follow: (one) => {
      if (one === inner || one.startsWith(`${inner}/`)) return pointer + one.slice(inner.length);
      return one.startsWith(`${pointer}/`) ? undefined : one;
    },
  };
}
