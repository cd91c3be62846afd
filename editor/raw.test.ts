import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAt } from './edit';
import { formCoverage } from './form-coverage';
import { documentOf, judge, rawOf, withDocument } from './raw';
import { EXAMPLES, strangeDocuments } from './testing/documents';

describe('JSON mode', () => {
  it('keeps the text as it was typed while the form changes nothing', () => {
    const raw = { text: '{ "version":1,\t"zeta" : [1,\n\n2],"alpha":{} }' };
    expect(withDocument(raw, documentOf(raw)!)).toBe(raw);
  });

  it('writes the text anew after an edit, in its own indentation', () => {
    const tabbed = { text: '{\n\t"zeta": 1,\n\t"version": 1\n}\n' };
    expect(withDocument(tabbed, setAt(documentOf(tabbed)!, '/zeta', 2)).text).toBe(
      '{\n\t"zeta": 2,\n\t"version": 1\n}\n',
    );
    const dense = { text: '{"version":1}' };
    expect(withDocument(dense, { version: 1, a: 2 }).text).toBe('{"version":1,"a":2}');
  });

  it('loses nothing on the way to the form and back, whatever the document is', () => {
    fc.assert(
      fc.property(fc.oneof(strangeDocuments, fc.constantFrom(...Object.values(EXAMPLES))), (document) => {
        const raw = rawOf(document);
        expect(JSON.stringify(documentOf(raw))).toBe(JSON.stringify(document));
        expect(withDocument(raw, documentOf(raw)!)).toBe(raw);
        const edited = withDocument(raw, setAt(documentOf(raw)!, '/events', { include: ['A'] }));
        expect(withDocument(edited, document).text).toBe(raw.text);
      }),
    );
  });

  it('tells where a text is broken', () => {
    expect(judge({ text: '{\n  "version": 1,\n}' })).toMatchObject({
      state: 'broken',
      message: 'This comma must go: nothing follows before the "}".',
      position: { line: 2, column: 15 },
    });
  });

  it.each([
    ['has a key twice', '{ "version": 1,\n  "zeta": 1, "zeta": 2 }', '/zeta', { line: 2, column: 14 }],
    [
      'has a number that would be published as null',
      '{ "version": 1,\n  "zeta": 1e400 }',
      '/zeta',
      { line: 2, column: 11 },
    ],
  ])('calls a text broken that %s, and gives no document to the form', (_what, text, pointer, position) => {
    expect(judge({ text })).toMatchObject({ state: 'broken', pointer, position });
    expect(documentOf({ text })).toBeUndefined();
  });

  it('tells where a document has an error, which the form can still show', () => {
    const verdict = judge({ text: '{\n  "version": 1,\n  "context": {\n    "sections": 7 }\n}' });
    expect(verdict).toMatchObject({ state: 'broken', position: { line: 4 }, document: { version: 1 } });
    expect(judge({ text: '[]' })).not.toHaveProperty('document');
  });

  it('calls what only the form can’t show fine to publish', () => {
    const document = {
      version: 1,
      zeta: 1,
      traits: {
        sections: [{ fields: [{ key: 'a', format: 'sparkline', points: 3, when: { fact: 'moon', op: 'is' } }] }],
      },
    };
    const verdict = judge(rawOf(document));
    expect(verdict.state).toBe('fine');
    expect(formCoverage(document).map(({ pointer }) => pointer)).toEqual([
      '/zeta',
      '/traits/sections/0/fields/0/format',
      '/traits/sections/0/fields/0/points',
      '/traits/sections/0/fields/0/when/fact',
      '/traits/sections/0/fields/0/when/op',
    ]);
  });

  it('leaves conditions to JSON mode that are nested deeply', () => {
    const leaf = { fact: 'task.channel', op: 'eq', value: 'voice' };
    const when = { all: [{ any: [leaf, { not: { all: [leaf, { any: [{ not: leaf }] }] } }] }] };
    expect(formCoverage({ layouts: [{ name: 'A', when }] })).toEqual([
      { pointer: '/layouts/0/when/all/0/any/1/not/all/1/any/0', why: expect.stringContaining('nested') },
    ]);
  });

  it('can show every example in the form as a whole', () => {
    for (const document of Object.values(EXAMPLES)) expect(formCoverage(document)).toEqual([]);
  });
});
