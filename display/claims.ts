import { edited, setOwn } from './edit';
import type { Json, JsonObject } from './json';
import { isObject } from './json';
import type { PathTree } from './path-tree';
import { child } from './pointer';

type Claims = PathTree<true>;

/** Whether anything is left of a value that listings took parts of. */
const isLeft = (value: Json | undefined): value is Json =>
  value !== undefined && !(isObject(value) && Object.keys(value).length === 0);

/**
 * What `rest` shows of a value: nothing of what is listed, nothing of a list with a listing into it, and of a partly
 * listed object what is left, if anything. Undefined: nothing.
 */
export function unclaimed(value: Json, claims: Claims | undefined): Json | undefined {
  if (claims === undefined) return value;
  if (claims.value === true) return undefined;
  if (claims.children === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return undefined;
  const left = ownRest(value, claims);
  return isLeft(left) ? left : undefined;
}

/** An object that is listed as a whole, without the leaves that are listed by themselves; undefined when none is left. */
export function ownPart(value: Json, claims: Claims | undefined): Json | undefined {
  if (claims?.children === undefined || !isObject(value)) return value;
  const left = ownRest(value, claims);
  return left === value || isLeft(left) ? left : undefined;
}

function ownRest(value: JsonObject, claims: Claims): JsonObject {
  return edited(value, claims.children?.keys() ?? [], (below, key) => unclaimed(below, claims.children?.get(key)));
}

/** Whether the value at a path would be in `rest`: neither it nor what holds it is listed. */
export function isUnclaimed(data: Json, claims: Claims, path: readonly string[]): boolean {
  let node: Claims | undefined = claims;
  let value: Json | undefined = data;
  for (const segment of path) {
    if (node?.value === true || (node?.children !== undefined && Array.isArray(value))) return false;
    node = node?.children?.get(segment);
    value = value === undefined ? undefined : child(value, segment);
  }
  return node?.value !== true;
}

/**
 * Only what is at the marked paths, without what `claims` takes out of it. Other items of a list become null, so that
 * pointers into it keep their meaning.
 */
export function only(value: Json, marked: PathTree<true> | undefined, claims?: Claims): Json | undefined {
  if (marked === undefined) return undefined;
  // A leaf of its own may be marked below: it is found by its own mark.
  if (marked.value === true)
    return united(ownPart(value, claims), only(value, { ...marked, value: undefined }, claims));
  if (marked.children === undefined || typeof value !== 'object' || value === null) return undefined;
  const found: [string, Json][] = [];
  for (const [segment, below] of marked.children) {
    const part = child(value, segment);
    const kept = part === undefined ? undefined : only(part, below, claims?.children?.get(segment));
    if (kept !== undefined) found.push([segment, kept]);
  }
  if (found.length === 0) return undefined;
  if (Array.isArray(value)) {
    const items = new Map(found);
    const length = Math.max(...found.map(([index]) => Number(index))) + 1;
    return Array.from({ length }, (_, index) => items.get(String(index)) ?? null);
  }
  const object: JsonObject = {};
  for (const [key, part] of found) setOwn(object, key, part);
  return object;
}

/** Both, where `left` and `right` are parts of one value. */
export function united(left: Json | undefined, right: Json | undefined): Json | undefined {
  if (left === undefined) return right;
  if (right === undefined || left === right) return left;
  if (Array.isArray(left) && Array.isArray(right)) {
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, index) => united(left[index] ?? undefined, right[index] ?? undefined) ?? null);
  }
  if (!isObject(left) || !isObject(right)) return left;
  const object: JsonObject = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const both = united(Object.prototype.hasOwnProperty.call(left, key) ? left[key] : undefined, value);
    if (both !== undefined) setOwn(object, key, both);
  }
  return object;
}
