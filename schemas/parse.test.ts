import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, toPointer } from './json/pointer';
import { scan } from './json/scan';
import { locateAll, parseDocument } from './parse';

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

  it.each<[name: string, text: string, pointer: string, line: number, column: number, says: RegExp]>([
    ['a key that is there twice', '{\n  "a": 1,\n  "a": 2\n}', '/a', 3, 3, /"a" is here a second time/],
    ['a key that is written differently', '{ "a": 1, "\\u0061": 1 }', '/a', 1, 11, /"a" is here a second time/],
    ['a key twice inside a list', '[{}, { "x/y": {}, "b": 1, "x/y": [] }]', '/1/x~1y', 1, 27, /second time/],
    ['a key twice behind a nested object that has it', '{ "a": { "a": 1 }, "a": 2 }', '/a', 1, 20, /second time/],
    ['an inherited name twice', '{ "__proto__": 1, "__proto__": 2 }', '/__proto__', 1, 19, /second time/],
    ['a number that becomes infinite', '{ "a": [0, 1e400] }', '/a/1', 1, 12, /"1e400" is too large a number/],
    ['a negative one', '-1e999', '', 1, 1, /too large a number/],
    ['the same behind a byte order mark', '\uFEFF{ "a": 1, "a": 1 }', '/a', 1, 12, /second time/],
  ])('takes nothing that would be lost: %s', (_name, text, pointer, line, column, says) => {
    const parsed = parseDocument(text);
    expect(parsed).toMatchObject({ error: { pointer, line, column } });
    expect('error' in parsed && parsed.error.message).toMatch(says);
  });

  it('takes a key again in another object, and one that every object inherits', () => {
    const text = '[{ "a": { "a": 1 } }, { "a": 2, "constructor": 3, "toString": 1e308 }]';
    expect(parseDocument(text)).toEqual({ document: JSON.parse(text) as unknown });
  });

  it('takes every document that was written as it is, and refuses it once any key is there twice', () => {
    const repeated = fc
      .tuple(fc.jsonValue(), fc.array(fc.oneof(fc.string(), fc.nat(3)), { maxLength: 4 }), fc.string(), fc.jsonValue())
      .map(([value, path, key, other]) => {
        const member = (of: unknown) => `${JSON.stringify(key)}:${JSON.stringify(of)}`;
        const around = (inner: string, step: string | number) =>
          typeof step === 'string' ? `{${JSON.stringify(step)}:${inner}}` : `[${'0,'.repeat(step)}${inner}]`;
        const inside = (inner: string) => path.reduceRight<string>(around, inner);
        return {
          once: inside(`{${member(value)}}`),
          twice: inside(`{${member(value)},${member(other)}}`),
          pointer: toPointer([...path, key]),
        };
      });
    fc.assert(
      fc.property(repeated, ({ once, twice, pointer }) => {
        expect(parseDocument(once)).toEqual({ document: JSON.parse(once) as unknown });
        expect(parseDocument(twice)).toMatchObject({ error: { pointer } });
      }),
    );
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

describe('locateAll', () => {
  const locate = (text: string, pointer: string) => locateAll(text, [pointer]).get(pointer);

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
