import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../display/json';
import { difference, differenceLines } from './difference';
import { setAt } from './edit';
import { anything, EXAMPLES, strangeDocuments } from './testing/documents';

const base: JsonObject = {
  version: 1,
  highlights: [{ source: 'traits', key: 'plan' }],
  context: {
    sections: [
      {
        title: 'Why',
        fields: [
          { key: 'intent', label: 'Reason' },
          { key: '/order/total', format: 'number' },
        ],
      },
      { title: 'Order', fields: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] },
    ],
    hidden: ['debug'],
  },
  traits: { sections: [{ fields: [{ key: 'plan', label: 'Plan' }] }] },
  layouts: [{ name: 'Returns', when: { fact: 'task.channel', op: 'eq', value: 'voice' }, traits: { rest: 'hide' } }],
};
const sentences = (before: Json, after: Json) => difference(before, after).map(({ sentence }) => sentence);
const after = (pointer: string, value: Json | undefined) => sentences(base, setAt(base, pointer, value));
const field = '/traits/sections/0/fields/0';

describe('the difference between two documents', () => {
  it.each<[string, string, Json | undefined, string[]]>([
    ['a label', `${field}/label`, 'Tier', ['Label of `plan`: Plan → Tier']],
    ['a label that goes', `${field}/label`, undefined, ['Label of `plan`: Plan → none']],
    ['a label that gets languages', `${field}/label`, { en: 'Tier' }, ['Label of `plan`: Plan → Tier']],
    ['a hidden key', '/context/hidden', ['debug', 'ssn'], ['Hidden keys: +`ssn`']],
    ['other hidden keys', '/context/hidden', ['ssn'], ['Hidden keys: +`ssn`, −`debug`']],
    ['the rest', '/context/rest', 'hide', ['Everything else: none → hide']],
    ['a mask', `${field}/mask`, { reveal: ['admin'] }, ['Mask of `plan`: masked, admin may reveal it']],
    ['a mask for all', `${field}/mask`, {}, ['Mask of `plan`: masked, nobody may reveal it']],
    ['a title', '/context/sections/1/title', 'Cart', ['Title of section “Order”: Order → Cart']],
    ['a highlight', '/highlights', [], ['Highlight `plan` removed']],
    ['a panel', '/traits', undefined, ['Traits removed']],
    ['an unknown key', '/zeta', 7, ['`zeta`: none → 7']],
    [
      'a condition',
      `${field}/when`,
      { fact: 'context:/vip', op: 'exists' },
      ['Show when of `plan`: always → context:/vip exists'],
    ],
    [
      'a condition of a layout',
      '/layouts/0/when/value',
      'chat',
      ['Used when: task.channel is "voice" → task.channel is "chat"'],
    ],
    [
      'mappings',
      `${field}/mappings`,
      [{ value: 1, label: 'One', tone: 'info' }],
      ['Mappings of `plan`: 1 added, One, info'],
    ],
    ['events', '/events', { include: ['Paid'] }, ['Events added']],
  ])('says %s', (_what, pointer, value, expected) => {
    expect(after(pointer, value)).toEqual(expected);
  });

  it('says a format together with its options', () => {
    const total = '/context/sections/0/fields/1';
    expect(after(total, { key: '/order/total', format: 'currency', currency: 'EUR', decimals: 0 })).toEqual([
      'Format of `/order/total`: Number → Currency (EUR, Decimals: 0)',
    ]);
    expect(after(`${total}/decimals`, 2)).toEqual(['Decimals of `/order/total`: none → 2']);
    expect(after(`${total}/format`, undefined)).toEqual(['Format of `/order/total`: Number → by what it is']);
  });

  it('follows fields and sections that move', () => {
    const [why, order] = (base.context as { sections: Json[] }).sections;
    expect(after('/context/sections', [order!, why!])).toEqual(['Section “Order” moved up']);
    expect(after('/context/sections/1/fields', [{ key: 'c' }, { key: 'a' }, { key: 'b' }])).toEqual([
      'Field `c` moved up in section “Order”',
    ]);
    const moved = [
      { title: 'Why', fields: [{ key: 'intent', label: 'Reason' }] },
      { title: 'Order', fields: [{ key: 'a' }, { key: '/order/total', format: 'number' }, { key: 'b' }, { key: 'c' }] },
    ];
    expect(after('/context/sections', moved)).toEqual([
      'Field `/order/total` moved from section “Why” to section “Order”',
    ]);
  });

  it('says what came and went with a section, and how new fields are shown', () => {
    expect(after('/context/sections/1', undefined)).toEqual(['Section “Order” removed with `a`, `b`, `c`']);
    const more = [
      { key: 'plan', label: 'Plan' },
      { key: 'ltv', label: 'Value', format: 'currency', currency: 'EUR', mask: {} },
    ];
    expect(after('/traits/sections/0/fields', more)).toEqual([
      'Field `ltv` added to section 1, as “Value”, Currency (EUR), masked',
    ]);
  });

  it('names place and pointer', () => {
    const changed = setAt(base, '/layouts/0/traits/rest', 'show');
    expect(difference(base, changed)).toEqual([
      {
        path: '/layouts/0/traits/rest',
        kind: 'changed',
        place: 'Layout “Returns” → Traits',
        sentence: 'Everything else: hide → show',
      },
    ]);
    expect(differenceLines(difference(base, changed))).toEqual([
      'Layout “Returns” → Traits',
      '  Everything else: hide → show',
    ]);
  });

  it('mentions languages whose first entry, which some agents get, is another one', () => {
    const [one, other] = [
      { en: 'A', es: 'B' },
      { es: 'B', en: 'A' },
    ].map((label) => ({ fields: [{ key: 'x', label }] }));
    expect(sentences(one as Json, other as Json)).toEqual(['Only the order of properties in the file changed']);
  });

  it('shows no control characters of a colleague’s text', () => {
    expect(after(`${field}/label`, 'a\u001b[2Jb\nc')).toEqual(['Label of `plan`: Plan → a␛[2Jb ⏎ c']);
  });

  it('is empty for a document and itself', () => {
    for (const document of Object.values(EXAMPLES)) expect(difference(document, structuredClone(document))).toEqual([]);
    fc.assert(fc.property(anything, (json) => difference(json, structuredClone(json)).length === 0));
  });

  it('has a sentence for every change, whatever the documents are', () => {
    const either = fc.oneof(strangeDocuments, anything);
    fc.assert(
      fc.property(either, either, (a, b) => {
        const found = difference(a, b);
        expect(found.length > 0).toBe(JSON.stringify(a) !== JSON.stringify(b));
        for (const { sentence } of found) expect(sentence).toMatch(/^\P{Cc}+$/u);
      }),
    );
  });

  it('has a sentence for every single value of an example that is changed or removed', () => {
    for (const document of Object.values(EXAMPLES)) {
      for (const pointer of pointersOf(document)) {
        expect(difference(document, setAt(document, pointer, 'something else'))).not.toEqual([]);
        expect(difference(document, setAt(document, pointer, undefined))).not.toEqual([]);
      }
    }
  });

  it('does not throw on what is nested too deep', () => {
    let deep: Json = 1;
    for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
    expect(difference({ a: deep }, { a: [deep] })).toHaveLength(1);
  });
});

function pointersOf(value: Json, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pointersOf(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return pointer === '' ? inner : [pointer, ...inner];
}
