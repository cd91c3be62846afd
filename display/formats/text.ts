import { visible } from '../visible';
import type { DisplayValue } from '../value';
import { invisibleCharacters, onlySpaces } from '../words';
import { defineFormat } from './format';

/** Beyond these a text is folded: about four lines of a 320 px panel. */
const longText = 240;
const longLines = 4;

/** Spaces and joiners that nobody sees. */
const blank = /^[\s\p{Cf}]+$/u;

function isLong(text: string): boolean {
  if (text.length > longText) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++lines > longLines) return true;
  return false;
}

/** A string, number or boolean as JSON would write it, without quotes. */
export function scalarText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

/** A string as it is, made safe to lay out. */
export function showText(value: string): DisplayValue {
  const lines = value.includes('\r\n') ? value.replaceAll('\r\n', '\n') : value;
  const text = visible(lines);
  // Only spaces would look like nothing at all, and nothing at all has a look of its own.
  if (text.length <= longText && blank.test(text)) return { kind: 'text', text: `"${text}"`, hint: onlySpaces };
  const shown: DisplayValue = { kind: 'text', text };
  if (isLong(text)) shown.long = true;
  if (text !== lines) shown.hint = invisibleCharacters;
  return shown;
}

export const text = defineFormat({
  id: 'text',
  name: 'Text',
  description: 'Shows the value as it is. Long text folds. Characters that nobody would see are made visible.',
  expects: 'text, a number, or true or false',
  options: {},
  samples: [{ value: 'Where is my order?' }, { value: 42 }, { value: 'Two\nlines' }],
  accepts: (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  prepare: () => (value) => showText(scalarText(value)),
});
