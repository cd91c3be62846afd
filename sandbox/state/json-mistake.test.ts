import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonMistake } from './json-mistake';

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where JSON goes wrong', () => {
  it.each([
    ['{"a": 1,}', 1, 9, 'expected a name in double quotation marks.'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'expected a comma or }.'],
    ['[1 2]', 1, 4, 'expected a comma or ].'],
    ['{"a" 1}', 1, 6, 'expected a colon after the name.'],
    ["{'a': 1}", 1, 2, 'expected a name in double quotation marks.'],
    ['{"a": "one', 1, 7, 'this text is never closed with a quotation mark.'],
    ['{"a": "x\ny"}', 1, 9, 'a text may not run over the end of its line; write \\n for a line break.'],
    ['{"a": "\\x"}', 1, 8, 'a backslash must be followed by one of " \\ / b f n r t u.'],
    ['{"a": 1} true', 1, 10, 'there is more text after the end of the JSON.'],
    ['{"a": [1, 2', 1, 12, 'the text ends too early.'],
    ['', 1, 1, 'the text ends too early.'],
    ['{"a": 01}', 1, 8, 'expected a comma or }.'],
    ['{"a": NaN}', 1, 7, 'expected a value: text in double quotation marks, a number, true, false, null, { or [.'],
  ])('in %j: line %i, column %i', (text, line, column, what) => {
    expect(findJsonMistake(text)).toMatchObject({ line, column, what });
  });

  it('finds none in any JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => findJsonMistake(text) === undefined));
  });

  it('finds one exactly where JSON.parse does, and points into the text', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '{', ':', '\\', '1', '\n', 'x'))
      .map(([text, at, insert]) => {
        const position = at % (text.length + 1);
        return text.slice(0, position) + insert + text.slice(position + (insert === '' ? 1 : 0));
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const mistake = findJsonMistake(text);
        expect(mistake === undefined).toBe(parses(text));
        if (mistake) {
          expect(mistake.position).toBeLessThanOrEqual(text.length);
          expect(mistake.what).not.toBe('this cannot be read as JSON.');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads text that is nested deeper than the call stack', () => {
    expect(findJsonMistake(`${'['.repeat(50_000)}x`)).toMatchObject({ position: 50_000 });
  });
});
