import { describe, expect, it } from 'vitest';
import { loadDocument } from '../load';

type Case = [behaviour: string, document: object, pointer: string, sentence: string];

/** A document with these fields in the first section of the context. */
const fields = (...list: unknown[]) => ({ context: { sections: [{ fields: list }] } });
const field = (more: object) => fields({ key: 'total', ...more });
const when = (condition: unknown) => field({ when: condition });
const at = '/context/sections/0/fields/0';
const inField = 'Context → section 1 → "total"';

const problemsOf = (document: object) =>
  loadDocument({ version: 1, context: {}, traits: {}, ...document }).report.problems;

const errors: Case[] = [
  [
    'a format without an option that it needs',
    { context: { sections: [{ fields: [] }, { fields: [{ key: 'total', format: 'currency' }] }] } },
    '/context/sections/1/fields/0',
    'Context → section 2 → "total": currency needs "currency" (three letters of ISO 4217, such as EUR, USD or JPY)',
  ],
  [
    'an option that can’t be',
    field({ format: 'currency', currency: 'euro' }),
    `${at}/currency`,
    `${inField} → Currency: can't be read. Three letters of ISO 4217, such as EUR, USD or JPY.`,
  ],
  [
    'an option of the wrong type',
    field({ format: 'number', decimals: '2' }),
    `${at}/decimals`,
    `${inField} → Decimals: must be a whole number, not a text`,
  ],
  [
    'an option out of bounds',
    field({ format: 'number', decimals: 99 }),
    `${at}/decimals`,
    `${inField} → Decimals: must be at most 10`,
  ],
  [
    'images from nowhere',
    field({ format: 'image' }),
    at,
    `${inField}: image needs "hosts" (hosts that pictures may come from, such as cdn.shop.example. Others are not loaded)`,
  ],
  [
    'a host that is an address',
    field({ format: 'image', hosts: ['https://cdn.shop.example'] }),
    `${at}/hosts/0`,
    `${inField} → Hosts → entry 1: can't be read. Hosts that pictures may come from, such as cdn.shop.example. Others are not loaded.`,
  ],
  ['a field without a key', fields({ label: 'Total' }), at, 'Context → section 1 → field 1: "key" is missing'],
  [
    'a section without fields',
    { context: { sections: [{}] } },
    '/context/sections/0',
    'Context → section 1: "fields" is missing',
  ],
  [
    'a key that is no path',
    fields({ key: '/a~2' }),
    `${at}/key`,
    'Context → section 1 → "/a~2" → Key: is not a path: after "~" there may only be 0 or 1',
  ],
  [
    'a hidden key that is no path',
    { context: { hidden: ['/a~'] } },
    '/context/hidden/0',
    'Context → Hidden keys → entry 1: is not a path: after "~" there may only be 0 or 1',
  ],
  [
    'a word that is not among those allowed',
    { context: { rest: 'hid' } },
    '/context/rest',
    'Context → Everything else: must be show, collapse or hide; did you mean `hide`?',
  ],
  [
    'an unknown tone',
    field({ mappings: [{ value: 1, tone: 'red' }] }),
    `${at}/mappings/0/tone`,
    `${inField} → mapping 1 → Tone: must be neutral, info, success, warning, error or new`,
  ],
  [
    'a label that is a number',
    field({ label: 3 }),
    `${at}/label`,
    `${inField} → Label: must be a text, or one text per language, not a number`,
  ],
  ['a text in no language', field({ label: {} }), `${at}/label`, `${inField} → Label: needs at least one language`],
  [
    'a language that is none',
    field({ label: { 'in english': 'x' } }),
    `${at}/label`,
    `${inField} → Label: "in english" is not a language such as en or pt-BR`,
  ],
  [
    'a translation that is no text',
    field({ label: { en: 1 } }),
    `${at}/label/en`,
    `${inField} → Label → "en": must be a text, not a number`,
  ],
  [
    'a condition that is none',
    when({}),
    `${at}/when`,
    `${inField} → Show when: is not a condition: it needs "fact" and "op", or one of "all", "any" and "not"`,
  ],
  [
    'a condition that is a text',
    when('always'),
    `${at}/when`,
    `${inField} → Show when: is not a condition: it needs "fact" and "op", or one of "all", "any" and "not"`,
  ],
  [
    'a comparison without an operator',
    when({ fact: 'task.sid' }),
    `${at}/when`,
    `${inField} → Show when: "op" is missing`,
  ],
  [
    'a mistake deep in a condition',
    when({ all: [{ not: { any: 3 } }] }),
    `${at}/when/all/0/not/any`,
    `${inField} → Show when → condition 1 → Not → Any of these: must be a list, not a number`,
  ],
  [
    'a link whose host is data',
    field({ link: 'https://{value}.example/x' }),
    `${at}/link`,
    `${inField} → Link: has a variable in its host; the host must be written out, so that data can't decide where a link leads`,
  ],
  [
    'a link whose scheme is data',
    field({ link: '{value}' }),
    `${at}/link`,
    `${inField} → Link: must start with https://, http://, mailto: or tel:`,
  ],
  [
    'a link that would run',
    field({ link: 'javascript:alert(1)' }),
    `${at}/link`,
    `${inField} → Link: can't be a javascript: address: only https, http, mailto and tel`,
  ],
  [
    'a link with a variable that is none',
    field({ link: 'https://x.example/{total}' }),
    `${at}/link`,
    `${inField} → Link: {total} is not known: write {value}, {context:/key}, {traits:/key}`,
  ],
  [
    'more highlights than fit',
    { highlights: Array.from({ length: 8 }, (_, index) => ({ source: 'context', key: `k${index}` })) },
    '/highlights',
    'Highlights: has too many entries: 7 at most',
  ],
  [
    'a highlight from nowhere',
    { highlights: [{ key: 'total' }] },
    '/highlights/0',
    'Highlights → "total": "source" is missing',
  ],
  [
    'two layouts of one name',
    { layouts: [{ name: 'A', when: { fact: 'task.sid', op: 'exists' } }, { name: 'A' }] },
    '/layouts/1/name',
    'layout "A" → Name: another layout already has this name',
  ],
  [
    'a mistake in a layout',
    { layouts: [{ name: 'A', traits: { rest: 1 } }] },
    '/layouts/0/traits/rest',
    'layout "A" → Traits → Everything else: must be show, collapse or hide',
  ],
  [
    'a mistake in an event rule',
    { events: { rules: [{ name: 'Paid', primary: {} }] } },
    '/events/rules/0/primary',
    'Events → rule for "Paid" → Main property: "key" is missing',
  ],
];

const warnings: Case[] = [
  [
    'an unknown property',
    field({ lable: 'x' }),
    `${at}/lable`,
    `${inField} → "lable": is not known and has no effect; did you mean \`label\`?`,
  ],
  [
    'an unknown property of the document',
    { layout: [] },
    '/layout',
    '"layout": is not known and has no effect; did you mean `layouts`?',
  ],
  [
    'an unknown format',
    field({ format: 'curency' }),
    `${at}/format`,
    `${inField} → Format: there is no format \`curency\`; did you mean \`currency\`?`,
  ],
  [
    'an unknown icon',
    field({ mappings: [{ value: 1, icon: 'credit_card' }] }),
    `${at}/mappings/0/icon`,
    `${inField} → mapping 1 → Icon: there is no icon \`credit_card\`; did you mean \`credit-card\`?`,
  ],
  [
    'an option of another format',
    field({ format: 'text', currency: 'EUR' }),
    `${at}/currency`,
    `${inField} → "currency": has no effect with the format text: it belongs to currency`,
  ],
  [
    'an option without a format',
    field({ currency: 'EUR' }),
    `${at}/currency`,
    `${inField} → "currency": has no effect without a format: it belongs to currency`,
  ],
  [
    'a label used twice',
    fields({ key: 'a', label: 'Total' }, { key: 'b', label: 'Total' }),
    '/context/sections/0/fields/1/label',
    'Context → section 1 → "b" → Label: the label is used twice in this panel, also for "a": agents can\'t tell them apart',
  ],
  [
    'a key listed twice',
    fields({ key: 'a' }, { key: '/a' }),
    '/context/sections/0/fields/1',
    'Context → section 1 → "/a": is listed twice; only the first is ever shown',
  ],
  [
    'a key listed and hidden',
    { context: { sections: [{ fields: [{ key: '/order/total' }] }], hidden: ['ord*'] } },
    at,
    'Context → section 1 → "/order/total": is listed but never shown: "ord*" is hidden',
  ],
  [
    'a key hidden by a path above it',
    { context: { sections: [{ fields: [{ key: '/order/total' }] }], hidden: ['/order'] } },
    at,
    'Context → section 1 → "/order/total": is listed but never shown: "/order" is hidden',
  ],
  [
    'a key of a layout that the document hides',
    { context: { hidden: ['a'] }, layouts: [{ name: 'L', context: { sections: [{ fields: [{ key: 'a' }] }] } }] },
    '/layouts/0/context/sections/0/fields/0',
    'layout "L" → Context → section 1 → "a": is listed but never shown: "a" is hidden',
  ],
  [
    'a highlight that is hidden',
    { highlights: [{ source: 'traits', key: 'email' }], traits: { hidden: ['email'] } },
    '/highlights/0',
    'Highlights → "email": is never shown: "email" is hidden',
  ],
  [
    'a star in the middle',
    { context: { hidden: ['a*b'] } },
    '/context/hidden/0',
    'Context → Hidden keys → entry 1: a star only works at the end; this hides one key that is spelled exactly so',
  ],
  [
    'an unknown fact',
    when({ fact: 'task.chanel', op: 'eq', value: 'x' }),
    `${at}/when/fact`,
    `${inField} → Show when → Fact: there is no fact \`task.chanel\`, so this never holds; did you mean \`task.channel\`?`,
  ],
  [
    'a path into a single value',
    when({ fact: 'task.channel:/x', op: 'eq', value: 'x' }),
    `${at}/when/fact`,
    `${inField} → Show when → Fact: task.channel is a single value: nothing can follow it, so this never holds`,
  ],
  [
    'an unknown operator',
    when({ fact: 'task.sid', op: 'equals', value: 'x' }),
    `${at}/when/op`,
    `${inField} → Show when → Comparison: there is no comparison \`equals\`, so this never holds`,
  ],
  [
    'a comparison without a value',
    when({ fact: 'task.sid', op: 'eq' }),
    `${at}/when`,
    `${inField} → Show when: \`eq\` needs a value, so this never holds`,
  ],
  [
    'one of nothing',
    when({ fact: 'task.sid', op: 'in', value: [] }),
    `${at}/when/value`,
    `${inField} → Show when → Value: the list of values is empty, so this never holds`,
  ],
  [
    'one of something that is no list',
    when({ fact: 'task.sid', op: 'in', value: 'x' }),
    `${at}/when/value`,
    `${inField} → Show when → Value: \`in\` needs a list of values, so this never holds`,
  ],
  [
    'a text compared with a number',
    when({ fact: 'task.channel', op: 'eq', value: 3 }),
    `${at}/when/op`,
    `${inField} → Show when → Comparison: task.channel is a text, and is compared with a number, so this never holds`,
  ],
  [
    'a list compared as one value',
    when({ fact: 'worker.roles', op: 'eq', value: 'admin' }),
    `${at}/when/op`,
    `${inField} → Show when → Comparison: worker.roles is a list: use \`contains\`, so this never holds`,
  ],
  [
    'less and more at once',
    when({
      all: [{ fact: 'traits:/age', op: 'lt', value: 18 }, { all: [{ fact: 'traits:/age', op: 'gte', value: 18 }] }],
    }),
    `${at}/when/all`,
    `${inField} → Show when → All of these: traits:/age can't be all of this at once, so this never holds`,
  ],
  [
    'two values at once',
    when({
      all: [
        { fact: 'context:/a', op: 'eq', value: 1 },
        { fact: 'context:/a', op: 'in', value: [2, 3] },
      ],
    }),
    `${at}/when/all`,
    `${inField} → Show when → All of these: context:/a can't be all of this at once, so this never holds`,
  ],
  [
    'missing and compared at once',
    when({
      all: [
        { fact: 'context:/a', op: 'exists', value: false },
        { fact: 'context:/a', op: 'ne', value: 1 },
      ],
    }),
    `${at}/when/all`,
    `${inField} → Show when → All of these: context:/a can't be all of this at once, so this never holds`,
  ],
  [
    'any of nothing',
    when({ any: [] }),
    `${at}/when/any`,
    `${inField} → Show when → Any of these: the list is empty, so this never holds`,
  ],
  [
    'thresholds out of order',
    field({
      thresholds: [
        { from: 10, tone: 'error' },
        { from: 5, tone: 'info' },
      ],
    }),
    `${at}/thresholds/1/from`,
    `${inField} → threshold 2 → From: must be more than 10: thresholds go from the smallest to the largest`,
  ],
  [
    'a value mapped twice',
    field({ mappings: [{ value: 1 }, { value: 1 }] }),
    `${at}/mappings/1`,
    `${inField} → mapping 2: never applies: an earlier mapping already has the value 1`,
  ],
  [
    'a link on a masked value',
    field({ mask: {}, link: 'https://x.example/' }),
    `${at}/link`,
    `${inField} → Link: has no effect on a masked value`,
  ],
  [
    'a copy button on a masked value',
    field({ mask: {}, copy: true }),
    `${at}/copy`,
    `${inField} → Copy button: has no effect: a masked value can't be copied`,
  ],
  [
    'a layout that is never reached',
    { layouts: [{ name: 'A' }, { name: 'B' }] },
    '/layouts/1',
    'layout "B": is never used: layout 1 has no condition and is always chosen first',
  ],
  [
    'an event with two rules',
    { events: { rules: [{ name: 'Paid' }, { name: 'Paid' }] } },
    '/events/rules/1',
    'Events → rule for "Paid": never applies: an earlier rule has the same name',
  ],
  [
    'a rule for an event that is left out',
    { events: { include: ['Sent'], rules: [{ name: 'Paid' }] } },
    '/events/rules/0',
    'Events → rule for "Paid": never applies: the event is not among those included',
  ],
  [
    'a star in a path',
    { context: { hidden: ['/order/*'] } },
    '/context/hidden/0',
    'Context → Hidden keys → entry 1: a star has no meaning in a path; this hides one value that is spelled exactly so',
  ],
  [
    'a mapping of null',
    field({ mappings: [{ value: null, label: 'None' }] }),
    `${at}/mappings/0`,
    `${inField} → mapping 1: applies to items of a list only: a value that is null is empty, and shown as "noValue" says`,
  ],
  [
    'a mapping of an empty text',
    field({ mappings: [{ value: '', label: 'None' }] }),
    `${at}/mappings/0`,
    `${inField} → mapping 1: applies to items of a list only: a value that is "" is empty, and shown as "noValue" says`,
  ],
  [
    'a link with a space',
    field({ link: 'https://x.example/my orders/{value}' }),
    `${at}/link`,
    `${inField} → Link: holds a space, quote, angle bracket or invisible character, so it is never a link`,
  ],
  [
    'a link to a port that there is not',
    field({ link: 'https://x.example:99999/{value}' }),
    `${at}/link`,
    `${inField} → Link: has a host or a port that can't be, so it is never a link`,
  ],
  [
    'an e-mail link with a subject',
    field({ link: 'mailto:{value}?subject=Hello' }),
    `${at}/link`,
    `${inField} → Link: can't have a subject or a text: only the address may follow mailto:, so it is never a link`,
  ],
  [
    'a phone link with words',
    field({ link: 'tel:extension-{value}' }),
    `${at}/link`,
    `${inField} → Link: can't be dialled: only a number may follow tel:, so it is never a link`,
  ],
  [
    'a fact that is to be there and not',
    when({
      all: [
        { fact: 'context:/a', op: 'exists' },
        { fact: 'context:/a', op: 'exists', value: false },
      ],
    }),
    `${at}/when/all`,
    `${inField} → Show when → All of these: context:/a can't be all of this at once, so this never holds`,
  ],
  [
    'a fact that is to be a value and not that value',
    when({
      all: [
        { fact: 'context:/a', op: 'ne', value: 1 },
        { fact: 'context:/a', op: 'in', value: [1] },
      ],
    }),
    `${at}/when/all`,
    `${inField} → Show when → All of these: context:/a can't be all of this at once, so this never holds`,
  ],
  [
    'a column without an option that its format needs',
    field({ format: 'table', columns: [{ key: 'price', format: 'currency' }] }),
    `${at}/columns/0`,
    `${inField} → Columns → entry 1: currency needs "currency" (three letters of ISO 4217, such as EUR, USD or JPY); its cells are shown raw`,
  ],
  [
    'a column with a property that is not known',
    field({ format: 'table', columns: [{ key: 'price', lable: 'Price' }] }),
    `${at}/columns/0/lable`,
    `${inField} → Columns → entry 1 → "lable": is not known and has no effect; did you mean \`label\`?`,
  ],
];

describe('an error', () => {
  it.each(errors)('is %s', (_behaviour, document, pointer, sentence) => {
    const problems = problemsOf(document);
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', pointer, sentence }));
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});

describe('a warning', () => {
  it.each(warnings)('is %s', (_behaviour, document, pointer, sentence) => {
    expect(problemsOf(document)).toEqual([expect.objectContaining({ severity: 'warning', pointer, sentence })]);
  });
});

const fine: [behaviour: string, document: object][] = [
  [
    'the same key twice under conditions',
    fields({ key: 'a', when: { fact: 'context:/x', op: 'exists' } }, { key: 'a', label: 'Other' }),
  ],
  [
    'the same label in two panels',
    {
      context: { sections: [{ fields: [{ key: 'a', label: 'A' }] }] },
      traits: { sections: [{ fields: [{ key: 'b', label: 'A' }] }] },
    },
  ],
  ['an option of a format that is not known yet', field({ format: 'hologram', depth: 3 })],
  ['a highlight that a panel lists, too', { highlights: [{ source: 'context', key: 'total' }], ...field({}) }],
  [
    'a range that something fits in',
    when({
      all: [
        { fact: 'traits:/age', op: 'gte', value: 18 },
        { fact: 'traits:/age', op: 'lte', value: 18 },
      ],
    }),
  ],
  [
    'a link to a phone or an e-mail address',
    fields({ key: 'a', link: 'tel:{value}' }, { key: 'b', link: 'mailto:{context:/b}' }),
  ],
  [
    'a link of an event to one of its properties',
    { events: { rules: [{ name: 'Paid', link: 'https://x.example/{event:/order_id}' }] } },
  ],
  [
    'a key with dots, spaces or nothing in it',
    fields({ key: 'a.b' }, { key: 'Campaign Name' }, { key: '' }, { key: '/~1x' }),
  ],
];

describe('nothing is wrong with', () => {
  it.each(fine)('%s', (_behaviour, document) => {
    expect(problemsOf(document).filter(({ message }) => !message.startsWith('there is no format `hologram`'))).toEqual(
      [],
    );
  });
});
