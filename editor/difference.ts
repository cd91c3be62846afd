import { isObject, type Json } from '../display/json';
import type { Change } from './difference/change';
import { compareProperties } from './difference/properties';
import { arrow, valueWords } from './difference/words';
import { identical } from './same';

export type { Change, ChangeKind } from './difference/change';

/**
 * What changed from one display schema to another, in words an admin knows: labels, formats and options are called as in
 * the form. Empty exactly when the documents are identical. Takes any two JSON values and never throws.
 */
export function difference(before: Json, after: Json): Change[] {
  try {
    return compare(before, after);
  } catch (error) {
    // Nested so deep that JavaScript itself gives up. Such a document can't be published either.
    if (error instanceof RangeError)
      return [{ path: '', kind: 'changed', place: '', sentence: 'Nested too deep to compare' }];
    throw error;
  }
}

function compare(before: Json, after: Json): Change[] {
  if (identical(before, after)) return [];
  if (!isObject(before) || !isObject(after)) {
    const sentence = `The document: ${arrow(valueWords(before), valueWords(after))}`;
    return [{ path: '', kind: 'changed', place: '', sentence }];
  }
  const changes: Change[] = [];
  const scope = { shape: 'document', before: '', after: '', place: '', of: '', changes, compare: compareProperties };
  compareProperties(scope, before, after);
  if (changes.length > 0) return changes;
  return [{ path: '', kind: 'changed', place: '', sentence: 'Only the order of properties in the file changed' }];
}

/** Differences as lines to print: each place once, its sentences indented below it. */
export function differenceLines(changes: readonly Change[]): string[] {
  const places = new Map<string, string[]>();
  for (const { place, sentence } of changes) places.set(place, [...(places.get(place) ?? []), sentence]);
  return [...places].flatMap(([place, sentences]) =>
    place === '' ? sentences : [place, ...sentences.map((sentence) => `  ${sentence}`)],
  );
}
