import { isObject, type Json, type JsonObject } from '../../display/json';
import { flat, nested } from '../support/data';
import type { Shape } from './protocol';

export function dataOf({ kind, size }: Shape): JsonObject {
  return kind === 'flat' ? flat(size) : nested(size);
}

/** How a text of another customer reads; what it is (a date, a link …) stays. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['2026-', '2025-'],
  ['ana.duarte', 'rui.costa'],
  ['orders', 'returns'],
  ['+35191', '+35193'],
  ['vip', 'new'],
  ['Wrote on the web form', 'Said on the phone'],
  ['gold', 'silver'],
];

/** Another customer's data: the same keys, all other values. */
export function otherCustomer<T extends Json>(value: T): T;
export function otherCustomer(value: Json): Json {
  if (typeof value === 'number') return value + 7;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return OTHERS.reduce((text, [from, to]) => text.replace(from, to), value);
  if (Array.isArray(value)) return value.map((item) => otherCustomer(item));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, otherCustomer(item)]));
  return value;
}

/** Which leaf `withChange` changes: one on the first screen, a plain text. */
const CHANGED = 8;

/** The same data in new objects, as Flex hands it over, with another text in one place. */
export function withChange(data: JsonObject, text: string): JsonObject {
  const copy = structuredClone(data);
  let at = copy;
  let key = Object.keys(at)[0] ?? '';
  for (let below = at[key]; isObject(below); below = at[key]) {
    at = below;
    key = Object.keys(at)[0] ?? '';
  }
  at[Object.keys(at)[CHANGED] ?? key] = text;
  return copy;
}

/** How many labels the data has: one per leaf and one per object. */
export function labelsOf(data: JsonObject): number {
  return Object.values(data).reduce<number>((sum, value) => sum + 1 + (isObject(value) ? labelsOf(value) : 0), 0);
}

export function leavesOf(data: JsonObject): number {
  return Object.values(data).reduce<number>((sum, value) => sum + (isObject(value) ? leavesOf(value) : 1), 0);
}
