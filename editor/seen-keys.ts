import { parseHidden, isHidden, prepareRules } from '../display/hidden';
import { isObject, own, type Json, type JsonObject } from '../display/json';
import { findNode, nodeAt, valuesAlong, type PathTree } from '../display/path-tree';
import { pathOf } from '../display/pointer';
import { at, below, listAt } from './edit';
import { guess, type Guess } from './seen/guess';
import { walk, type SeenValue } from './seen/walk';

export { infer, type Inferred, type Reason } from './seen/infer';
export type { Guess } from './seen/guess';

/** What was seen of customers: contexts of tasks and traits. Held in memory while it is looked at, never stored. */
export interface Samples {
  contexts: readonly Json[];
  traits: readonly Json[];
}

/** A key that samples have and the document says nothing about. */
export interface SeenKey extends Guess {
  source: 'context' | 'traits';
  /** As a document writes it: "intent", "/order/total". */
  key: string;
  /** In how many samples of its source it was, and of how many. */
  count: number;
  of: number;
}

/**
 * Keys of samples that no section lists and nothing hides, those in most samples first, each with the field that was
 * guessed for it. No value of a sample is in what it returns.
 *
 * @param arrangement pointer of a layout, or "" for the document's own.
 */
export function seenKeys(document: Json, samples: Samples, arrangement = ''): SeenKey[] {
  return (['context', 'traits'] as const).flatMap((source) => {
    const data = (source === 'context' ? samples.contexts : samples.traits).filter(isObject);
    return unspoken(document, arrangement, source, data)
      .map((seen) => ({ source, key: seen.key, count: seen.count, of: data.length, ...guess(seen) }))
      .sort((a, b) => b.count - a.count);
  });
}

function unspoken(document: Json, arrangement: string, source: string, data: readonly JsonObject[]): SeenValue[] {
  const own = below(arrangement, source);
  const panel = at(document, own) === undefined ? `/${source}` : own;
  const listed = listedIn(document, panel);
  // A layout's hidden keys are those of the document and its own.
  const entries = [...new Set([`/${source}`, own])].flatMap((one) => listAt(document, below(one, 'hidden')));
  const hidden = entries.flatMap((entry) => (typeof entry === 'string' ? (parseHidden(entry) ?? []) : []));
  const rules = prepareRules(hidden, []);
  return walk(data, (path) => isHidden(rules, path) || valuesAlong(listed, path).length > 0).filter(
    // An array with a listing into it counts as listed whole.
    ({ path, values }) => findNode(listed, path)?.children === undefined || !values.some(Array.isArray),
  );
}

function listedIn(document: Json, panel: string): PathTree<true> {
  const tree: PathTree<true> = {};
  for (const section of listAt(document, below(panel, 'sections'))) {
    const fields = isObject(section) ? own(section, 'fields') : undefined;
    for (const field of Array.isArray(fields) ? fields : []) {
      const key = isObject(field) ? own(field, 'key') : undefined;
      const path = typeof key === 'string' ? pathOf(key) : undefined;
      if (path !== undefined) nodeAt(tree, path).value = true;
    }
  }
  return tree;
}
