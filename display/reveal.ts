import type { Arrangement, Compiled } from './compiled';
import { isHidden, revealRoles, without } from './hidden';
import type { Json } from './json';
import { arrangementOf, judge } from './layout';
import type { Decision } from './layout';
import { findNode } from './path-tree';
import { valueAt } from './pointer';
import { listingsOf, maskedTexts } from './project';
import type { Source } from './view';

/** Whether somebody with these roles may see what is behind a mask: every mask on it and above it must allow one. */
export function mayReveal(
  arrangement: Arrangement,
  source: Source,
  path: readonly string[],
  roles: readonly string[],
): boolean {
  const rules = arrangement.rules[source];
  if (isHidden(rules, path)) return false;
  return revealRoles(rules, path)?.some((role) => roles.includes(role)) === true;
}

/**
 * What is behind one mask, for somebody with these roles; undefined when it is not shown masked in this layout, is not
 * there, or may not be revealed to them. What is hidden or masked inside it stays away.
 *
 * @param pointer JSON Pointer of the value, as in `Projection.masked`.
 */
export function reveal(
  compiled: Compiled | null,
  decision: Decision,
  source: Source,
  data: Json,
  pointer: string,
  roles: readonly string[],
): Json | undefined {
  if (compiled?.usable !== true) return undefined;
  const arrangement = arrangementOf(compiled, decision);
  const masked = maskedTexts(data, arrangement, source, judge(decision));
  if (!Object.prototype.hasOwnProperty.call(masked, pointer)) return undefined;
  const rules = arrangement.rules[source];
  const listing = listingsOf(arrangement, source).find(({ id }) => id === pointer);
  const path = listing?.path ?? rules.masks.find(({ id }) => id === pointer)?.path;
  if (path === undefined || !mayReveal(arrangement, source, path, roles)) return undefined;
  const value = valueAt(data, path);
  const inner = findNode(rules.tree, path);
  return value === undefined ? undefined : without(value, { ...inner, value: undefined });
}
