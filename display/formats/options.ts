import type { Json } from '../json';
import { localise } from '../text';
import { visible } from '../visible';

/**
 * Options as a document has them. A document is validated before it is used, but the engine never throws on one that was
 * not: an option of the wrong type counts as left out.
 */

/** A whole number between two bounds, or undefined. */
export function wholeOption(option: unknown, lowest: number, highest: number): number | undefined {
  return typeof option === 'number' && Number.isInteger(option) && option >= lowest && option <= highest
    ? option
    : undefined;
}

/** A text, or one text per language. */
export type TextOption = string | { readonly [language: string]: string };

/** The schema of an option that is a text for agents; `definitions/text` is the display schema's own. */
export const textSchema = <Title extends string>(title: Title, description: string) =>
  ({ $ref: '#/definitions/text', title, description }) as const;

/** The text of an option in the agent's language, safe to lay out; undefined when left out. */
export function textOption(option: unknown, locale: string): string | undefined {
  const text = localise(option as Json | undefined, locale);
  return text === undefined ? undefined : visible(text);
}

/** One of the given words, else the fallback. */
export function choice<Word extends string>(option: unknown, words: readonly Word[], fallback: Word): Word {
  return words.find((word) => word === option) ?? fallback;
}

/** Intl's options for a number of decimals; undefined leaves it to the style. */
export function decimalsOption(decimals: unknown): Intl.NumberFormatOptions {
  const digits = wholeOption(decimals, 0, 10);
  return digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** The option schema that the formats of numbers share. */
export const decimalsSchema = {
  title: 'Decimals',
  description: 'How many digits after the decimal sign. Left out: as many as the value needs.',
  type: 'integer',
  minimum: 0,
  maximum: 10,
} as const;
