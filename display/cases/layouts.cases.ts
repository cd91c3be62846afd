import type { DocumentCase } from './document';

const fields = (...keys: string[]) => ({ rest: 'hide', sections: [{ fields: keys.map((key) => ({ key })) }] });
const intent = (value: string) => ({ fact: 'context:/intent', op: 'eq', value });
const facts = { worker: { roles: ['agent'] } };
const context = { intent: 'refund', a: 1, b: 2, secret: 3, card: '4242424242424242' };

/** Layouts, and the name of the one that is chosen. */
export const layoutCases: (DocumentCase & { layout: string | null })[] = [
  {
    it: 'uses the document’s own arrangement without layouts',
    document: { context: fields('a') },
    context,
    layout: null,
    seesContext: ['A: 1'],
  },
  {
    it: 'uses the document’s own arrangement when no condition holds',
    document: { context: fields('a'), layouts: [{ name: 'Orders', when: intent('order'), context: fields('b') }] },
    context,
    layout: null,
    seesContext: ['A: 1'],
  },
  {
    it: 'uses the first layout whose condition holds',
    document: {
      layouts: [
        { name: 'Orders', when: intent('order') },
        { name: 'Refunds', when: intent('refund'), context: fields('a') },
        { name: 'All', context: fields('b') },
      ],
    },
    context,
    layout: 'Refunds',
    seesContext: ['A: 1'],
  },
  {
    it: 'uses a layout without condition for every task',
    document: { context: fields('a'), layouts: [{ name: 'All', context: fields('b') }] },
    context,
    layout: 'All',
    seesContext: ['B: 2'],
  },
  {
    it: 'passes over a layout whose condition is unknown',
    document: {
      context: fields('a'),
      layouts: [{ name: 'Gold', when: { fact: 'traits:/plan', op: 'ne', value: 'free' }, context: fields('b') }],
    },
    context,
    layout: null,
    seesContext: ['A: 1'],
  },
  {
    it: 'chooses by traits when they are here',
    document: {
      context: fields('a'),
      layouts: [{ name: 'Gold', when: { fact: 'traits:/plan', op: 'eq', value: 'gold' }, context: fields('b') }],
    },
    context,
    traits: { plan: 'gold' },
    layout: 'Gold',
    seesContext: ['B: 2'],
  },
  {
    it: 'chooses by the agent’s roles',
    document: {
      layouts: [
        { name: 'Leads', when: { fact: 'worker.roles', op: 'contains', value: 'supervisor' } },
        { name: 'Agents', when: { fact: 'worker.roles', op: 'contains', value: 'agent' }, context: fields('a') },
      ],
    },
    context,
    facts,
    layout: 'Agents',
    seesContext: ['A: 1'],
  },
  {
    it: 'replaces whole panels and never merges them',
    document: {
      context: { title: 'Everything', ...fields('a', 'b') },
      layouts: [{ name: 'One', context: fields('b') }],
    },
    context,
    layout: 'One',
    seesContext: ['B: 2'],
  },
  {
    it: 'takes panels that a layout lacks from the document',
    document: {
      highlights: [{ source: 'context', key: 'a' }],
      context: fields('b'),
      layouts: [{ name: 'One', traits: fields('plan') }],
    },
    context,
    traits: { plan: 'gold' },
    layout: 'One',
    seesHighlights: ['A: 1'],
    seesContext: ['B: 2'],
    seesTraits: ['Plan: gold'],
  },
  {
    it: 'can take the highlights away',
    document: { highlights: [{ source: 'context', key: 'a' }], layouts: [{ name: 'One', highlights: [] }] },
    context,
    layout: 'One',
    seesHighlights: [],
  },
  {
    it: 'unites the hidden lists of document and layout',
    document: { context: { hidden: ['secret', 'card'] }, layouts: [{ name: 'One', context: { hidden: ['a'] } }] },
    context,
    layout: 'One',
    seesContext: ['Intent: refund', 'B: 2'],
  },
  {
    it: 'does not take hidden lists from other layouts',
    document: {
      layouts: [
        { name: 'One', when: intent('order'), context: { hidden: ['a'] } },
        { name: 'Two', context: fields('a') },
      ],
    },
    context,
    layout: 'Two',
    seesContext: ['A: 1'],
  },
  {
    it: 'masks in the layout that says so only',
    document: {
      context: { rest: 'hide', sections: [{ fields: [{ key: 'card', mask: {} }] }] },
      layouts: [{ name: 'One', context: fields('card') }],
    },
    context,
    layout: 'One',
    seesContext: ['Card: 4242424242424242'],
  },
  {
    it: 'masks in a panel that is taken from the document',
    document: {
      context: { rest: 'hide', sections: [{ fields: [{ key: 'card', mask: {} }] }] },
      layouts: [{ name: 'One', highlights: [{ source: 'context', key: 'card' }] }],
    },
    context,
    layout: 'One',
    seesHighlights: ['Card: •••• 4242'],
    seesContext: ['Card: •••• 4242'],
  },
  {
    it: 'shows titles of sections in the agent’s language',
    document: {
      context: { sections: [{ title: { en: 'Order', es: 'Pedido' }, fields: [{ key: 'a' }] }], rest: 'hide' },
    },
    context,
    locale: 'es-ES',
    layout: null,
    seesContext: ['# Pedido', 'A: 1'],
  },
];
