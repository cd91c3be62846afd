import type { Arrangement, Listing } from './compiled';
import type { Environment } from './environment';
import { copyFor, fieldOf, withLink } from './field';
import type { PreparedField } from './field';
import { emptyValue } from './generic';
import { isHidden, revealRoles, withoutGaps } from './hidden';
import type { Rules } from './hidden';
import type { Json } from './json';
import type { Judge } from './layout';
import { expandLink } from './link-template';
import { findNode } from './path-tree';
import { keyOf, valueAt } from './pointer';
import type { DisplayValue } from './value';
import type { RowView, Source } from './view';
import { visible } from './visible';
import { emptyWords } from './words';

/** What rows are made from: projected data of both sources, and what was decided. */
export interface Stage {
  readonly arrangement: Arrangement;
  /** Undefined: not here (yet). */
  readonly data: Readonly<Record<Source, Json | undefined>>;
  readonly masked: Readonly<Record<Source, Readonly<Record<string, string>>>>;
  readonly judged: Judge;
  readonly roles: readonly string[];
  readonly env: Environment;
  readonly debug: boolean;
}

const dash = '—';

/** null, "", [] and {} under the words that the document has for nothing; `of` and the hint keep them apart. */
export function emptyUnder(of: keyof typeof emptyWords, noValue: string | undefined): DisplayValue {
  return { kind: 'empty', of, text: noValue ?? dash, hint: emptyWords[of] };
}

/** A masked value: the text that stands for it, and whether this worker may ask for more. */
export function maskedValue(
  text: string,
  rules: Rules,
  path: readonly string[],
  roles: readonly string[],
): DisplayValue {
  const reveal = revealRoles(rules, path)?.some((role) => roles.includes(role)) === true;
  return { kind: 'masked', text: visible(text), reveal };
}

/** What a listing shows. Undefined: nothing, because it is hidden, missing or empty where that is left out. */
export interface Shown {
  value: DisplayValue;
  field: PreparedField;
  /** What is there, for the copy button; undefined where there is nothing to copy. */
  raw: Json | undefined;
}

/** How a panel treats what is not there. */
export interface Absence {
  /** Words for nothing that the panel has. */
  noValue: string | undefined;
  hideEmpty: boolean;
}

/**
 * The value pipeline: (hidden, masked) → missing → empty → mapping → format → threshold tone → link.
 *
 * @param own Takes out of the value what is listed by itself.
 */
export function showListing(
  listing: Listing,
  stage: Stage,
  absence: Absence,
  own: (value: Json) => Json | undefined,
): Shown | undefined {
  const { source, path, id } = listing;
  const rules = stage.arrangement.rules[source];
  if (isHidden(rules, path)) return undefined;
  const field = fieldOf(listing.field, path, stage.env);
  const masked = stage.masked[source];
  if (Object.prototype.hasOwnProperty.call(masked, id)) {
    return { field, raw: undefined, value: maskedValue(masked[id] ?? '', rules, path, stage.roles) };
  }
  const isMasked = revealRoles(rules, path) !== undefined;
  const data = stage.data[source];
  const found = isMasked || data === undefined ? undefined : valueAt(data, path);
  if (found === undefined) {
    return field.noValue === undefined
      ? undefined
      : { field, raw: undefined, value: { kind: 'missing', text: field.noValue } };
  }
  const part = own(found);
  if (part === undefined) return undefined;
  const value = withoutGaps(part, findNode(rules.tree, path));
  const empty = emptyValue(value);
  if (empty?.kind === 'empty') {
    const under = emptyUnder(empty.of, field.noValue ?? absence.noValue);
    return absence.hideEmpty ? undefined : { field, raw: undefined, value: under };
  }
  return { field, raw: value, value: withLink(field.show(value, stage.env.now), linkFor(listing, stage, value)) };
}

function linkFor({ link }: Listing, stage: Stage, value: Json) {
  if (link === undefined) return undefined;
  return expandLink(link, (variable) => {
    if (variable.from === 'value') return value;
    if (variable.from === 'event') return undefined;
    const data = stage.data[variable.from];
    return data === undefined ? undefined : valueAt(data, variable.path);
  });
}

/** A listing's row. */
export function rowOf(listing: Listing, shown: Shown, why: string | undefined): RowView {
  const { field, value, raw } = shown;
  const row: RowView = { id: listing.id, key: keyOf(listing.path), label: field.label, value };
  if (field.description !== undefined) row.description = field.description;
  const copy = raw === undefined ? undefined : copyFor(field, raw);
  if (copy !== undefined) row.copy = copy;
  if (why !== undefined) row.why = why;
  return row;
}

/** Whether a value is one that highlights skip. */
export const isNothing = (value: DisplayValue): boolean => value.kind === 'empty' || value.kind === 'missing';
