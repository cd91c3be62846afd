import type { DocumentCase } from './document';

const listing = (...keys: string[]) => [{ fields: keys.map((key) => ({ key })) }];

/** Hidden and masked values, and highlights: what beats what. */
export const removalCases: DocumentCase[] = [
  // Hidden
  { it: 'hides a key', document: { context: { hidden: ['a'] } }, context: { a: 1, b: 2 }, seesContext: ['B: 2'] },
  {
    it: 'hides keys by their beginning',
    document: { context: { hidden: ['debug*'] } },
    context: { debug: 1, debugLevel: 2, bug: 3, order: { debugged: 4 } },
    seesContext: ['Bug: 3', 'Order: Debugged: 4'],
  },
  {
    it: 'hides a key with a star by its pointer',
    document: { context: { hidden: ['/a*'] } },
    context: { 'a*': 1, ab: 2 },
    seesContext: ['Ab: 2'],
  },
  {
    it: 'hides everything with a star alone',
    document: { context: { hidden: ['*'] } },
    context: { a: 1, b: 2 },
    seesContext: [],
  },
  {
    it: 'hides a value deep inside',
    document: { context: { hidden: ['/order/internal'] } },
    context: { order: { id: 'A', internal: { margin: 3 } } },
    seesContext: ['Order: Id: A'],
  },
  {
    it: 'hides everything below a pointer',
    document: { context: { hidden: ['/order'], sections: listing('/order/id') } },
    context: { order: { id: 'A' }, b: 2 },
    seesContext: ['# Other', 'B: 2'],
  },
  {
    it: 'drops an object of which everything is hidden',
    document: { context: { hidden: ['/order/id'] } },
    context: { order: { id: 'A' }, b: 2 },
    seesContext: ['B: 2'],
  },
  {
    it: 'beats listing',
    document: { context: { hidden: ['a'], sections: listing('a') } },
    context: { a: 1 },
    seesContext: [],
  },
  {
    it: 'beats the words for a missing value',
    document: { context: { hidden: ['a'], sections: [{ fields: [{ key: 'a', noValue: 'None' }] }] } },
    context: { a: 1 },
    seesContext: [],
  },
  {
    it: 'beats highlights',
    document: { highlights: [{ source: 'context', key: 'a' }], context: { hidden: ['a'] } },
    context: { a: 1 },
    seesHighlights: [],
  },
  {
    it: 'hides inside a table',
    document: {
      context: {
        hidden: ['/items/0/cost', '/items/1/cost'],
        sections: [{ fields: [{ key: 'items', format: 'table' }] }],
      },
    },
    context: {
      items: [
        { sku: 'A', cost: 1 },
        { sku: 'B', cost: 2 },
      ],
    },
    seesContext: ['Items: A; B'],
  },
  {
    it: 'hides inside raw JSON',
    document: { context: { hidden: ['/order/cost'], sections: [{ fields: [{ key: 'order', format: 'json' }] }] } },
    context: { order: { id: 'A', cost: 1 } },
    seesContext: ['Order: {\n  "id": "A"\n}'],
  },
  {
    it: 'hides one item of a list, and the others keep their pointers',
    document: { context: { hidden: ['/items/0'], sections: listing('/items/1') } },
    context: { items: ['A', 'B'] },
    seesContext: ['Items 2: B'],
  },
  {
    it: 'hides one item of a list without leaving a gap',
    document: { context: { hidden: ['/items/0'] } },
    context: { items: ['A', 'B', null] },
    seesContext: ['Items: B, null'],
  },
  {
    it: 'hides in a context that came as JSON text',
    document: { context: { hidden: ['a'] } },
    context: '{"a":1,"b":2}',
    seesContext: ['B: 2'],
  },
  {
    it: 'shows a context that is no object as it is',
    document: { context: { rest: 'hide' } },
    context: 'Customer is angry',
    seesContext: ['Context: Customer is angry'],
  },

  // Masks
  {
    it: 'masks a value wherever it is, because one listing says so',
    document: {
      highlights: [{ source: 'context', key: 'card' }],
      context: { sections: [{ fields: [{ key: 'card', mask: {} }] }] },
    },
    context: { card: '4242424242424242' },
    seesHighlights: ['Card: •••• 4242'],
    seesContext: ['Card: •••• 4242'],
  },
  {
    it: 'masks even while the listing’s own condition is false',
    document: {
      highlights: [{ source: 'context', key: 'card', mask: {}, when: { any: [] } }],
      context: { sections: listing('card') },
    },
    context: { card: '4242424242424242' },
    seesContext: ['Card: •••• 4242'],
  },
  {
    it: 'keeps what only a highlight masks in the rest, masked',
    document: { highlights: [{ source: 'context', key: 'card', mask: {} }], context: {} },
    context: { card: '4242424242424242', a: 1 },
    seesContext: ['A: 1', 'Card: •••• 4242'],
  },
  {
    it: 'takes a masked leaf out of the object around it',
    document: {
      context: {
        sections: listing('/card/number').map((s) => ({ fields: s.fields.map((f) => ({ ...f, mask: {} })) })),
      },
    },
    context: { card: { number: '4242424242424242', brand: 'Visa' } },
    seesContext: ['Number: •••• 4242', '# Other', 'Card: Brand: Visa'],
  },
  {
    it: 'masks what is inside a masked object',
    document: { context: { sections: [{ fields: [{ key: 'card', mask: {} }, { key: '/card/brand' }] }] } },
    context: { card: { brand: 'Visa', number: '4242' } },
    seesContext: ['Card: ••••', 'Brand: ••••'],
  },
  {
    it: 'hides what is hidden and masked',
    document: { context: { hidden: ['card'], sections: [{ fields: [{ key: 'card', mask: { reveal: ['agent'] } }] }] } },
    context: { card: '4242424242424242' },
    seesContext: [],
  },

  // Highlights
  {
    it: 'shows highlights from both sources in order',
    document: {
      highlights: [
        { source: 'traits', key: 'name', label: 'Who' },
        { source: 'context', key: 'intent' },
      ],
      traits: {},
    },
    context: { intent: 'refund' },
    traits: { name: 'Ana' },
    seesHighlights: ['Who: Ana', 'Intent: refund'],
  },
  {
    it: 'skips highlights without a value',
    document: {
      highlights: [
        { source: 'context', key: 'a' },
        { source: 'context', key: 'b' },
        { source: 'context', key: 'c' },
      ],
    },
    context: { b: '', c: 1 },
    seesHighlights: ['C: 1'],
  },
  {
    it: 'does not claim a key by a highlight',
    document: { highlights: [{ source: 'context', key: 'a' }], context: {} },
    context: { a: 1 },
    seesHighlights: ['A: 1'],
    seesContext: ['A: 1'],
  },
  {
    it: 'shows a highlight only while its condition holds',
    document: { highlights: [{ source: 'context', key: 'a', when: { fact: 'context:/b', op: 'eq', value: 2 } }] },
    context: { a: 1, b: 3 },
    seesHighlights: [],
  },
  {
    it: 'shows seven highlights at most',
    document: { highlights: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => ({ source: 'context', key })) },
    context: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 },
    seesHighlights: ['A: 1', 'B: 2', 'C: 3', 'D: 4', 'E: 5', 'F: 6', 'G: 7'],
  },
];
