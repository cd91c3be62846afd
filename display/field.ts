import type { Environment } from './environment';
import { formatById } from './formats/registry';
import { numberOf } from './formats/numeric';
import { copyOf, genericValue, showRaw } from './generic';
import { humanise } from './humanise';
import type { Json, JsonObject } from './json';
import { isObject, own } from './json';
import { formatPointer } from './pointer';
import type { SafeLink } from './link-safety';
import { localise } from './text';
import { ICONS, TONES } from './value';
import type { DisplayValue, Icon, TagItem, Tone } from './value';
import { more } from './words';

/** A field of a document, its options resolved for one locale and zone; `show` is then a cheap pure call. */
export interface PreparedField {
  readonly label: string;
  readonly description: string | undefined;
  /** Stands for an empty or missing value. */
  readonly noValue: string | undefined;
  readonly copies: boolean;
  /** A value that exists and is not empty: mapping → format → threshold tone. */
  show(value: Json, now: number): DisplayValue;
}

interface Mapped {
  label: string | undefined;
  tone: Tone | undefined;
  icon: Icon | undefined;
}

const word = <Word extends string>(value: Json | undefined, words: readonly Word[]): Word | undefined =>
  words.find((one) => one === value);

/** An icon by its word; undefined when there is no such icon. */
export const iconOf = (value: Json | undefined): Icon | undefined => word(value, ICONS);
export const toneOf = (value: Json | undefined): Tone | undefined => word(value, TONES);

const entriesOf = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Mappings by the value they are for, types kept apart; the first for a value counts. */
function mappingsOf(field: JsonObject, locale: string): Map<Json, Mapped> {
  const mappings = new Map<Json, Mapped>();
  for (const entry of entriesOf(own(field, 'mappings'))) {
    const value = own(entry, 'value');
    if (value === undefined || mappings.has(value)) continue;
    const label = localise(own(entry, 'label'), locale);
    mappings.set(value, { label, tone: toneOf(own(entry, 'tone')), icon: iconOf(own(entry, 'icon')) });
  }
  return mappings;
}

/** The tone of the last threshold that a number reaches. */
function thresholdsOf(field: JsonObject): (value: Json) => Tone | undefined {
  const thresholds = entriesOf(own(field, 'thresholds')).flatMap((entry) => {
    const from = own(entry, 'from');
    const tone = toneOf(own(entry, 'tone'));
    return typeof from === 'number' && tone !== undefined ? [{ from, tone }] : [];
  });
  if (thresholds.length === 0) return () => undefined;
  return (value) => {
    const number = numberOf(value);
    return number === undefined ? undefined : thresholds.findLast(({ from }) => from <= number)?.tone;
  };
}

type Show = (value: Json, now: number) => DisplayValue;

/** The field's format, or what the value is when there is none, or none of that name. Wrong types are shown raw. */
function formatted(field: JsonObject, env: Environment, pointer: string, key: string): Show {
  const id = own(field, 'format');
  const format = typeof id === 'string' ? formatById(id) : undefined;
  if (format === undefined) return (value) => genericValue(value, env, pointer, key);
  const write = format.prepare(field, env);
  return (value, now) =>
    format.accepts(value, field) ? write(value, now, pointer) : showRaw(value, format, env, pointer);
}

/** What a mapping makes of a value: its words take the place of the format's, except that a badge stays a badge. */
function mapped(mapping: Mapped, shown: () => DisplayValue, isBadge: boolean): DisplayValue {
  const look = { ...(mapping.tone && { tone: mapping.tone }), ...(mapping.icon && { icon: mapping.icon }) };
  if (mapping.label === undefined) return { ...shown(), ...look };
  return isBadge
    ? { kind: 'badge', text: mapping.label, tone: 'neutral', ...look }
    : { kind: 'text', text: mapping.label, ...look };
}

const isSeveral = (shown: DisplayValue): boolean => shown.kind === 'tags' || shown.kind === 'list';

/** Mappings of a list apply to each of its items; the format has already laid them out in order. */
function mappedItems(value: Json, shown: DisplayValue, mappings: ReadonlyMap<Json, Mapped>): DisplayValue {
  const joined = (items: readonly { text: string }[], left: number) =>
    [...items.map(({ text }) => text), ...(left > 0 ? [more(left)] : [])].join(', ');
  // A text that a format took apart into tags has its pieces for items.
  const mappingAt = (index: number, text: string) => mappings.get(Array.isArray(value) ? (value[index] ?? null) : text);
  if (shown.kind === 'tags') {
    const items = shown.items.map((item, index): TagItem => {
      const { label, tone, icon } = mappingAt(index, item.text) ?? {};
      return { ...item, ...(label && { text: label }), ...(tone && { tone }), ...(icon && { icon }) };
    });
    return { ...shown, items, text: joined(items, shown.more) };
  }
  if (shown.kind !== 'list') return shown;
  const items = shown.items.map((item, index) => {
    const mapping = mappingAt(index, item.text);
    return mapping ? mapped(mapping, () => item, false) : item;
  });
  return { ...shown, items, text: joined(items, shown.more) };
}

function prepare(field: JsonObject, path: readonly string[], env: Environment): PreparedField {
  const { locale } = env;
  const show = formatted(field, env, formatPointer(path), path.at(-1) ?? '');
  const mappings = mappingsOf(field, locale);
  const toneFor = thresholdsOf(field);
  const isBadge = own(field, 'format') === 'badge';
  return {
    label: localise(own(field, 'label'), locale) ?? labelOf(path),
    description: localise(own(field, 'description'), locale),
    noValue: localise(own(field, 'noValue'), locale),
    copies: own(field, 'copy') !== false,
    show(value, now) {
      const mapping = mappings.get(value);
      if (mapping === undefined) {
        const shown = show(value, now);
        if (mappings.size > 0 && isSeveral(shown)) return mappedItems(value, shown, mappings);
        const tone = toneFor(value);
        return tone === undefined ? shown : { ...shown, tone };
      }
      const shown = mapped(mapping, () => show(value, now), isBadge);
      const tone = mapping.tone ?? toneFor(value);
      return tone === undefined ? shown : { ...shown, tone };
    },
  };
}

/** "/items/0" has no name of its own: "Items 1". */
function labelOf(path: readonly string[]): string {
  const key = path.at(-1) ?? '';
  const holder = path.at(-2);
  return holder !== undefined && /^\d{1,9}$/.test(key) ? `${humanise(holder)} ${Number(key) + 1}` : humanise(key);
}

const prepared = new WeakMap<JsonObject, Map<string, PreparedField>>();

/** The field for this locale and zone; resolved once per document. Never throws, whatever its options are. */
export function fieldOf(field: JsonObject, path: readonly string[], env: Environment): PreparedField {
  const id = `${env.locale}\n${env.zone}`;
  const known = prepared.get(field) ?? new Map<string, PreparedField>();
  const found = known.get(id);
  if (found !== undefined) return found;
  const made = prepare(field, path, env);
  prepared.set(field, known.set(id, made));
  return made;
}

/** The last step of the pipeline: the address that the whole value leads to. */
export function withLink(value: DisplayValue, link: SafeLink | undefined): DisplayValue {
  if (link === undefined) return value;
  const linked: DisplayValue = { ...value, href: link.href };
  // A value may already be a link, and then has the host of its own address.
  if (link.host !== undefined && linked.kind !== 'image') linked.host = link.host;
  else if (linked.kind !== 'image') delete linked.host;
  return linked;
}

/** What the copy button puts on the clipboard, unless the field has none. */
export function copyFor(field: PreparedField, value: Json): string | undefined {
  return field.copies ? copyOf(value) : undefined;
}
