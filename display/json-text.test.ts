import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, wholeJson } from './json-text';
import { visible } from './visible';

describe('jsonText', () => {
  it('writes JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(jsonText(value, 1e6)).toBe(visible(JSON.stringify(value)));
        expect(jsonText(value, 1e6, '  ')).toBe(visible(JSON.stringify(value, null, 2)));
      }),
    );
  });

  it('stops at the limit, whatever the value is', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const value of [cycle, 'x'.repeat(1e6), Array(1e5).fill(1)]) {
      expect(jsonText(value, 1000)).toHaveLength(1001);
      expect(jsonText(value, 1000)).toMatch(/…$/);
    }
  });
});

describe('wholeJson', () => {
  it('gives nothing for what cannot be written', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(wholeJson(cycle)).toBeUndefined();
    expect(wholeJson({ a: 10n })).toBeUndefined();
    expect(wholeJson({ a: 1 })).toBe('{"a":1}');
  });
});
