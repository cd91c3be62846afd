import type { FormatCase } from './case';

const text = 'text';
const boolean = 'boolean';
const badge = 'badge';
const tags = 'tags';
const list = 'list';
const table = 'table';
const json = 'json';

/** Formats of words, lists and everything else. */
export const wordCases: FormatCase[] = [
  { format: text, value: 'Where is my order?', kind: 'text', text: 'Where is my order?' },
  { format: text, value: 42, kind: 'text', text: '42' },
  { format: text, value: false, kind: 'text', text: 'false' },
  { format: text, value: 'https://shop.example', kind: 'text', text: 'https://shop.example' },
  { format: text, value: '<b>bold</b>', kind: 'text', text: '<b>bold</b>' },
  { format: text, value: 'one\r\ntwo', kind: 'text', text: 'one\ntwo' },
  { format: text, value: '1\n2\n3\n4\n5', kind: 'text', text: '1\n2\n3\n4\n5', long: true },
  { format: text, value: '  ', kind: 'text', text: '"  "', hint: 'Only spaces' },
  { format: text, value: '\u200b', kind: 'text', text: '"\u200b"', hint: 'Only spaces' },
  { format: text, value: 'a\u0000b', kind: 'text', text: 'a␀b', hint: 'Holds invisible characters' },
  { format: text, value: 'a\u001bb', kind: 'text', text: 'a␛b', hint: 'Holds invisible characters' },
  { format: text, value: 'a\u0085b', kind: 'text', text: 'a[U+0085]b', hint: 'Holds invisible characters' },
  { format: text, value: 'a\u202eb', kind: 'text', text: 'a[U+202E]b', hint: 'Holds invisible characters' },
  { format: text, value: 'a\ud800b', kind: 'text', text: 'a\ufffdb', hint: 'Holds invisible characters' },
  { format: text, value: 'مرحبا 👨‍👩‍👧', kind: 'text', text: 'مرحبا 👨‍👩‍👧' },
  { format: text, value: ['a'], kind: 'tags', text: 'a', hint: 'Expected text, a number, or true or false' },

  { format: boolean, value: true, kind: 'boolean', text: 'Yes' },
  { format: boolean, value: false, kind: 'boolean', text: 'No' },
  { format: boolean, value: 'TRUE', kind: 'boolean', text: 'Yes' },
  { format: boolean, value: 'no', kind: 'boolean', text: 'No' },
  { format: boolean, value: 1, kind: 'boolean', text: 'Yes' },
  { format: boolean, value: '0', kind: 'boolean', text: 'No' },
  { format: boolean, value: true, options: { yes: 'Subscribed' }, kind: 'boolean', text: 'Subscribed' },
  { format: boolean, value: 'maybe', kind: 'text', text: 'maybe', hint: 'Expected true or false' },
  { format: boolean, value: 2, kind: 'number', text: '2', hint: 'Expected true or false' },
  { format: boolean, value: 'toString', kind: 'text', text: 'toString', hint: 'Expected true or false' },

  { format: badge, value: 'Gold', kind: 'badge', text: 'Gold', tone: 'neutral' },
  { format: badge, value: 3, kind: 'badge', text: '3', tone: 'neutral' },
  { format: badge, value: 'Refund', options: { tone: 'warning' }, kind: 'badge', text: 'Refund', tone: 'warning' },
  { format: badge, value: 'Refund', options: { tone: 'purple' }, kind: 'badge', text: 'Refund', tone: 'neutral' },
  { format: badge, value: ['x'], kind: 'tags', text: 'x', hint: 'Expected a short text, a number, or true or false' },

  { format: tags, value: ['vip', 'beta'], kind: 'tags', text: 'vip, beta' },
  { format: tags, value: 'vip, beta,', kind: 'tags', text: 'vip, beta' },
  { format: tags, value: 'red;green', options: { separator: ';' }, kind: 'tags', text: 'red, green' },
  { format: tags, value: ['a', 'b', 'c'], options: { max: 2 }, kind: 'tags', text: 'a, b, 1 more' },
  { format: tags, value: [1, null, true], kind: 'tags', text: '1, null, Yes' },
  {
    format: tags,
    value: 5,
    kind: 'number',
    text: '5',
    hint: 'Expected a list of short values, or a text with separators',
  },

  { format: list, value: ['one', 'two'], kind: 'list', text: 'one, two' },
  { format: list, value: [1, 2, 3], options: { max: 1 }, kind: 'list', text: '1, 2 more' },
  { format: list, value: 'one', kind: 'text', text: 'one', hint: 'Expected a list' },

  { format: table, value: [{ item: 'Shoes', price: 89.9 }], kind: 'table', text: 'Shoes, 89.9' },
  {
    format: table,
    value: [{ item: 'Shoes', price: 89.9 }, { item: 'Laces' }],
    options: { columns: [{ key: 'price', format: 'currency', currency: 'EUR' }, { key: 'item' }] },
    kind: 'table',
    text: '€89.90, Shoes; Laces',
  },
  { format: table, value: [{ a: 1 }, { a: 2 }], options: { max: 1 }, kind: 'table', text: '1; 1 more' },
  { format: table, value: [1, 2], kind: 'tags', text: '1, 2', hint: 'Expected a list of objects' },
  { format: table, value: { a: 1 }, kind: 'group', text: 'A: 1', hint: 'Expected a list of objects' },

  { format: json, value: { a: [1] }, kind: 'json', text: '{\n  "a": [\n    1\n  ]\n}' },
  { format: json, value: 'a\u202eb', kind: 'json', text: '"a[U+202E]b"' },
];
