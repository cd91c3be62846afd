import { describe, expect, it } from 'vitest';
import { environment } from './cases/case';
import { genericPanel } from './generic';
import { searchPanel } from './search';
import type { PanelView } from './view';

const panel = genericPanel(
  'context',
  {
    intent: 'Refund',
    orderTotal: 128.4,
    address: { street: 'Rua da Alegria', city: 'São João', zip: { code: 'P-4000' } },
    tags: ['vip', 'newsletter'],
    lines: [
      { item: 'Red shoes', qty: 1 },
      { item: 'Laces', qty: 2 },
    ],
    notes: [{ by: 'bot', text: { said: 'hello' } }, 'done'],
    site: 'https://shop.example/a',
  },
  environment,
);
const found = (query: string, where = panel) =>
  searchPanel(where, query).sections.flatMap((section) => section.rows.map((row) => row.key));

describe('searchPanel', () => {
  it.each([
    ['label', 'order total', ['orderTotal']],
    ['raw key', 'ordertotal', ['orderTotal']],
    ['text', 'refund', ['intent']],
    ['formatted number', '128.4', ['orderTotal']],
    ['tag', 'newsl', ['tags']],
    ['table cell', 'shoes', ['lines']],
    ['column', 'qty', ['lines']],
    ['object inside a list', 'hello', ['notes']],
    ['host', 'shop.example', ['site']],
    ['object inside a value', 'alegria', ['address']],
  ])('finds a row by its %s', (_what, query, keys) => {
    expect(found(query)).toEqual(keys);
  });

  it('does not mind case, diacritics and white space', () => {
    expect(found('  SAO   joao ')).toEqual(['address']);
    expect(found('são')).toEqual(['address']);
  });

  it('wants every word, in any order, and takes those of the labels above', () => {
    expect(found('total order')).toEqual(['orderTotal']);
    expect(found('order refund')).toEqual([]);
    expect(found('address city')).toEqual(['address']);
  });

  it('keeps of an object the rows that match, unfolded', () => {
    const [address] = searchPanel(panel, 'p-4000').sections[0]!.rows;
    expect(address!.value).toMatchObject({
      kind: 'group',
      folded: false,
      rows: [{ key: 'zip', value: { kind: 'group', folded: false, rows: [{ key: 'code' }] } }],
    });
  });

  it('keeps an object whole when its own label matches', () => {
    const [address] = searchPanel(panel, 'address').sections[0]!.rows;
    expect(address!.value).toMatchObject({ kind: 'group', rows: [{ key: 'street' }, { key: 'city' }, { key: 'zip' }] });
  });

  it('gives the panel itself for an empty query', () => {
    expect(searchPanel(panel, '  ')).toBe(panel);
  });

  it('counts what it found, opens sections and drops empty ones', () => {
    const row = (key: string, text: string) =>
      ({ id: `/${key}`, key, label: key, value: { kind: 'text', text } }) as const;
    const sections = [
      { id: 'a', title: 'A', collapsed: true, rows: [row('x', 'one'), row('y', 'two')] },
      { id: 'b', title: 'B', collapsed: false, rows: [row('z', 'three')] },
    ];
    const made: PanelView = { source: 'traits', origin: 'schema', sections, count: 3 };
    const result = searchPanel(made, 'one');
    expect(result.count).toBe(1);
    expect(result.sections).toEqual([{ id: 'a', title: 'A', collapsed: false, rows: [row('x', 'one')] }]);
    expect(made.sections[0]!.collapsed).toBe(true);
  });

  it('never finds a masked value by its text', () => {
    const masked: PanelView = {
      source: 'traits',
      origin: 'schema',
      count: 1,
      sections: [
        {
          id: 'a',
          collapsed: false,
          rows: [
            { id: '/card', key: 'card', label: 'Card', value: { kind: 'masked', text: '•••• 4242', reveal: true } },
          ],
        },
      ],
    };
    expect(found('4242', masked)).toEqual([]);
    expect(found('card', masked)).toEqual(['card']);
  });
});
