import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPointer, keyOf, parsePointer, pathOf, pointerOf, resolve } from './pointer';

const data = JSON.parse(`{
  "total": 1, "order.total": 2, "Last order": 3, "/slash": 4, "a/b": 5, "m~n": 6, "": 7,
  "order": { "total": 8, "items": [{ "name": "Shoes" }, { "name": "Laces" }], "": { "": 9 } },
  "__proto__": { "constructor": 10 }, "none": null
}`);

describe('resolve', () => {
  it.each([
    ['total', 1],
    ['order.total', 2],
    ['Last order', 3],
    ['a/b', 5],
    ['m~n', 6],
    ['', 7],
    ['none', null],
  ])('takes %j as an own top-level key, literally', (key, value) => {
    expect(resolve(data, key)).toBe(value);
  });

  it.each([
    ['/total', 1],
    ['/~1slash', 4],
    ['/a~1b', 5],
    ['/m~0n', 6],
    ['/', 7],
    ['/order/total', 8],
    ['/order/items/0/name', 'Shoes'],
    ['/order//', 9],
    ['/__proto__/constructor', 10],
  ])('takes %j as a pointer', (key, value) => {
    expect(resolve(data, key)).toBe(value);
  });

  it.each([
    'constructor',
    'toString',
    '/order/toString',
    '/order/items/length',
    '/order/items/00',
    '/order/items/-',
    '/order/items/1.0',
    '/order/items/2',
    '/total/x',
    '/none/x',
    '/order//x',
    '/slash',
    '/m~n',
    '/m~2n',
    'order/total',
  ])('finds nothing at %j', (key) => {
    expect(resolve(data, key)).toBeUndefined();
  });
});

describe('pointers', () => {
  it('are read and written back the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (path) => {
        expect(parsePointer(formatPointer(path))).toEqual(path);
      }),
    );
  });

  it('name the same value as the key they are made from', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (path) => {
        expect(pathOf(keyOf(path))).toEqual(path);
        expect(pointerOf(keyOf(path))).toBe(formatPointer(path));
      }),
    );
  });

  it('refuse what RFC 6901 does not know', () => {
    expect(parsePointer('a')).toBeUndefined();
    expect(parsePointer('/~')).toBeUndefined();
    expect(parsePointer('')).toEqual([]);
  });
});
