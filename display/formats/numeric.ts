/** What formats of numbers share: which values are numbers, and options that keep Intl from throwing. */

// Studio and Liquid send numbers as strings. Only the way JSON itself writes a number counts, so that "007", "1,5" and
// "12 apples" stay text.
const canonicalNumber = /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?$/;

/** The number in a value, or undefined. Takes finite numbers and strings that hold exactly a number ("128.40"). */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  if (typeof value === 'string' && canonicalNumber.test(value)) return Number(value);
  return undefined;
}

/** Intl writes 1e300 with 300 digits; beyond these a number is written the way JavaScript does. */
export function isUnwieldy(value: number): boolean {
  const size = Math.abs(value);
  return size >= 1e21 || (size > 0 && size < 1e-6);
}

/** An option that must be a whole number between two bounds, or undefined. */
export function wholeOption(option: unknown, lowest: number, highest: number): number | undefined {
  return typeof option === 'number' && Number.isInteger(option) && option >= lowest && option <= highest
    ? option
    : undefined;
}

/** Intl's options for a number of decimals; undefined leaves it to the style. */
export function decimalsOption(decimals: unknown): Intl.NumberFormatOptions {
  const digits = wholeOption(decimals, 0, 10);
  return digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
}
