import { isObject, type Json, type JsonObject } from '../../display/json';
import type { PathTree } from '../../display/path-tree';
import { nodeAt } from '../../display/path-tree';
import { keyOf } from '../../display/pointer';

/** A key that samples have, with every value that was seen under it. */
export interface SeenValue {
  path: string[];
  /** As a document writes it: "intent", "/order/total". */
  key: string;
  values: Json[];
  /** The objects around those values: what stands beside a value may explain it. */
  beside: JsonObject[];
  /** In how many samples. */
  count: number;
}

/** How deep objects are opened: "/order/payment/card". */
const DEEPEST = 3;
/** Larger data than this is not what somebody lays out key by key. */
const MOST_KEYS = 500;

/**
 * The keys of samples, in the order of first sight. Objects are opened down to a sensible depth; lists count as one value.
 *
 * @param skip paths that are not walked into: hidden ones, and those that are listed.
 */
export function walk(
  samples: readonly JsonObject[],
  skip: (path: readonly string[]) => boolean,
  opens: (path: readonly string[]) => boolean = () => true,
): SeenValue[] {
  const tree: PathTree<SeenValue> = {};
  const found: SeenValue[] = [];

  function note(path: string[], value: Json, beside: JsonObject): void {
    const node = nodeAt(tree, path);
    if (node.value === undefined) {
      if (found.length >= MOST_KEYS) return;
      node.value = { path, key: keyOf(path), values: [], beside: [], count: 0 };
      found.push(node.value);
    }
    node.value.values.push(value);
    node.value.beside.push(beside);
    node.value.count += 1;
  }

  function visit(object: JsonObject, above: readonly string[]): void {
    for (const [name, value] of Object.entries(object)) {
      const path = [...above, name];
      if (skip(path)) continue;
      const inner = isObject(value) && Object.keys(value).length > 0 && path.length < DEEPEST && opens(path);
      if (inner) visit(value, path);
      else note(path, value, object);
    }
  }
  for (const sample of samples) visit(sample, []);
  return found;
}
