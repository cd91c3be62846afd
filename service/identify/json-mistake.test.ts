import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonMistake } from './json-mistake';

describe('jsonMistake', () => {
  it.each([
    ['{"a": 1,}', 1, 9],
    ['{"a": 1 "b": 2}', 1, 9],
    ['{"plan": gold}', 1, 10],
    ['{\n  "plan": "gold",\n  \'x\': 1\n}', 3, 3],
    ['{"a": 1', 1, 8],
    ['{"a"}', 1, 5],
    ['{"a": [1, 2}', 1, 12],
    ['{"a": "open}', 1, 7],
    ['{"a": 01}', 1, 7],
    ['{"a": 1} x', 1, 10],
    ['', 1, 1],
    ['[1,]', 1, 4],
  ])('%s: line %d, column %d', (text, line, column) => {
    expect(jsonMistake(text)).toEqual({ line, column });
  });

  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it('finds none in JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonMistake(text) === undefined));
  });

  it('agrees with the platform’s parser on what is JSON', () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', '"', '{', '}', ',', ':', ' ', '\\', '1', 'e', 'true', '\n', '-', '.'),
      )
      .map(
        ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(damaged, (text) => (jsonMistake(text) === undefined) === parses(text)),
      { numRuns: 2_000 },
    );
  });

  it('gives up in time on what only looks like a text', () => {
    expect(jsonMistake(`{"a": "${'\\"'.repeat(20_000)}`)).toEqual({ line: 1, column: 7 });
    expect(jsonMistake(`{"a": "${'x'.repeat(40_000)}`)).toEqual({ line: 1, column: 7 });
  });
});
