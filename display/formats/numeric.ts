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

/** Intl writes 1e300 with 300 digits; from here on a number is written the way JavaScript does. */
export function isHuge(value: number): boolean {
  return Math.abs(value) >= 1e21;
}

/** Huge, or so small that a format with few decimals would round it to nothing: the way JavaScript writes it says more. */
export function isUnwieldy(value: number): boolean {
  return isHuge(value) || (value !== 0 && Math.abs(value) < 1e-6);
}

/**
 * The number without the noise of binary fractions: for formats with a fixed number of decimals, where 0.1 + 0.2 - 0.3 is
 * to be 0.00 and not -0.00.
 */
export function withoutNoise(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : value;
}
