import { edited } from './edit';
import type { Json } from './json';
import { isObject } from './json';
import type { PathTree } from './path-tree';
import { nodeAt, valuesAlong } from './path-tree';
import { formatPointer, parsePointer } from './pointer';

/** One entry of a `hidden` list: every top-level key with a beginning, or one value with everything below it. */
export type HiddenEntry =
  { readonly kind: 'prefix'; readonly prefix: string } | { readonly kind: 'path'; readonly path: readonly string[] };

/** "sessionId" → that key, "debug*" → keys that begin so, "/order/internal" → that value. Undefined: malformed pointer. */
export function parseHidden(entry: string): HiddenEntry | undefined {
  if (entry.startsWith('/')) {
    const path = parsePointer(entry);
    return path && { kind: 'path', path };
  }
  if (entry.endsWith('*')) return { kind: 'prefix', prefix: entry.slice(0, -1) };
  return { kind: 'path', path: [entry] };
}

/** Why a value is removed: it is hidden, or masked (with the roles that may see it, as every mask on it allows). */
export interface Removal {
  readonly hidden: boolean;
  readonly reveal: readonly string[];
}

/** What is removed from one source in one layout. */
export interface Rules {
  readonly prefixes: readonly string[];
  readonly tree: PathTree<Removal>;
  /** Pointers of masked values, outermost and earliest listed first. */
  readonly masks: readonly { readonly path: readonly string[]; readonly id: string }[];
}

/** Puts hidden entries and masks together. A role reveals a value only if every mask on it allows that role. */
export function prepareRules(
  hidden: readonly HiddenEntry[],
  masks: readonly { readonly path: readonly string[]; readonly reveal: readonly string[] }[],
): Rules {
  const tree: PathTree<Removal> = {};
  const prefixes: string[] = [];
  for (const { path, reveal } of masks) {
    const node = nodeAt(tree, path);
    const before = node.value?.reveal;
    node.value = { hidden: false, reveal: before ? before.filter((role) => reveal.includes(role)) : reveal };
  }
  for (const entry of hidden) {
    if (entry.kind === 'prefix') prefixes.push(entry.prefix);
    else nodeAt(tree, entry.path).value = { hidden: true, reveal: [] };
  }
  const masked = new Map(masks.map(({ path }) => [formatPointer(path), path]));
  return { prefixes, tree, masks: [...masked].map(([id, path]) => ({ id, path })) };
}

/** Whether the value at a path, or one above it, is hidden. */
export function isHidden(rules: Rules, path: readonly string[]): boolean {
  const [first] = path;
  if (first !== undefined && rules.prefixes.some((prefix) => first.startsWith(prefix))) return true;
  return rules.tree.children !== undefined && valuesAlong(rules.tree, path).some((removal) => removal.hidden);
}

/** The roles that may reveal the value at a path, as every mask on it and above it allows; undefined: not masked. */
export function revealRoles(rules: Rules, path: readonly string[]): readonly string[] | undefined {
  if (rules.masks.length === 0) return undefined;
  const removals = valuesAlong(rules.tree, path);
  if (removals.length === 0) return undefined;
  return removals.map((removal) => removal.reveal).reduce((left, right) => left.filter((role) => right.includes(role)));
}

const isIndex = (segment: string, length: number): boolean =>
  /^(?:0|[1-9]\d*)$/.test(segment) && Number(segment) < length;

/**
 * The value without what the tree removes, or undefined when nothing is left of it. Removed items of a list leave null in
 * their place, so that pointers into the list keep their meaning on both sides of the wire; `withoutGaps` takes those
 * out before the list is shown. Parts that nothing touches are shared with the input, which is never changed.
 */
export function without(value: Json, tree: PathTree<Removal>): Json | undefined {
  if (tree.value !== undefined) return undefined;
  if (tree.children === undefined || typeof value !== 'object' || value === null) return value;
  const { children } = tree;
  if (!Array.isArray(value)) {
    const left = edited(value, children.keys(), (below, key) => without(below, children.get(key) ?? {}));
    // An object of which nothing is left was about what is removed.
    return left !== value && Object.keys(left).length === 0 ? undefined : left;
  }
  let copy: Json[] | undefined;
  for (const [segment, below] of children) {
    if (!isIndex(segment, value.length)) continue;
    const index = Number(segment);
    const before = value[index] ?? null;
    const after = without(before, below) ?? (below.value === undefined ? {} : null);
    if (after === before) continue;
    copy ??= [...value];
    copy[index] = after;
  }
  return copy ?? value;
}

/** The value as it is shown: without the places that removed items of lists left behind. */
export function withoutGaps(value: Json, tree: PathTree<unknown> | undefined): Json {
  if (tree?.children === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const kept: Json[] = [];
    for (const [index, item] of value.entries()) {
      const below = tree.children.get(String(index));
      if (below?.value === undefined) kept.push(withoutGaps(item, below));
    }
    return kept;
  }
  const { children } = tree;
  return edited(value, children.keys(), (below, key) => withoutGaps(below, children.get(key)));
}

/** The data without hidden and masked values. */
export function applyRules(data: Json, rules: Rules): Json | undefined {
  const left = without(data, rules.tree);
  if (rules.prefixes.length === 0 || !isObject(left)) return left;
  const hidden = Object.keys(left).filter((key) => rules.prefixes.some((prefix) => key.startsWith(prefix)));
  return edited(left, hidden, () => undefined);
}
