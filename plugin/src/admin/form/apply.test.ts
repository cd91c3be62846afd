import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, type Json } from '../../../../display/json';
import { documents, frozen } from '../../../../display/testing/arbitrary';
import { at } from '../../../../editor/edit';
import { linesOf, outlineOf } from '../../../../editor/outline';
import { shapeAt } from '../../../../editor/outline/shape';
import { applyForm, formDataOf } from './apply';
import { editedNames, nodeSchema } from './nodeSchema';
import { EXAMPLES } from './testing/examples';

/** Every part of a document that has a form, with what the form is given. */
function parts(document: Json) {
  return [...linesOf(outlineOf(document))].flatMap(({ pointer }) => {
    const [node, shape] = [at(document, pointer), shapeAt(pointer)];
    if (!isObject(node) || shape === undefined || shape.list) return [];
    const names = editedNames(nodeSchema(shape.shape, node));
    return [{ pointer, node, names, data: formDataOf(node, names) }];
  });
}

/** A document with keys in it that no schema knows. */
const salted = documents().map((document) => {
  const salt = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(salt);
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, salt(item)]);
    return Object.fromEntries<Json>([['x-note', [1, null]], ...entries]);
  };
  return frozen(salt(document as Json));
});
const any = fc.oneof(salted, fc.constantFrom(...Object.values(EXAMPLES)));

describe('what an edit in the form does to the document', () => {
  it('is nothing while nothing was changed, whatever the document is', () => {
    fc.assert(
      fc.property(any, (document) => {
        for (const { pointer, names, data } of parts(document)) {
          expect(applyForm(document, pointer, names, data, structuredClone(data))).toBe(document);
        }
      }),
    );
  });

  it('changes one property of one part: all other text of the document stays, in its order', () => {
    fc.assert(
      fc.property(any, fc.nat(), fc.nat(), (document, pick, which) => {
        const all = parts(document).filter(({ names }) => names.length > 0);
        const part = all[pick % Math.max(1, all.length)];
        if (part === undefined) return;
        const { pointer, names, node, data } = part;
        const name = names[which % names.length]!;
        const edited = applyForm(document, pointer, names, data, { ...data, [name]: '§' });
        const back = applyForm(edited, pointer, names, { ...data, [name]: '§' }, data);
        expect(at(edited, `${pointer}/${name}`)).toBe('§');
        expect(JSON.stringify(back)).toBe(JSON.stringify(document));
        const others = (value: Json | undefined) => Object.entries(value ?? {}).filter(([key]) => key !== name);
        expect(JSON.stringify(others(at(edited, pointer)))).toBe(JSON.stringify(others(node)));
      }),
    );
  });

  it('drops what rjsf sets to undefined, and makes no empty lists', () => {
    const document = { version: 1, context: {} };
    const after = { title: undefined, hidden: [] } as unknown as { [name: string]: Json };
    expect(applyForm(document, '/context', ['title', 'hidden'], {}, after)).toBe(document);
    const mapping = { mappings: [{ value: 1, tone: undefined }] } as unknown as { [name: string]: Json };
    expect(applyForm({ key: 'a' }, '', ['mappings'], {}, mapping)).toEqual({ key: 'a', mappings: [{ value: 1 }] });
  });

  it('has a control for every property of every part of the examples', () => {
    for (const document of Object.values(EXAMPLES)) {
      for (const { pointer, node, names } of parts(document)) {
        const inOutline = ['$schema', 'version', 'highlights', 'context', 'traits', 'events', 'layouts', 'studio'];
        const unedited = Object.keys(node).filter(
          (name) => !names.includes(name) && !['sections', 'fields', 'rules', ...inOutline].includes(name),
        );
        expect([pointer, unedited]).toEqual([pointer, []]);
      }
    }
  });

  it('finds no part of the examples that it can’t show', () => {
    for (const document of Object.values(EXAMPLES)) {
      for (const { pointer, node } of parts(document)) {
        const shape = shapeAt(pointer)?.shape ?? '';
        expect(JSON.stringify(nodeSchema(shape, node).uiSchema)).not.toContain('notShown');
      }
    }
  });
});
