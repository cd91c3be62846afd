import { isObject, own, type Json, type JsonObject } from '../../display/json';
import { below } from '../edit';
import { optionsOf, quotedKey, quotedTitle, textOf, formatWords } from './words';
import type { Change, ChangeKind } from './change';

/** The part of both documents that is being compared. */
export interface Scope {
  /** Definition of the JSON Schema: "panel", "field". */
  shape: string;
  /** Its pointer in the older and in the newer document. */
  before: string;
  after: string;
  place: string;
  /** Completes "Label …": " of `plan`"; empty where the place says enough. */
  of: string;
  changes: Change[];
  /** Compares two objects property by property: what lists and sections do with their items. */
  compare: (scope: Scope, before: JsonObject, after: JsonObject, skip?: readonly string[]) => void;
}

export function say(scope: Scope, kind: ChangeKind, sentence: string, ...steps: (string | number)[]): void {
  const path = below(kind === 'removed' ? scope.before : scope.after, ...steps);
  scope.changes.push({ path, kind, place: scope.place, sentence });
}

/** A scope one step deeper. */
export function inside(
  scope: Scope,
  shape: string,
  steps: { before: (string | number)[]; after: (string | number)[] },
  words: { place?: string; of?: string } = {},
): Scope {
  return {
    ...scope,
    ...words,
    shape,
    before: below(scope.before, ...steps.before),
    after: below(scope.after, ...steps.after),
  };
}

/** The text under a name of an item, or undefined. */
export function named(item: Json | undefined, name: string): string | undefined {
  const value = isObject(item) ? own(item, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A section as sentences name it: its title, or its number. */
export function sectionName(section: Json | undefined, index: number): string {
  const title = isObject(section) ? textOf(own(section, 'title')) : undefined;
  return title === undefined ? `section ${index + 1}` : `section ${quotedTitle(title)}`;
}

/** A field as sentences name it. */
export function fieldName(field: Json | undefined, index: number): string {
  const key = named(field, 'key');
  return key === undefined ? `entry ${index + 1}` : quotedKey(key);
}

/** How a field that is new is shown: ", as “Order total”, Currency (EUR)". */
export function asShown(field: Json): string {
  if (!isObject(field)) return '';
  const label = textOf(own(field, 'label'));
  const format = own(field, 'format');
  return [
    ...(label === undefined ? [] : [`, as ${quotedTitle(label)}`]),
    ...(format === undefined ? [] : [`, ${formatWords(field)}`]),
    ...(own(field, 'mask') === undefined ? [] : [', masked']),
  ].join('');
}

/** The formats of a field before and after, and the options that belong to either. */
export function formatsOf(a: JsonObject, b: JsonObject): { formats: (Json | undefined)[]; options: Set<string> } {
  const formats = [own(b, 'format'), own(a, 'format')];
  return { formats, options: new Set(formats.flatMap(optionsOf)) };
}
