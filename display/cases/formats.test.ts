import { describe, expect, it } from 'vitest';
import { formatById, FORMATS } from '../formats/registry';
import { genericValue, showRaw } from '../generic';
import type { DisplayValue } from '../value';
import { addressCases } from './addresses.cases';
import { environment, type FormatCase } from './case';
import { genericCases } from './generic.cases';
import { numberCases } from './numbers.cases';
import { timeCases } from './times.cases';
import { wordCases } from './words.cases';

const cases = [...numberCases, ...timeCases, ...addressCases, ...wordCases, ...genericCases];

function show({ format: id, value, options = {}, env: differing }: FormatCase): DisplayValue {
  const env = { ...environment, ...differing };
  if (id === undefined) return genericValue(value, env);
  const format = formatById(id);
  if (!format) throw new Error(`There is no format ${id}.`);
  return format.accepts(value, options) ? format.prepare(options, env)(value, env.now) : showRaw(value, format, env);
}

/** Which spaces do not break differs between versions of the platform's language data. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const title = ({ format, value, options, env, text }: FormatCase) =>
  [
    format ?? 'no format',
    JSON.stringify(value).slice(0, 60),
    ...[options, env].map((it) => it && JSON.stringify(it)),
    '→',
    JSON.stringify(text).slice(0, 60),
  ]
    .filter(Boolean)
    .join(' ');

describe('a value and what agents see of it', () => {
  it.each(cases.map((one) => [title(one), one] as const))('%s', (_title, one) => {
    const { kind, text, tone, href, host, hint, iso, exact, long } = one;
    const shown = show(one) as unknown as Record<string, unknown>;
    const wanted = { kind, text, tone, href, host, iso, exact, long };
    for (const [name, expected] of Object.entries(wanted)) {
      if (expected === undefined) continue;
      const actual = shown[name];
      expect(typeof actual === 'string' ? plainSpaces(actual) : actual, name).toBe(expected);
    }
    // A hint is never shown by accident.
    expect(shown.hint).toBe(hint);
    if (kind !== 'link') expect(shown.href).toBe(href);
  });

  it('speaks of every format', () => {
    expect(new Set(cases.map(({ format }) => format))).toEqual(new Set([undefined, ...FORMATS.map(({ id }) => id)]));
  });
});
