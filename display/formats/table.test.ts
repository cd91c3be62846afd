import { describe, expect, it } from 'vitest';
import { environment } from '../cases/case';
import type { Json } from '../json';
import { formatById } from './registry';

const table = formatById('table')!;
const show = (value: Json, options = {}) => table.prepare(options, environment)(value, environment.now);

const lines: Json = [
  { item: 'Shoes', price: '89.90', qty: 1 },
  { item: 'Laces', price: 'free', gift: null },
];

describe('table', () => {
  it('shows the chosen columns in their order, each with its format', () => {
    const columns = [{ key: 'price', label: 'Price', format: 'currency', currency: 'EUR' }, { key: 'item' }];
    expect(show(lines, { columns })).toMatchObject({
      columns: [
        { key: 'price', label: 'Price' },
        { key: 'item', label: 'Item' },
      ],
      rows: [
        [
          { kind: 'number', text: '€89.90' },
          { kind: 'text', text: 'Shoes' },
        ],
        [
          { kind: 'text', text: 'free', hint: 'Expected a number' },
          { kind: 'text', text: 'Laces' },
        ],
      ],
    });
  });

  it('shows all keys without chosen columns, and keeps a missing cell apart from an empty one', () => {
    expect(show(lines)).toMatchObject({
      columns: [{ key: 'item' }, { key: 'price' }, { key: 'qty' }, { key: 'gift' }],
      rows: [{ 3: { kind: 'missing' } }, { 2: { kind: 'missing' }, 3: { kind: 'empty', of: 'null' } }],
    });
  });

  it('takes a label in the agent’s language', () => {
    const columns = [{ key: 'item', label: { en: 'Article', pt: 'Artigo' } }];
    const shown = table.prepare({ columns }, { ...environment, locale: 'pt-PT' })(lines, environment.now);
    expect(shown).toMatchObject({ columns: [{ label: 'Artigo' }] });
  });

  it('reads own properties only', () => {
    const columns = [{ key: 'constructor' }, { key: '__proto__' }];
    expect(show([{ a: 1 }], { columns })).toMatchObject({ rows: [[{ kind: 'missing' }, { kind: 'missing' }]] });
  });

  it('takes an unknown format of a column as none', () => {
    expect(show([{ a: 1 }], { columns: [{ key: 'a', format: 'nope' }] })).toMatchObject({
      rows: [[{ kind: 'number' }]],
    });
  });

  it('is not for lists that hold anything but objects', () => {
    expect(table.accepts([{ a: 1 }, 2], {})).toBe(false);
    expect(table.accepts([], {})).toBe(false);
  });
});
