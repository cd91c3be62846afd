import type { Json } from '../../display/json';
import { at, below, changedAt, indexOf, parentOf, spliced } from '../edit';
import { orderOf, shapeAt } from './shape';

/** An edit that was made. */
export interface Edit {
  document: Json;
  /** Where the part that was added, moved or changed stands now; after a removal, what held it. */
  pointer: string;
  /** Where a part of the old document stands in the new one; undefined when it is gone. */
  follow: (pointer: string) => string | undefined;
}

const isList = Array.isArray;
const within = (pointer: string, outer: string) => pointer === outer || pointer.startsWith(`${outer}/`);

/** Puts an item into a list, which is made if the document lacks it. Undefined: something else stands there. */
export function insertItem(document: Json, list: string, item: Json, index?: number): Edit | undefined {
  const found = at(document, list);
  if (found !== undefined && !isList(found)) return undefined;
  const length = found?.length ?? 0;
  const to = Math.max(0, Math.min(index ?? length, length));
  const parent = parentOf(list);
  const order = orderOf(parent && shapeAt(parent.parent)?.shape);
  const edited = changedAt(document, list, (value) => spliced(isList(value) ? value : [], to, 0, [item]), order);
  // The pointer led through something that is no object.
  if (edited === document) return undefined;
  return { document: edited, pointer: below(list, to), follow: (pointer) => shifted(pointer, list, to, 1) };
}

/** Takes an item out of its list. Undefined: there is none. */
export function removeItem(document: Json, pointer: string): Edit | undefined {
  const index = indexOf(pointer);
  const list = parentOf(pointer)?.parent;
  if (index === undefined || list === undefined || at(document, pointer) === undefined) return undefined;
  if (!isList(at(document, list))) return undefined;
  return {
    document: changedAt(document, pointer, () => undefined),
    pointer: list,
    follow: (one) => (within(one, pointer) ? undefined : shifted(one, list, index + 1, -1)),
  };
}

/**
 * Moves an item into a list that takes its kind: the same, or another.
 *
 * @param list its pointer in the document as it is.
 * @param index where the item stands in that list afterwards.
 */
export function moveItem(document: Json, pointer: string, list: string, index: number): Edit | undefined {
  const [kind, target] = [shapeAt(pointer), shapeAt(list)];
  if (kind === undefined || kind.list || target?.list !== true || kind.shape !== target.shape) return undefined;
  const item = at(document, pointer);
  if (item === undefined || within(list, pointer) || !isList(at(document, list))) return undefined;
  const taken = removeItem(document, pointer);
  const to = taken?.follow(list);
  if (taken === undefined || to === undefined) return undefined;
  const put = insertItem(taken.document, to, item, index);
  return (
    put && {
      ...put,
      follow: (one) => {
        if (within(one, pointer)) return put.pointer + one.slice(pointer.length);
        const left = taken.follow(one);
        return left === undefined ? undefined : put.follow(left);
      },
    }
  );
}

/** A pointer after the items of a list from `from` on have moved by `by`. */
function shifted(pointer: string, list: string, from: number, by: number): string {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [step = '', ...rest] = pointer.slice(list.length + 1).split('/');
  if (!/^\d+$/.test(step) || Number(step) < from) return pointer;
  return [list, String(Number(step) + by), ...rest].join('/');
}
