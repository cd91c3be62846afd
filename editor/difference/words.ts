import { explainCondition } from '../../display/explain';
import { isObject, own, type Json, type JsonObject } from '../../display/json';
import { localise } from '../../display/text';
import { cut, visible } from '../../display/visible';
import { FORMAT_WORDS } from '../../schemas/generated/vocabulary';
import { propertyOf } from '../../schemas/report/shapes';

const LONGEST_VALUE = 90;
const LONGEST_NAME = 60;

/** Makes a text of a document one short, harmless line. */
export function line(text: string, longest = LONGEST_VALUE): string {
  return cut(visible(text).replace(/\s*\n\s*/g, ' ⏎ '), longest);
}

/** A key as sentences quote it. */
export function quotedKey(key: string): string {
  return `\`${line(key, LONGEST_NAME)}\``;
}

/** A title as sentences quote it. */
export function quotedTitle(title: string): string {
  return `“${line(title, LONGEST_NAME)}”`;
}

/** What a localised text says in English, or in its first language. */
export function textOf(text: Json | undefined): string | undefined {
  return localise(text, 'en');
}

/** The properties of a format that a field may have besides `format`. */
export function optionsOf(format: Json | undefined): readonly string[] {
  return Object.keys(wordsOfFormat(format)?.options ?? {});
}

function wordsOfFormat(format: Json | undefined) {
  return typeof format === 'string' && Object.hasOwn(FORMAT_WORDS, format) ? FORMAT_WORDS[format] : undefined;
}

/** A field's format with its options: "Currency (EUR, Decimals: 0)". */
export function formatWords(field: JsonObject): string {
  const format = own(field, 'format');
  if (format === undefined) return 'by what it is';
  const words = wordsOfFormat(format);
  if (words === undefined) return valueWords(format);
  const options = Object.entries(words.options).flatMap(([name, { title }]) => {
    const value = own(field, name);
    if (value === undefined) return [];
    return words.required.includes(name) ? valueWords(value) : `${title}: ${valueWords(value)}`;
  });
  return options.length === 0 ? words.name : line(`${words.name} (${options.join(', ')})`);
}

/** What a property is called: by the JSON Schema, by the field's format, or as it is written. */
export function titleOf(shape: string, name: string, formats: readonly (Json | undefined)[] = []): string {
  const option = formats.flatMap((format) => {
    const options = wordsOfFormat(format)?.options ?? {};
    return Object.hasOwn(options, name) ? [options[name]?.title ?? name] : [];
  })[0];
  return propertyOf(shape, name)?.title ?? option ?? quotedKey(name);
}

/** Any value as a sentence shows it. */
export function valueWords(value: Json | undefined): string {
  if (value === undefined) return 'none';
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return line(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object' || item === null)) {
    return line(value.map(String).join(', '));
  }
  return line(JSON.stringify(value));
}

/** A condition in words, or "always" where there is none. */
export function conditionWords(condition: Json | undefined): string {
  return condition === undefined ? 'always' : line(explainCondition(condition), 160);
}

/** What a mapping does with its value: "Urgent, error". */
export function mappingWords(mapping: Json): string {
  if (!isObject(mapping)) return valueWords(mapping);
  const label = own(mapping, 'label');
  const rest = Object.entries(mapping)
    .filter(([name]) => name !== 'value' && name !== 'label')
    .map(([, value]) => valueWords(value));
  return [...(label === undefined ? [] : [textOf(label) ?? valueWords(label)]), ...rest].join(', ') || 'as it is';
}

/** Before and after, or that something changed where a line is too short to show what. */
export function arrow(before: string, after: string): string {
  return before === after ? 'changed' : `${before} → ${after}`;
}
