import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../display/json';
import { data as arbitraryData } from '../display/testing/arbitrary';
import { loadDocument } from '../schemas/load';
import { addField, addSection, hideKey, type Edit } from './outline/operations';
import { infer, seenKeys } from './seen-keys';
import { EXAMPLES, strangeDocuments } from './testing/documents';

const keysOf = (document: Json, contexts: Json[], arrangement?: string) =>
  seenKeys(document, { contexts, traits: [] }, arrangement).map(({ key }) => key);
const fieldOf = (key: string, ...values: Json[]) =>
  seenKeys({}, { contexts: values.map((value) => ({ [key]: value })), traits: [] })[0]!;

describe('seen keys', () => {
  const document = {
    version: 1,
    context: {
      sections: [{ fields: [{ key: 'intent' }, { key: '/order/total' }, { key: '/items/0/name' }] }],
      hidden: ['debug*', '/order/internal'],
    },
    layouts: [{ name: 'A', context: { sections: [{ fields: [{ key: 'note' }] }], hidden: ['intent'] } }, { name: 'B' }],
  };
  const sample = {
    intent: 'x',
    note: 'y',
    debugId: 1,
    items: [{ name: 'z' }],
    order: { total: 1, internal: { a: 1 }, payment: { card: { last4: '4242', exp: '12/30' } } },
  };

  it('are those that no section lists and nothing hides, with what is inside objects', () => {
    expect(keysOf(document, [sample])).toEqual(['note', '/order/payment/card']);
  });

  it('follow the layout: its panel replaces the document’s, hidden keys add up', () => {
    expect(keysOf(document, [sample], '/layouts/0')).toEqual(['items', '/order/total', '/order/payment/card']);
    expect(keysOf(document, [sample], '/layouts/1')).toEqual(keysOf(document, [sample]));
  });

  it('come in the order of how many samples have them', () => {
    expect(seenKeys({}, { contexts: [{ a: 1, b: 1 }, { b: 1 }], traits: [7, { t: 1 }] })).toMatchObject([
      { source: 'context', key: 'b', count: 2, of: 2 },
      { source: 'context', key: 'a', count: 1, of: 2 },
      { source: 'traits', key: 't', count: 1, of: 1 },
    ]);
  });

  it.each<[string, Json[], object]>([
    ['isVip', [true, false], { label: 'Is vip', format: 'boolean' }],
    ['email', ['ana@shop.example'], { format: 'email' }],
    ['callback', ['+351912345678', null], { format: 'phone' }],
    ['page', ['https://shop.example/a'], { format: 'link' }],
    ['birthday', ['1990-01-02'], { format: 'date' }],
    ['lastOrderAt', ['2026-11-20T10:00:00Z'], { format: 'relative' }],
    ['appointment', ['2026-11-20T10:00:00Z'], { format: 'datetime' }],
    ['discountRate', [0.1, 0.25], { format: 'percent', scale: 'fraction' }],
    ['discount_percent', [10], { format: 'percent', scale: 'whole' }],
    ['wait_minutes', [10], { format: 'duration', unit: 'min' }],
    ['rating', [4.5], { format: 'rating' }],
    ['rating', [87], { format: 'number' }],
    ['orderNumber', [10093], { format: 'number', grouping: false }],
    ['visits', [3], { format: 'number' }],
    ['labels', [['a', 'b']], { format: 'tags' }],
    ['lines', [[{ sku: 1 }]], { format: 'table' }],
    ['plan', ['Gold'], { format: 'badge' }],
    ['iban', ['PT50'], { mask: {} }],
  ])('guess that %s %j is %j', (key, values, expected) => {
    expect(fieldOf(key, ...values)).toMatchObject({ advice: 'list', field: { key, ...expected } });
  });

  it('guess no format where values differ, where there are none, and for plain text', () => {
    for (const values of [['a', 1], [null, ''], ['hello there']])
      expect(fieldOf('thing', ...values).field).toEqual({ key: 'thing', label: 'Thing' });
  });

  it('take money for a currency only where one stands beside it', () => {
    const guessed = (order: Json) => seenKeys({}, { contexts: [{ order }], traits: [] })[0]?.field;
    expect(guessed({ total: 12.5, currency: 'EUR' })).toEqual({
      key: '/order/total',
      label: 'Total',
      format: 'currency',
      currency: 'EUR',
    });
    expect(guessed({ total: 12.5 })).toMatchObject({ format: 'number' });
  });

  it('advise to hide what sounds like a secret', () => {
    expect(fieldOf('session_token', 'x')).toMatchObject({ advice: 'hide' });
  });

  it('say why without a word of the customer’s', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8 }).map((text) => `canary${text}`),
        (text) => {
          expect(
            JSON.stringify(seenKeys({}, { contexts: [{ plan: text, a: [text], b: { c: text } }], traits: [] })),
          ).not.toContain('canary');
        },
      ),
    );
  });

  it('are spoken of once they are added or hidden, whatever the document and the data are', () => {
    fc.assert(
      fc.property(strangeDocuments, arbitraryData, (before, sample) => {
        let json: Json = addSection(before, '/context')?.document ?? before;
        const sections = (json as { context: { sections: Json[] } }).context.sections.length;
        for (const { advice, field, key, source } of seenKeys(json, { contexts: [sample], traits: [] })) {
          const edit: Edit | undefined =
            advice === 'hide'
              ? hideKey(json, `/${source}`, key)
              : addField(json, `/context/sections/${sections - 1}`, field);
          json = edit!.document;
        }
        expect(keysOf(json, [sample])).toEqual([]);
      }),
    );
  });
});

describe('a first document from samples', () => {
  it('has labels, formats and a section per object, and says why', () => {
    const { document, reasons } = infer({
      contexts: [{ order: { total: 5, currency: 'EUR' }, intent: 'refund', token: 'x' }, { intent: 'status' }],
      traits: [],
    });
    expect(document).toEqual({
      version: 1,
      context: {
        sections: [
          { fields: [{ key: 'intent', label: 'Intent', format: 'badge' }] },
          {
            title: 'Order',
            fields: [
              { key: '/order/total', label: 'Total', format: 'currency', currency: 'EUR' },
              { key: '/order/currency', label: 'Currency' },
            ],
          },
        ],
        hidden: ['token'],
      },
    });
    expect(reasons[0]).toEqual({
      source: 'context',
      key: 'intent',
      count: 2,
      of: 2,
      why: 'Badge, because its values are short words that say a state.',
    });
  });

  it('passes validation and says something of every key, for the samples of every example', () => {
    for (const name of Object.keys(EXAMPLES)) {
      const read = (kind: string) => {
        const folder = new URL(`../schemas/examples/${name}/${kind}/`, import.meta.url);
        return readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Json);
      };
      const samples = { contexts: read('contexts'), traits: read('traits') };
      const { document } = infer(samples);
      const { report } = loadDocument(document);
      expect(report.problems).toEqual([]);
      expect(seenKeys(document, samples)).toEqual([]);
    }
  });

  it('passes validation for any samples', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryData, { maxLength: 3 }),
        (traits) => loadDocument(infer({ contexts: [], traits }).document).usable,
      ),
    );
  });
});
