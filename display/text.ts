import type { Json } from './json';
import { isObject } from './json';
import { visible } from './visible';

/**
 * A text of a document in the agent's language: the exact locale, else its language, else English, else the first entry.
 * Case and the separator do not matter ("pt_br" is "pt-BR"). Safe to lay out. Undefined: left out, empty, or
 * not a text.
 */
export function localise(text: Json | undefined, locale: string): string | undefined {
  if (typeof text === 'string') return text === '' ? undefined : visible(text);
  if (!isObject(text)) return undefined;
  const entries = Object.entries(text).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const wanted = tag(locale);
  const find = (tagged: string) => entries.find(([key]) => tag(key) === tagged);
  const found = find(wanted) ?? find(wanted.split('-')[0] ?? wanted) ?? find('en') ?? entries[0];
  return found === undefined || found[1] === '' ? undefined : visible(found[1]);
}

const tag = (language: string): string => language.replaceAll('_', '-').toLowerCase();
