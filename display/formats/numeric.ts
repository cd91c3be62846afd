/** What the formats of numbers share: which values are numbers, and which of them Intl should not write. */

// Studio and Liquid send numbers as strings. Only the way JSON itself writes a number counts, so that "007", "1,5" and
// "12 apples" stay text.
const canonicalNumber = /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?$/;

/** The number in a value, or undefined. Takes finite numbers and strings that hold exactly a number ("128.40"). */
export function numberOf(value: unknown): number | undefined {
  // Adding 0 turns -0, which nobody means, into 0.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  if (typeof value === 'string' && canonicalNumber.test(value)) return Number(value) + 0;
  return undefined;
}

/** Intl writes 1e300 with 300 digits; beyond these bounds a number is written the way JavaScript does. */
export function isUnwieldy(value: number): boolean {
  const size = Math.abs(value);
  return size >= 1e21 || (size > 0 && size < 1e-6);
}

/** A function that writes numbers with one of Intl's formatters. */
export function writer(format: Intl.NumberFormat): (value: number) => string {
  return (value) => (isUnwieldy(value) ? String(value) : format.format(value));
}
