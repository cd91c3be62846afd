import type { DocumentCase } from './document';

const listing = (...keys: string[]) => [{ fields: keys.map((key) => ({ key })) }];

/** Keys, listings and rest: what of the context is shown, where, and in which order. */
export const visibilityCases: DocumentCase[] = [
  // Keys
  {
    it: 'takes a key literally, with its dots and spaces',
    document: { context: { rest: 'hide', sections: listing('a.b', 'Campaign Name') } },
    context: { 'a.b': 1, a: { b: 2 }, 'Campaign Name': 'Autumn' },
    seesContext: ['A b: 1', 'Campaign Name: Autumn'],
  },
  {
    it: 'takes a key with a slash in front for a pointer',
    document: { context: { rest: 'hide', sections: listing('/order/total') } },
    context: { order: { total: 5 }, '/order/total': 6 },
    seesContext: ['Total: 5'],
  },
  {
    it: 'reaches a literal key with a slash in front by ~1',
    document: { context: { rest: 'hide', sections: listing('/~1order') } },
    context: { '/order': 6 },
    seesContext: ['/order: 6'],
  },
  {
    it: 'undoes ~0 in a pointer',
    document: { context: { rest: 'hide', sections: listing('/a~0b') } },
    context: { 'a~b': 1 },
    seesContext: ['A~b: 1'],
  },
  {
    it: 'reaches items of lists',
    document: { context: { rest: 'hide', sections: listing('/items/1/sku') } },
    context: { items: [{ sku: 'A' }, { sku: 'B' }] },
    seesContext: ['Sku: B'],
  },
  {
    it: 'names an item of a list after the list',
    document: { context: { rest: 'hide', sections: listing('/items/1') } },
    context: { items: ['A', 'B'] },
    seesContext: ['Items 2: B'],
  },
  {
    it: 'takes 01 for no index',
    document: { context: { rest: 'hide', sections: listing('/items/01') } },
    context: { items: ['A', 'B'] },
    seesContext: [],
  },
  {
    it: 'sees own properties only',
    document: { context: { sections: listing('constructor', 'toString', '/items/length') } },
    context: { items: ['A'] },
    seesContext: [],
  },
  {
    it: 'shows a key called __proto__',
    document: { context: { sections: listing('__proto__') } },
    context: JSON.parse('{"__proto__":"mine"}') as { __proto__: string },
    seesContext: ['Proto: mine'],
  },

  // Order and rest
  {
    it: 'shows listed keys in the document’s order and the rest in the data’s',
    document: { context: { sections: listing('c', 'a') } },
    context: { a: 1, b: 2, c: 3, d: 4 },
    seesContext: ['C: 3', 'A: 1', '# Other', 'B: 2', 'D: 4'],
  },
  {
    it: 'shows the rest of context unless told otherwise',
    document: { context: {} },
    context: { a: 1 },
    seesContext: ['A: 1'],
  },
  {
    it: 'hides the rest of traits unless told otherwise',
    document: { traits: { sections: listing('a') } },
    traits: { a: 1, b: 2 },
    seesTraits: ['A: 1'],
  },
  {
    it: 'folds the rest with collapse',
    document: { context: { rest: 'collapse', sections: listing('a') } },
    context: { a: 1, b: 2 },
    seesContext: ['A: 1', '# Other (folded)', 'B: 2'],
  },
  {
    it: 'leaves out the rest with hide',
    document: { context: { rest: 'hide', sections: listing('a') } },
    context: { a: 1, b: 2 },
    seesContext: ['A: 1'],
  },
  {
    it: 'shows a partly listed object minus its listed leaves',
    document: { context: { sections: listing('/order/total') } },
    context: { order: { total: 5, id: 'A' } },
    seesContext: ['Total: 5', '# Other', 'Order: Id: A'],
  },
  {
    it: 'drops a partly listed object of which nothing is left',
    document: { context: { sections: listing('/order/total') } },
    context: { order: { total: 5 } },
    seesContext: ['Total: 5'],
  },
  {
    it: 'takes leaves out at any depth',
    document: { context: { sections: listing('/a/b/c') } },
    context: { a: { b: { c: 1 } }, d: 2 },
    seesContext: ['C: 1', '# Other', 'D: 2'],
  },
  {
    it: 'counts a list as listed whole when a pointer leads into it',
    document: { context: { sections: listing('/items/0/sku') } },
    context: { items: [{ sku: 'A' }, { sku: 'B' }] },
    seesContext: ['Sku: A'],
  },
  {
    it: 'keeps a value in the rest that a pointer tries to look into',
    document: { context: { sections: listing('/order/total') } },
    context: { order: 'A-1' },
    seesContext: ['# Other', 'Order: A-1'],
  },
  {
    it: 'shows an object that is listed whole minus its leaves that are listed by themselves',
    document: { context: { sections: listing('order', '/order/total') } },
    context: { order: { total: 5, id: 'A' } },
    seesContext: ['Order: Id: A', 'Total: 5'],
  },
  {
    it: 'uses the panel’s words for empty values in the rest',
    document: { context: { noValue: 'None' } },
    context: { a: null },
    seesContext: ['A: None'],
  },
  {
    it: 'leaves out empty values in the rest with hideEmpty',
    document: { context: { hideEmpty: true } },
    context: { a: null, b: '', c: [], d: {}, e: 0 },
    seesContext: ['E: 0'],
  },
  {
    it: 'leaves out a section without rows',
    document: {
      context: {
        sections: [
          { title: 'Empty', fields: [{ key: 'x' }] },
          { title: 'Full', fields: [{ key: 'a' }] },
        ],
      },
    },
    context: { a: 1 },
    seesContext: ['# Full', 'A: 1'],
  },
  {
    it: 'folds a section that starts folded',
    document: { context: { sections: [{ title: 'Technical', collapsed: true, fields: [{ key: 'a' }] }] } },
    context: { a: 1 },
    seesContext: ['# Technical (folded)', 'A: 1'],
  },

  // Listed
  {
    it: 'claims a key even while the listing’s condition is false',
    document: { context: { sections: [{ fields: [{ key: 'a', when: { any: [] } }] }] } },
    context: { a: 1, b: 2 },
    seesContext: ['# Other', 'B: 2'],
  },
  {
    it: 'claims the keys of a section whose condition is false',
    document: { context: { sections: [{ when: { any: [] }, fields: [{ key: 'a' }] }] } },
    context: { a: 1, b: 2 },
    seesContext: ['# Other', 'B: 2'],
  },
  {
    it: 'shows a key that is listed twice once, where it is listed first',
    document: {
      context: {
        sections: [
          { title: 'One', fields: [{ key: 'a', label: 'First' }] },
          { title: 'Two', fields: [{ key: 'a', label: 'Second' }] },
        ],
      },
    },
    context: { a: 1 },
    seesContext: ['# One', 'First: 1'],
  },
  {
    it: 'shows the first listing whose condition holds',
    document: {
      context: {
        sections: [
          {
            fields: [
              { key: 'a', label: 'First', when: { any: [] } },
              { key: '/a', label: 'Second' },
            ],
          },
        ],
      },
    },
    context: { a: 1 },
    seesContext: ['Second: 1'],
  },
  {
    it: 'passes over a listing in a section that is not shown',
    document: {
      context: {
        sections: [
          { when: { any: [] }, fields: [{ key: 'a', label: 'First' }] },
          { fields: [{ key: 'a', label: 'Second' }] },
        ],
      },
    },
    context: { a: 1 },
    seesContext: ['Second: 1'],
  },
  {
    it: 'takes an unknown condition for false',
    document: {
      context: { sections: [{ fields: [{ key: 'a', when: { fact: 'traits:/plan', op: 'eq', value: 'gold' } }] }] },
    },
    context: { a: 1 },
    seesContext: [],
  },
  {
    it: 'shows a panel that the document lacks by what values are',
    document: { traits: {} },
    context: { orderTotal: 5 },
    seesContext: ['Order total: 5'],
  },
];
