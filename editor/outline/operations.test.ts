import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../display/json';
import { frozen } from '../../display/testing/arbitrary';
import { at, setAt } from '../edit';
import { linesOf, outlineOf } from '../outline';
import { anything, EXAMPLES, strangeDocuments } from '../testing/documents';
import * as edits from './operations';

const { addEventRule, addField, addHighlight, addLayout, addSection, hideKey, insertItem, moveDown, moveItem, moveUp } =
  edits;
const { removeItem, setValue, unwrapCondition, wrapCondition } = edits;

const field = (key: string) => ({ key });
const base = {
  zeta: 1,
  version: 1,
  context: { note: 'x', sections: [{ fields: [field('a'), field('b')] }, { broken: true }, { fields: [field('c')] }] },
};
const keys = (document: Json | undefined) =>
  [0, 1, 2].map((section) => {
    const list = at(document ?? null, `/context/sections/${section}/fields`);
    return Array.isArray(list) ? list.map((one) => (one as { key: string }).key).join('') : '-';
  });

/** Every part that can be moved. */
const movable = (document: Json) =>
  [...linesOf(outlineOf(document))].filter(({ kind }) =>
    ['field', 'section', 'highlight', 'layout', 'eventRule'].includes(kind),
  );
const text = (document: Json | undefined) => JSON.stringify(document);

describe('editing a document', () => {
  it('puts new properties where the documentation has them and leaves the others alone', () => {
    const made = addHighlight(base, '', { source: 'context', key: 'a' });
    expect(Object.keys(made?.document as object)).toEqual(['zeta', 'version', 'highlights', 'context']);
    const section = setValue(base, '/context/sections/0/title', 'Why').document;
    expect(text(at(section, '/context/sections/0'))).toBe('{"title":"Why","fields":[{"key":"a"},{"key":"b"}]}');
    expect(at(section, '/context/sections/2')).toBe(base.context.sections[2]);
  });

  it('makes the panels and lists that an addition needs', () => {
    expect(addSection({ version: 1 }, '/traits')?.document).toEqual({
      version: 1,
      traits: { sections: [{ fields: [] }] },
    });
    expect(addLayout({ version: 1 }, { name: 'A' })?.pointer).toBe('/layouts/0');
    expect(addEventRule({ version: 1 }, '', { name: 'Paid' })?.document).toEqual({
      version: 1,
      events: { rules: [{ name: 'Paid' }] },
    });
    expect(keys(addField(base, '/context/sections/1', field('z'))?.document)).toEqual(['ab', 'z', 'c']);
    expect(keys(addField(base, '/context/sections/0', field('z'), 1)?.document)).toEqual(['azb', '-', 'c']);
  });

  it('adds nothing where there is no place for it', () => {
    expect(addField(base, '/context/sections/9', field('z'))).toBeUndefined();
    expect(insertItem(base, '/version', field('z'))).toBeUndefined();
    expect(insertItem(base, '/version/x', field('z'))).toBeUndefined();
    expect(hideKey({ context: { hidden: ['a'] } }, '/context', 'a')).toBeUndefined();
    expect(hideKey(base, '/context', 'a')?.document).toMatchObject({ context: { hidden: ['a'] } });
  });

  it('moves fields up and down, across sections', () => {
    const last = '/context/sections/2/fields/0';
    const up = moveUp(base, last);
    expect([keys(up?.document), up?.pointer]).toEqual([['abc', '-', ''], '/context/sections/0/fields/2']);
    expect(keys(moveUp(up!.document, up!.pointer)?.document)).toEqual(['acb', '-', '']);
    expect(moveUp(base, '/context/sections/0/fields/0')).toBeUndefined();
    expect(moveDown(base, last)).toBeUndefined();
    expect(moveUp(base, '/context/sections/2')?.pointer).toBe('/context/sections/1');
  });

  it('moves into lists of the same kind only, and never into itself', () => {
    expect(moveItem(base, '/context/sections/0/fields/0', '/context/sections', 0)).toBeUndefined();
    expect(moveItem(base, '/context/sections/0', '/context/sections/0/fields', 0)).toBeUndefined();
    expect(moveItem(base, '/context/sections/0/fields/0', '/traits/sections/0/fields', 0)).toBeUndefined();
    expect(moveItem(base, '/zeta', '/context/sections', 0)).toBeUndefined();
    const dragged = moveItem(base, '/context/sections/0', '/context/sections', 2);
    expect(keys(dragged?.document)).toEqual(['-', 'c', 'ab']);
    expect(dragged?.follow('/context/sections/0/fields/1')).toBe('/context/sections/2/fields/1');
    expect(dragged?.follow('/context/sections/2/fields/0')).toBe('/context/sections/1/fields/0');
  });

  it('wraps conditions and takes them out again', () => {
    const document = { context: { sections: [{ fields: [{ key: 'a', when: { fact: 'x', op: 'exists' } }] }] } };
    const pointer = '/context/sections/0/fields/0/when';
    for (const by of ['all', 'any', 'not'] as const) {
      const wrapped = wrapCondition(document, pointer, by)!;
      const inner = wrapped.follow(`${pointer}/fact`);
      expect(at(wrapped.document, inner!)).toBe('x');
      const out = unwrapCondition(wrapped.document, pointer)!;
      expect(out.document).toEqual(document);
      expect(out.follow(inner!)).toBe(`${pointer}/fact`);
    }
    const two = setAt(document, pointer, { all: [true, false] });
    expect(unwrapCondition(two, pointer)).toBeUndefined();
    expect(unwrapCondition(document, pointer)).toBeUndefined();
    expect(wrapCondition(document, '/context', 'all')).toBeUndefined();
  });
});

describe('whatever the document is', () => {
  const documents = fc.oneof(strangeDocuments, fc.constantFrom(...Object.values(EXAMPLES))).map(frozen);

  it('moving there and back leaves it as it was, unknown keys and their order included', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, pick) => {
        const parts = movable(document);
        const part = parts[pick % Math.max(1, parts.length)];
        if (part === undefined) return;
        const down = moveDown(document, part.pointer);
        if (down) expect(text(moveUp(down.document, down.pointer)?.document)).toBe(text(document));
        const up = moveUp(document, part.pointer);
        if (up) expect(text(moveDown(up.document, up.pointer)?.document)).toBe(text(document));
      }),
    );
  });

  it('moving keeps every part and finds each of them again', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), fc.nat(), (document, pick, to, index) => {
        const parts = movable(document);
        const part = parts[pick % Math.max(1, parts.length)];
        if (part === undefined) return;
        const lists = parts
          .filter(({ kind }) => kind === part.kind)
          .map(({ pointer }) => pointer.replace(/\/\d+$/, ''));
        const moved = moveItem(document, part.pointer, lists[to % lists.length]!, index % 5);
        if (moved === undefined) return;
        expect(text(at(moved.document, moved.pointer))).toBe(text(at(document, part.pointer)));
        for (const { pointer, kind } of movable(document)) {
          if (kind === 'field' || kind === 'highlight')
            expect(at(moved.document, moved.follow(pointer)!)).toBe(at(document, pointer));
        }
        const letters = (json: Json) => JSON.stringify(json).replaceAll(',', '').length;
        expect(letters(moved.document)).toBe(letters(document));
      }),
    );
  });

  it('taking out and putting back leaves it as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { pointer } of movable(document)) {
          const removed = removeItem(document, pointer)!;
          expect(removed.follow(pointer)).toBeUndefined();
          const index = Number(pointer.split('/').at(-1));
          const back = insertItem(removed.document, removed.pointer, at(document, pointer)!, index);
          expect(text(back?.document)).toBe(text(document));
        }
      }),
    );
  });

  it('setting the value that is there changes nothing, and nothing throws on any JSON', () => {
    fc.assert(
      fc.property(
        fc.oneof(anything, documents),
        fc.constantFrom('/context', '/context/sections/0', '/layouts/0/when', '/a', ''),
        (json, pointer) => {
          expect(text(setValue(json, pointer, at(json, pointer)).document)).toBe(text(json));
          addSection(json, pointer);
          addField(json, pointer, {});
          addHighlight(json, pointer, {});
          wrapCondition(json, pointer, 'not');
          unwrapCondition(json, pointer);
          moveDown(json, pointer);
          removeItem(json, pointer);
        },
      ),
    );
  });
});
