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
