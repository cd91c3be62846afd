import type { Facts } from '../facts';
import type { ProjectionCase } from './projection-case';

const card = '4242424242424242';
const supervisor = { fact: 'worker.roles', op: 'contains', value: 'supervisor' };
const agent: Facts = { worker: { roles: ['agent'] }, task: { channel: 'voice' } };

/** What leaves the server for links, and of masked traits. */
export const sentForCases: ProjectionCase[] = [
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
];
