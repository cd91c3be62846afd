import type { Facts } from '../facts';
import type { Json } from '../json';
import type { Truth } from '../operators';

/** A condition and what it comes to; null is unknown, which is false for whatever the condition guards. */
export interface ConditionCase {
  it: string;
  condition: Json;
  facts?: Facts;
  is: Truth;
}

/** The facts of every case that does not say otherwise. */
export const facts: Facts = {
  task: {
    sid: 'WT00000000000000000000000000000001',
    channel: 'voice',
    queue: 'Refunds',
    attributes: { direction: 'inbound', 'key with spaces': { '': 1 } },
  },
  worker: { roles: ['agent', 'supervisor'], attributes: { team: 'north', skills: ['es', 'en'] } },
  context: {
    intent: 'refund',
    amount: 128.4,
    urgent: true,
    nothing: null,
    empty: '',
    items: [{ sku: 'A' }],
    since: '2026-11-20',
  },
  traits: { plan: 'gold', visits: 3 },
};

const unknown = { fact: 'context:/missing', op: 'eq', value: 1 };
const yes = { fact: 'context:/intent', op: 'eq', value: 'refund' };
const no = { fact: 'context:/intent', op: 'eq', value: 'order' };
const about = (fact: string, op: string, value?: Json) => ({ fact, op, ...(value === undefined ? {} : { value }) });

export const conditionCases: ConditionCase[] = [
  // Comparisons
  { it: 'eq holds for the same text', condition: yes, is: true },
  { it: 'eq does not hold for another text', condition: no, is: false },
  { it: 'eq minds capitals', condition: about('context:/intent', 'eq', 'Refund'), is: false },
  {
    it: 'eq of a number and a text is unknown: types are strict',
    condition: about('context:/amount', 'eq', '128.4'),
    is: null,
  },
  { it: 'eq compares true with true', condition: about('context:/urgent', 'eq', true), is: true },
  { it: 'eq finds null', condition: about('context:/nothing', 'eq', null), is: true },
  { it: 'eq tells null from a text', condition: about('context:/nothing', 'eq', 'x'), is: false },
  { it: 'eq tells an empty text from null', condition: about('context:/empty', 'eq', null), is: false },
  { it: 'eq of a list is unknown', condition: about('context:/items', 'eq', 'A'), is: null },
  { it: 'eq without a value is unknown', condition: about('context:/intent', 'eq'), is: null },
  { it: 'ne holds for another text', condition: about('context:/intent', 'ne', 'order'), is: true },
  { it: 'ne does not hold for the same text', condition: about('context:/intent', 'ne', 'refund'), is: false },
  { it: 'ne of a missing fact is unknown', condition: about('context:/missing', 'ne', 'refund'), is: null },
  { it: 'ne of another type is unknown', condition: about('context:/amount', 'ne', 'refund'), is: null },
  { it: 'in holds for one of the values', condition: about('context:/intent', 'in', ['order', 'refund']), is: true },
  { it: 'in does not hold for none of them', condition: about('context:/intent', 'in', ['order']), is: false },
  { it: 'in an empty list does not hold', condition: about('context:/intent', 'in', []), is: false },
  { it: 'in without a list is unknown', condition: about('context:/intent', 'in', 'refund'), is: null },
  { it: 'in a list of another type is unknown', condition: about('context:/intent', 'in', [1, 2]), is: null },
  { it: 'lt compares numbers', condition: about('context:/amount', 'lt', 200), is: true },
  { it: 'lt does not hold for the same number', condition: about('context:/amount', 'lt', 128.4), is: false },
  { it: 'lte holds for the same number', condition: about('context:/amount', 'lte', 128.4), is: true },
  { it: 'gt compares numbers', condition: about('context:/amount', 'gt', 100), is: true },
  { it: 'gte holds for the same number', condition: about('context:/amount', 'gte', 128.4), is: true },
  { it: 'gte compares ISO dates as text', condition: about('context:/since', 'gte', '2026-11-01'), is: true },
  { it: 'gt of a number and a text is unknown', condition: about('context:/amount', 'gt', '100'), is: null },
  { it: 'gt of true is unknown', condition: about('context:/urgent', 'gt', 0), is: null },
  { it: 'contains finds an item of a list', condition: about('worker.roles', 'contains', 'supervisor'), is: true },
  { it: 'contains does not find half an item', condition: about('worker.roles', 'contains', 'super'), is: false },
  { it: 'contains finds a text in a text', condition: about('context:/intent', 'contains', 'fun'), is: true },
  { it: 'contains of a number is unknown', condition: about('context:/amount', 'contains', 1), is: null },
  { it: 'startsWith finds the beginning', condition: about('context:/intent', 'startsWith', 're'), is: true },
  { it: 'startsWith minds capitals', condition: about('context:/intent', 'startsWith', 'Re'), is: false },
  { it: 'startsWith of a number is unknown', condition: about('context:/amount', 'startsWith', '1'), is: null },
  { it: 'exists holds for what is there', condition: about('context:/intent', 'exists'), is: true },
  { it: 'exists holds for null', condition: about('context:/nothing', 'exists', true), is: true },
  { it: 'exists is false for what a loaded source lacks', condition: about('context:/missing', 'exists'), is: false },
  {
    it: 'exists with false holds for what a loaded source lacks',
    condition: about('context:/missing', 'exists', false),
    is: true,
  },
  {
    it: 'exists is unknown until its source has loaded',
    condition: about('traits:/plan', 'exists'),
    facts: {},
    is: null,
  },
  {
    it: 'exists with false is unknown until its source has loaded',
    condition: about('traits:/plan', 'exists', false),
    facts: {},
    is: null,
  },
  {
    it: 'exists knows that a task came without context',
    condition: about('context', 'exists'),
    facts: { task: { attributes: {} } },
    is: false,
  },
  { it: 'an operator that does not exist is unknown', condition: about('context:/intent', 'matches', '.*'), is: null },
  {
    it: 'an operator named like a property of every object is unknown',
    condition: about('context:/intent', 'constructor', 1),
    is: null,
  },

  // Facts
  { it: 'task.sid', condition: about('task.sid', 'startsWith', 'WT'), is: true },
  { it: 'task.channel', condition: about('task.channel', 'eq', 'voice'), is: true },
  { it: 'task.queue', condition: about('task.queue', 'in', ['Refunds', 'Returns']), is: true },
  { it: 'task.workflow that the task lacks does not exist', condition: about('task.workflow', 'exists'), is: false },
  { it: 'task.attributes by pointer', condition: about('task.attributes:/direction', 'eq', 'inbound'), is: true },
  {
    it: 'a pointer over keys with spaces and without letters',
    condition: about('task.attributes:/key with spaces/', 'eq', 1),
    is: true,
  },
  { it: 'worker.roles', condition: about('worker.roles', 'contains', 'admin'), is: false },
  { it: 'worker.attributes by pointer', condition: about('worker.attributes:/skills', 'contains', 'es'), is: true },
  { it: 'traits by pointer', condition: about('traits:/visits', 'gt', 2), is: true },
  { it: 'a pointer into a list', condition: about('context:/items/0/sku', 'eq', 'A'), is: true },
  { it: 'the colon may be left out', condition: about('context/intent', 'eq', 'refund'), is: true },
  {
    it: 'a context that came as JSON text is read',
    condition: yes,
    facts: { context: '{"intent":"refund"}' },
    is: true,
  },
  { it: 'an inherited property is no fact', condition: about('context:/toString', 'exists'), is: false },
  { it: 'a fact that does not exist is unknown', condition: about('customer:/name', 'exists', false), is: null },
  {
    it: 'a pointer into a fact that has none is unknown',
    condition: about('task.channel:/x', 'exists', false),
    is: null,
  },

  // All, any, not: Kleene
  { it: 'all of true is true', condition: { all: [yes, yes] }, is: true },
  { it: 'all with a false is false', condition: { all: [yes, no] }, is: false },
  { it: 'all with a false is false whatever is unknown', condition: { all: [unknown, no] }, is: false },
  { it: 'all with an unknown is unknown', condition: { all: [yes, unknown] }, is: null },
  { it: 'all of nothing is true', condition: { all: [] }, is: true },
  { it: 'any with a true is true', condition: { any: [no, yes] }, is: true },
  { it: 'any with a true is true whatever is unknown', condition: { any: [unknown, yes] }, is: true },
  { it: 'any with an unknown is unknown', condition: { any: [no, unknown] }, is: null },
  { it: 'any of nothing is false', condition: { any: [] }, is: false },
  { it: 'not turns true around', condition: { not: yes }, is: false },
  { it: 'not turns false around', condition: { not: no }, is: true },
  { it: 'not of unknown stays unknown, so it does not show what it guards', condition: { not: unknown }, is: null },
];
