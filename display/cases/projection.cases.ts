import type { Facts } from '../facts';
import type { JsonObject } from '../json';

/**
 * What leaves the server, and that it is what the plugin shows: the test of this table projects the traits as the server
 * does, and then checks that the view of what was sent is the view of everything.
 */
export interface ProjectionCase {
  it: string;
  /** Without `version`, which is always 1. */
  document: JsonObject;
  traits: JsonObject;
  context?: JsonObject;
  facts?: Facts;
  /** Traits on the wire. */
  sends: JsonObject;
  masked?: Record<string, string>;
  /** Lines of the traits panel, as in the cases of documents. */
  sees?: string[];
}

const card = '4242424242424242';
const listing = (...keys: string[]) => [{ fields: keys.map((key) => ({ key })) }];
const supervisor = { fact: 'worker.roles', op: 'contains', value: 'supervisor' };
const agent: Facts = { worker: { roles: ['agent'] }, task: { channel: 'voice' } };

export const projectionCases: ProjectionCase[] = [
  {
    it: 'sends only listed traits',
    document: { traits: { sections: listing('name') } },
    traits: { name: 'Ana', ssn: '1' },
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'sends nothing when a panel lists nothing',
    document: { traits: {} },
    traits: { name: 'Ana' },
    sends: {},
    sees: [],
  },
  {
    it: 'sends everything that is not hidden with rest: show',
    document: { traits: { rest: 'show', hidden: ['ssn'] } },
    traits: { name: 'Ana', ssn: '1' },
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'sends everything when the document has no traits panel',
    document: { context: {} },
    traits: { name: 'Ana', ssn: '1' },
    sends: { name: 'Ana', ssn: '1' },
    sees: ['Name: Ana', 'Ssn: 1'],
  },
  {
    it: 'sends the listed part of an object only',
    document: { traits: { sections: listing('/address/city') } },
    traits: { address: { city: 'Porto', street: 'Rua 1' } },
    sends: { address: { city: 'Porto' } },
    sees: ['City: Porto'],
  },
  {
    it: 'sends the listed item of a list only, at its place',
    document: { traits: { sections: listing('/orders/1/id') } },
    traits: { orders: [{ id: 'A' }, { id: 'B', total: 5 }, { id: 'C' }] },
    sends: { orders: [null, { id: 'B' }] },
    sees: ['Id: B'],
  },
  {
    it: 'does not send a listing whose condition is false',
    document: { traits: { sections: [{ fields: [{ key: 'name' }, { key: 'score', when: supervisor }] }] } },
    traits: { name: 'Ana', score: 700 },
    facts: agent,
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'sends a listing whose condition on roles holds',
    document: { traits: { sections: [{ when: supervisor, fields: [{ key: 'score', when: supervisor }] }] } },
    traits: { score: 700 },
    facts: { worker: { roles: ['supervisor'] } },
    sends: { score: 700 },
    sees: ['Score: 700'],
  },
  {
    it: 'does not send the fields of a section whose condition is false',
    document: { traits: { sections: [{ when: supervisor, fields: [{ key: 'score' }] }] } },
    traits: { score: 700 },
    facts: agent,
    sends: {},
    sees: [],
  },
  {
    it: 'does not send a claimed trait with rest: show while its condition is false',
    document: { traits: { rest: 'show', sections: [{ fields: [{ key: 'score', when: supervisor }] }] } },
    traits: { name: 'Ana', score: 700 },
    facts: agent,
    sends: { name: 'Ana' },
    sees: ['# Other', 'Name: Ana'],
  },
  {
    it: 'does not send the rest of a list with a listing into it',
    document: { traits: { rest: 'show', sections: listing('/orders/0/id') } },
    traits: { orders: [{ id: 'A', total: 5 }, { id: 'B' }] },
    sends: { orders: [{ id: 'A' }] },
    sees: ['Id: A'],
  },
  {
    it: 'does not send a leaf that is listed by itself and not shown, inside an object that is',
    document: {
      traits: { sections: [{ fields: [{ key: 'address' }, { key: '/address/street', when: supervisor }] }] },
    },
    traits: { address: { city: 'Porto', street: 'Rua 1' } },
    facts: agent,
    sends: { address: { city: 'Porto' } },
    sees: ['Address: City: Porto'],
  },
  {
    it: 'sends what a condition on a trait shows',
    document: {
      traits: { sections: [{ fields: [{ key: 'name', when: { fact: 'traits:/plan', op: 'eq', value: 'gold' } }] }] },
    },
    traits: { name: 'Ana', plan: 'gold' },
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'does not send the trait a condition looks at',
    document: {
      context: { sections: [{ fields: [{ key: 'intent', when: { fact: 'traits:/plan', op: 'eq', value: 'gold' } }] }] },
      traits: {},
    },
    context: { intent: 'refund' },
    traits: { plan: 'gold' },
    sends: {},
    sees: [],
  },
  {
    it: 'sends traits of highlights',
    document: { highlights: [{ source: 'traits', key: 'name' }], traits: {} },
    traits: { name: 'Ana', ssn: '1' },
    sends: { name: 'Ana' },
    sees: [],
  },
  {
    it: 'does not send the trait of a highlight that is not shown',
    document: { highlights: [{ source: 'traits', key: 'name', when: supervisor }], traits: {} },
    traits: { name: 'Ana' },
    facts: agent,
    sends: {},
    sees: [],
  },
  {
    it: 'sends traits that links need',
    document: {
      context: { sections: [{ fields: [{ key: 'intent', link: 'https://crm.example/{traits:/crm/id}' }] }] },
      traits: {},
    },
    context: { intent: 'refund' },
    traits: { crm: { id: 7, owner: 'Eve' } },
    sends: { crm: { id: 7 } },
    sees: [],
  },
  {
    it: 'does not send a trait for the link of a masked field, which has none',
    document: {
      context: { sections: [{ fields: [{ key: 'card', mask: {}, link: 'https://crm.example/{traits:/id}' }] }] },
      traits: {},
    },
    context: { card },
    traits: { id: 7 },
    sends: {},
    sees: [],
  },
  {
    it: 'does not send an object for a link',
    document: {
      context: { sections: [{ fields: [{ key: 'intent', link: 'https://crm.example/{traits:/crm}' }] }] },
      traits: {},
    },
    context: { intent: 'refund' },
    traits: { crm: { id: 7 } },
    sends: {},
    sees: [],
  },
  {
    it: 'does not send a trait for the link of a field that is not shown',
    document: {
      context: {
        sections: [{ fields: [{ key: 'intent', link: 'https://crm.example/{traits:/id}', when: supervisor }] }],
      },
      traits: {},
    },
    context: { intent: 'refund' },
    traits: { id: 7 },
    facts: agent,
    sends: {},
    sees: [],
  },
  {
    it: 'sends traits that links of events need',
    document: {
      events: { rules: [{ name: 'Order Completed', link: 'https://crm.example/{traits:/id}' }] },
      traits: {},
    },
    traits: { id: 7, ssn: '1' },
    sends: { id: 7 },
    sees: [],
  },
  {
    it: 'never sends what is hidden, though it is listed, highlighted and linked',
    document: {
      highlights: [{ source: 'traits', key: 'ssn' }],
      traits: {
        hidden: ['ssn'],
        sections: [{ fields: [{ key: 'ssn' }, { key: 'name', link: 'https://crm.example/{traits:/ssn}' }] }],
      },
    },
    traits: { name: 'Ana', ssn: '1' },
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'never sends what a prefix hides',
    document: { traits: { rest: 'show', hidden: ['internal_*'] } },
    traits: { internal_score: 1, name: 'Ana' },
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'never sends a hidden item of a list, and keeps the places of the others',
    document: { traits: { hidden: ['/cards/0'], sections: [{ fields: [{ key: 'cards' }] }] } },
    traits: { cards: ['secret', 'Visa'] },
    sends: { cards: [null, 'Visa'] },
    sees: ['Cards: Visa'],
  },
  {
    it: 'sends a masked trait masked',
    document: { traits: { sections: [{ fields: [{ key: 'card', mask: {} }] }] } },
    traits: { card },
    sends: {},
    masked: { '/card': '•••• 4242' },
    sees: ['Card: •••• 4242'],
  },
  {
    it: 'sends the text of a masked number',
    document: { traits: { sections: [{ fields: [{ key: 'card', mask: {} }] }] } },
    traits: { card: 12345678 },
    sends: {},
    masked: { '/card': '•••• 78' },
    sees: ['Card: •••• 78'],
  },
  {
    it: 'sends no text for a masked trait that is not shown',
    document: { traits: { sections: [{ fields: [{ key: 'card', mask: {}, when: supervisor }] }] } },
    traits: { card },
    facts: agent,
    sends: {},
    sees: [],
  },
  {
    it: 'sends no text for a masked trait that is hidden',
    document: { traits: { hidden: ['card'], sections: [{ fields: [{ key: 'card', mask: {} }] }] } },
    traits: { card },
    sends: {},
    sees: [],
  },
  {
    it: 'sends no masked trait for a link',
    document: {
      highlights: [{ source: 'traits', key: 'card', mask: {} }],
      traits: { sections: [{ fields: [{ key: 'name', link: 'https://crm.example/{traits:/card}' }] }] },
    },
    traits: { card, name: 'Ana' },
    sends: { name: 'Ana' },
    masked: { '/card': '•••• 4242' },
    sees: ['Name: Ana'],
  },
  {
    it: 'sends what only a highlight masks as a masked row of the rest',
    document: { highlights: [{ source: 'traits', key: 'card', mask: {} }], traits: { rest: 'show' } },
    traits: { card, name: 'Ana' },
    sends: { name: 'Ana' },
    masked: { '/card': '•••• 4242' },
    sees: ['Name: Ana', 'Card: •••• 4242'],
  },
  {
    it: 'sends a masked leaf of a list masked, and the rest of the list',
    document: { traits: { sections: [{ fields: [{ key: 'cards' }, { key: '/cards/0', mask: {} }] }] } },
    traits: { cards: [card, 'Visa'] },
    sends: { cards: [null, 'Visa'] },
    masked: { '/cards/0': '•••• 4242' },
    sees: ['Cards: Visa', 'Cards 1: •••• 4242'],
  },
  {
    it: 'uses the layout that traits choose',
    document: {
      traits: {},
      layouts: [
        {
          name: 'Gold',
          when: { fact: 'traits:/plan', op: 'eq', value: 'gold' },
          traits: { sections: listing('name') },
        },
      ],
    },
    traits: { plan: 'gold', name: 'Ana' },
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'hides in a layout what the document hides',
    document: { traits: { hidden: ['ssn'] }, layouts: [{ name: 'All', traits: { rest: 'show' } }] },
    traits: { ssn: '1', name: 'Ana' },
    sends: { name: 'Ana' },
    sees: ['Name: Ana'],
  },
  {
    it: 'tells null, empty and missing apart on the other side',
    document: { traits: { sections: listing('a', 'b', 'c', 'd', 'e') } },
    traits: { a: null, b: '', c: [], d: {} },
    sends: { a: null, b: '', c: [], d: {} },
    sees: ['A: —', 'B: —', 'C: —', 'D: —'],
  },
];
