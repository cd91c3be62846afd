import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environment } from '../cases/case';
import type { Json } from '../json';
import type { OptionSchema } from './format';
import { formatById, FORMATS } from './registry';

/** Properties of a field that an option must not be called. */
const ofFields = [
  'key',
  'label',
  'description',
  'format',
  'mappings',
  'thresholds',
  'link',
  'mask',
  'copy',
  'noValue',
  'when',
];

describe('the format registry', () => {
  it('has the starting set, each once', () => {
    expect(FORMATS.map(({ id }) => id).sort()).toEqual(
      [
        ...['text', 'number', 'currency', 'percent', 'date', 'datetime', 'relative', 'duration', 'boolean', 'phone'],
        ...['email', 'link', 'badge', 'tags', 'rating', 'list', 'table', 'json', 'image'],
      ].sort(),
    );
  });

  it('finds a format by its word, and nothing by another', () => {
    expect(formatById('badge')?.name).toBe('Badge');
    expect(formatById('constructor')).toBeUndefined();
  });

  describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_id, format) => {
    it('explains itself and its options', () => {
      expect(format.description).toMatch(/^[A-Z].*\.$/);
      expect(format.expects).not.toMatch(/[.]$/);
      const options: Record<string, OptionSchema> = format.options;
      for (const [name, option] of Object.entries(options)) {
        expect(ofFields).not.toContain(name);
        expect(option.title).toMatch(/^[A-Z]/);
        expect(option.description).toMatch(/^\S.*\.$/);
      }
      for (const name of format.required ?? []) expect(Object.keys(format.options)).toContain(name);
    });

    it('has two to four samples that it shows', () => {
      expect(format.samples.length).toBeGreaterThanOrEqual(2);
      expect(format.samples.length).toBeLessThanOrEqual(4);
      const [first] = format.samples;
      expect(format.accepts(first!.value, first!.options ?? {})).toBe(true);
    });

    it('never throws, whatever value and options are, and never says NaN or Invalid Date', () => {
      const anything = fc.jsonValue() as fc.Arbitrary<Json>;
      const likely = fc.constantFrom<Json>(
        1,
        0.5,
        -3,
        '7',
        'x',
        '2026-11-23',
        1795442520,
        true,
        'https://a.example',
        [1],
        [{}],
        {},
      );
      const value = fc.oneof(anything, likely);
      const names = Object.keys(format.options);
      const options = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
      fc.assert(
        fc.property(value, options, (it, given) => {
          const write = format.prepare(given, environment);
          if (!format.accepts(it, given)) return;
          const shown = write(it, environment.now);
          expect(typeof shown.text).toBe('string');
          if (typeof it !== 'string') expect(shown.text).not.toMatch(/NaN|Invalid Date|undefined|\[object/);
        }),
      );
    });
  });
});
