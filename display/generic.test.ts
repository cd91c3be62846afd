import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environment } from './cases/case';
import { genericPanel, genericValue, showRaw, wholePanel } from './generic';
import { limits } from './generic-value';
import { formatById } from './formats/registry';
import type { Json, JsonObject } from './json';
import { escapeSegment } from './pointer';
import type { DisplayValue } from './value';
import type { RowView } from './view';

const awkwardKeys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'a/b',
  '~',
  '~1',
  ' ',
  '0',
  '-1',
  'מפתח',
  'a\u202eb',
  '\u0000',
  '\ud800',
];
const awkwardTexts = [
  '\u200b',
  '\t\n',
  '\u00a0',
  'x'.repeat(10_000),
  '\u202eabc',
  '\u0000',
  '\ud800',
  'مرحبا',
  '2026-11-23',
  '2026-02-30T99:99',
  '+1',
  '@',
  'https://',
  'mailto:',
  '+14155550100',
  '-'.repeat(10_000),
];

const key = fc.oneof(fc.constantFrom(...awkwardKeys), fc.string({ unit: 'binary' }));
const text = fc.oneof(fc.constantFrom(...awkwardTexts), fc.string({ unit: 'binary' }));
const { tree: json } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null)) as fc.Arbitrary<Json>,
    fc.array(tie('tree'), { maxLength: 6 }),
    fc.array(fc.tuple(key, tie('tree')), { maxLength: 6 }).map(objectOf),
  ),
}));
const object = fc.array(fc.tuple(key, json), { maxLength: 12 }).map(objectOf);

/** Like JSON.parse: `__proto__` becomes an own property. */
function objectOf(entries: readonly (readonly [string, Json])[]): JsonObject {
  const made: JsonObject = {};
  for (const [name, value] of entries) {
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

function nested(depth: number, wrap: (inside: Json) => Json): Json {
  let value: Json = 'bottom';
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

/** Everything laid out inside a value, itself first. */
function* inside(value: DisplayValue): Generator<DisplayValue | RowView> {
  yield value;
  if (value.kind === 'group') for (const row of value.rows) yield* insideRow(row);
  if (value.kind === 'list') for (const item of value.items) yield* inside(item);
  if (value.kind === 'table') for (const cell of value.rows.flat()) yield* inside(cell);
}
function* insideRow(row: RowView): Generator<DisplayValue | RowView> {
  yield row;
  yield* inside(row.value);
}

const rowsOf = (data: JsonObject) => genericPanel('context', data, environment).sections[0]!.rows;
const isRow = (it: DisplayValue | RowView): it is RowView => 'label' in it;

describe('the generic view of any JSON', () => {
  it('shows every key exactly once, in its own order', () => {
    fc.assert(
      fc.property(object, (data) => {
        const panel = genericPanel('context', data, environment);
        expect(panel.sections[0]!.rows.map((row) => row.key)).toEqual(Object.keys(data));
        expect(panel.count).toBe(Object.keys(data).length);
      }),
    );
  });

  it('gives every row an id of its own: the pointer of its value', () => {
    fc.assert(
      fc.property(object, (data) => {
        const rows = rowsOf(data).flatMap((row) => [...insideRow(row)].filter(isRow));
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
        for (const row of rows) expect(row.id.endsWith(`/${escapeSegment(row.key)}`)).toBe(true);
      }),
    );
  });

  it('always has a text and a label that are safe to lay out', () => {
    // eslint-disable-next-line no-control-regex -- these must not come through
    const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;
    fc.assert(
      fc.property(object, (data) => {
        for (const it of rowsOf(data).flatMap((row) => [...insideRow(row)])) {
          if (isRow(it)) {
            expect(it.label).not.toMatch(unsafe);
            expect(it.label).not.toBe('');
          } else {
            expect(typeof it.text).toBe('string');
            expect(it.text).not.toMatch(unsafe);
            if (it.kind !== 'missing') expect(it.text).not.toMatch(/^[\s\p{Cf}]*$/u);
          }
        }
      }),
    );
  });

  it('links only to http, https, mailto and tel', () => {
    fc.assert(
      fc.property(object, (data) => {
        for (const it of rowsOf(data).flatMap((row) => [...insideRow(row)])) {
          if (!isRow(it) && it.href !== undefined) expect(it.href).toMatch(/^(?:https?|mailto|tel):/);
        }
      }),
    );
  });

  it('copies the raw value', () => {
    fc.assert(
      fc.property(object, (data) => {
        for (const row of rowsOf(data)) {
          const value = data[row.key];
          if (typeof value === 'string' && value !== '') expect(row.copy).toBe(value);
          if (typeof value === 'object' && value !== null) expect(row.copy).toBe(JSON.stringify(value));
        }
      }),
    );
  });

  it('is the same for the same input, and leaves the input alone', () => {
    fc.assert(
      fc.property(object, (data) => {
        const before = JSON.stringify(data);
        expect(genericPanel('traits', data, environment)).toEqual(genericPanel('traits', data, environment));
        expect(JSON.stringify(data)).toBe(before);
      }),
    );
  });

  it('never throws, whatever locale and zone are', () => {
    fc.assert(
      fc.property(json, fc.string(), fc.string(), (value, locale, zone) => {
        genericValue(value, { locale, zone });
      }),
    );
  });
});

describe('the generic view of deep and large values', () => {
  it.each([
    ['objects', (value: Json) => ({ a: value })],
    ['lists', (value: Json) => [value]],
    ['both', (value: Json) => ({ a: [value, { b: 1 }] })],
  ])('shows %s 1,000 levels deep within bounds', (_name, wrap) => {
    const shown = genericValue(nested(1000, wrap), environment);
    const parts = [...inside(shown)];
    expect(parts.length).toBeLessThan(100);
    expect(parts.some((part) => !isRow(part) && part.kind === 'json')).toBe(true);
    for (const part of parts) if (!isRow(part)) expect(part.text.length).toBeLessThanOrEqual(limits.json + 1);
  });

  it('survives 100,000 levels', () => {
    const deep = nested(100_000, (value) => [value]);
    expect(rowsOf({ deep })[0]!.value.kind).toBe('list');
  });

  it('shows every key of a wide object, and says how many values of a nested one are left', () => {
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key${at}`, at]));
    expect(rowsOf(wide)).toHaveLength(20_000);
    expect(genericValue(wide, environment)).toMatchObject({ kind: 'group', more: 20_000 - limits.rows });
    expect(genericValue(Object.values(wide), environment)).toMatchObject({ kind: 'tags', more: 20_000 - limits.items });
  });

  it('lays out a bounded number of values whatever the shape', () => {
    const branch = (depth: number): Json =>
      depth === 0 ? 'leaf' : Array.from({ length: 10 }, () => branch(depth - 1));
    expect([...inside(genericValue([branch(5), {}], environment))].length).toBeLessThan(limits.values * 1.2);
  });

  it('folds objects inside objects, and indents the first', () => {
    const shown = genericValue({ a: { b: 1 } }, environment);
    expect(shown).toMatchObject({ kind: 'group', folded: false, rows: [{ value: { kind: 'group', folded: true } }] });
  });
});

describe('the generic view of single values', () => {
  it('keeps null, empty and missing apart', () => {
    const [nothing, text, list, object, missing] = [null, '', [], {}, undefined].map((value) =>
      genericValue(value, environment),
    );
    const texts = [nothing, text, list, object, missing].map((shown) => shown!.text);
    expect(new Set(texts).size).toBe(5);
    expect(missing!.kind).toBe('missing');
    for (const shown of [nothing, text, list, object]) expect(shown!.kind).toBe('empty');
  });

  it('reads numbers under a key that names something digit by digit', () => {
    const rows = rowsOf({ order_id: 1093822, accountNumber: 12345678, zip: 94105, paid: 1093822 });
    expect(rows.map((row) => row.value.text)).toEqual(['1093822', '12345678', '94105', '1,093,822']);
  });

  it('keeps a cell that is missing apart from one that is null or empty', () => {
    const shown = genericValue([{ a: 1, b: null }, { a: '' }], environment);
    expect(shown).toMatchObject({
      kind: 'table',
      columns: [
        { key: 'a', label: 'A' },
        { key: 'b', label: 'B' },
      ],
      rows: [
        [{ kind: 'number' }, { kind: 'empty', of: 'null' }],
        [{ kind: 'empty', of: 'string' }, { kind: 'missing' }],
      ],
    });
  });

  it('never loads anything: an image is a link', () => {
    expect(genericValue('https://cdn.shop.example/a.png', environment).kind).toBe('link');
  });

  it('has nothing to copy where there is nothing', () => {
    for (const row of rowsOf({ a: null, b: '' })) expect(row).not.toHaveProperty('copy');
  });

  it('says what a format expected, and shows the value nevertheless', () => {
    const format = formatById('currency')!;
    expect(showRaw('soon', format, environment)).toEqual({ kind: 'text', text: 'soon', hint: 'Expected a number' });
  });
});

describe('the generic view of what is not JSON', () => {
  const cyclic: Record<string, unknown> = { name: 'loop' };
  cyclic.self = cyclic;
  const throwing = {
    get bad(): never {
      throw new Error('no');
    },
    good: 1,
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a big integer', 10n ** 30n],
    ['not a number', NaN],
    ['infinity', Infinity],
    ['a cycle', cyclic],
    ['a getter that throws', throwing],
    ['a revoked proxy', revoked.proxy],
    ['a sparse list', Array(3)],
    ['an object without prototype', Object.assign(Object.create(null) as object, { a: 1 })],
    ['a date', new Date(0)],
  ])('takes %s without throwing', (_name, value) => {
    expect(typeof genericValue(value, environment).text).toBe('string');
    expect(() => genericPanel('context', { value: value as Json }, environment)).not.toThrow();
    expect(() => genericPanel('context', value as JsonObject, environment)).not.toThrow();
    expect(wholePanel('context', value, environment).count).toBe(1);
  });

  it('still shows the properties that can be read', () => {
    expect(rowsOf(throwing).map((row) => row.value.text)).toEqual(['unreadable', '1']);
  });
});

describe('wholePanel', () => {
  it('shows a context that is not an object in one row', () => {
    const panel = wholePanel('context', 'refund please', environment);
    expect(panel).toMatchObject({
      origin: 'generic',
      count: 1,
      sections: [
        { rows: [{ label: 'Context', copy: 'refund please', value: { kind: 'text', text: 'refund please' } }] },
      ],
    });
  });
});
