import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from './json/pointer';
import { scan } from './json/scan';
import { locate, parseDocument } from './parse';

const mistakes: [name: string, text: string, line: number, column: number, says: RegExp][] = [
  ['nothing at all', '', 1, 1, /nothing here/],
  ['a trailing comma', '{\n  "version": 1,\n}', 2, 15, /comma must go/],
  ['a missing comma', '{\n  "version": 1\n  "context": {}\n}', 3, 3, /comma or "}" is missing/],
  ['a missing colon', '{ "version" 1 }', 1, 13, /colon/],
  ['single quotes', "{ 'version': 1 }", 1, 3, /key in double quotes/],
  ['a value in single quotes', '{ "a": \'x\' }', 1, 8, /double quotes/],
  ['a bare word', '{ "a": yes }', 1, 8, /double quotes: "yes"/],
  ['a bare word that starts like a constant', '[nullable]', 1, 2, /double quotes: "nullable"/],
  ['a comment', '{\n  // note\n}', 2, 3, /no comments/],
  ['a comment for a value', '[ /* note */ ]', 1, 3, /no comments/],
  ['a text that is not closed', '{ "a": "x', 1, 8, /never closed/],
  ['a line break in a text', '{ "a": "x\ny" }', 1, 10, /Line breaks/],
  ['a lonely backslash', '{ "a": "C:\\dir" }', 1, 11, /backslash/],
  ['a list that is not closed', '{\n  "a": [1, 2\n', 2, 8, /"\[" is never closed/],
  ['the wrong bracket', '{ "a": [1, 2} }', 1, 13, /Expected "\]"/],
  ['a number with a leading zero', '[007]', 1, 2, /not a number/],
  ['something after the end', '{}\r\n{}', 2, 1, /Nothing may follow/],
];

describe('parseDocument', () => {
  it.each(mistakes)('finds %s', (_name, text, line, column, says) => {
    const parsed = parseDocument(text);
    expect(parsed).toMatchObject({ error: { line, column } });
    expect('error' in parsed && parsed.error.message).toMatch(says);
  });

  it('reads a text with a byte order mark', () => {
    expect(parseDocument('\uFEFF{"version": 1}')).toEqual({ document: { version: 1 } });
  });

  it('is not stopped by any depth', () => {
    expect(parseDocument('['.repeat(100_000))).toMatchObject({ error: { line: 1, column: 100_001 } });
  });

  it('finds a mistake exactly where JSON.parse refuses a text', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.constantFrom('', ',', '"', '}', ']', '\\', ' ', '0', '-', 'e', '\n'),
      )
      .map(([text, place, length, insert]) => {
        const start = place % (text.length + 1);
        return text.slice(0, start) + insert + text.slice(start + length);
      });
    fc.assert(
      fc.property(broken, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(scan(text) === undefined).toBe(valid);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('locate', () => {
  const text = '{\n  "version": 1,\n  "a/b": { "~": [10,\n    20] }\n}';

  it.each([
    ['', 1, 1],
    ['/version', 2, 14],
    ['/a~1b/~0/1', 4, 5],
  ])('finds the value at "%s"', (pointer, line, column) => {
    expect(locate(text, pointer)).toEqual({ line, column });
  });

  it('finds nothing where there is nothing', () => {
    expect(locate(text, '/a~1b/x')).toBeUndefined();
    expect(locate(text, 'version')).toBeUndefined();
  });

  it('knows every value of any document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        scan(json, (path, offset) => {
          const start = JSON.stringify(at(value, path));
          expect(json.startsWith(start, offset)).toBe(true);
        });
      }),
    );
  });
});
