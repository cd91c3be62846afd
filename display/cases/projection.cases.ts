import type { Facts } from '../facts';
import type { ProjectionCase } from './projection-case';

const listing = (...keys: string[]) => [{ fields: keys.map((key) => ({ key })) }];
const supervisor = { fact: 'worker.roles', op: 'contains', value: 'supervisor' };
const agent: Facts = { worker: { roles: ['agent'] }, task: { channel: 'voice' } };

/** Which traits leave the server. */
export const sentCases: ProjectionCase[] = [
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
