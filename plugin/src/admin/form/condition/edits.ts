import { FACTS, type FactRoot } from '../../../../../display/facts';
import { isObject, own, type Json, type JsonObject } from '../../../../../display/json';
import { operatorById } from '../../../../../display/operators';
import { keyOf, parsePointer, pointerOf } from '../../../../../display/pointer';
import { withKey, withoutKey } from '../../../../../editor/edit';
import { said } from '../said';

/** The three ways to combine conditions. */
export const KINDS = ['all', 'any', 'not'] as const;
export type Kind = (typeof KINDS)[number];

/** What a condition looks like to whoever edits it; `other` is what the editor leaves alone. */
export type Shape =
  { is: 'comparison'; node: JsonObject } | { is: 'group'; kind: Kind; children: readonly Json[] } | { is: 'other' };

export const NEW_COMPARISON: JsonObject = { fact: 'task.channel', op: 'eq', value: '' };

/** How a condition can be edited. A group with anything beside its list is not a plain one, and is left alone. */
export function shapeOf(condition: Json): Shape {
  if (!isObject(condition)) return { is: 'other' };
  const keys = Object.keys(condition);
  const kind = KINDS.find((one) => keys.includes(one));
  if (kind === undefined) {
    const words = [own(condition, 'fact'), own(condition, 'op')];
    const value = own(condition, 'value');
    const plain = words.every((word) => word === undefined || typeof word === 'string') && !isObject(value);
    return plain ? { is: 'comparison', node: condition } : { is: 'other' };
  }
  const inner = own(condition, kind);
  if (keys.length > 1 || inner === undefined) return { is: 'other' };
  if (kind === 'not') return { is: 'group', kind, children: [inner] };
  return Array.isArray(inner) ? { is: 'group', kind, children: inner } : { is: 'other' };
}

/** A group of conditions. "Not" takes one: of several, that all of them hold is what must not be. */
export function groupOf(kind: Kind, children: readonly Json[]): JsonObject {
  if (kind !== 'not') return { [kind]: [...children] };
  return { not: children.length === 1 ? (children[0] ?? null) : { all: [...children] } };
}

/** A fact taken apart: which data, and the key or path in it as an admin types it. */
export function factParts(fact: string): { root: FactRoot | undefined; key: string } {
  const slash = fact.indexOf('/');
  const written = (slash < 0 ? fact : fact.slice(0, slash)).replace(/:$/, '');
  const root = FACTS.find(({ id }) => id === written);
  if (slash < 0) return { root, key: '' };
  const path = parsePointer(fact.slice(slash));
  return { root, key: path === undefined ? fact.slice(slash) : keyOf(path) };
}

/** The fact that a choice of data and a typed key stand for. */
export function factOf(root: FactRoot, key: string): string {
  return root.deep && key !== '' ? `${root.id}:${pointerOf(key)}` : root.id;
}

/** The comparison with another operator, its value brought into the shape that the operator takes. */
export function withOperator(comparison: JsonObject, op: string): JsonObject {
  const type = operatorById(op)?.value.type;
  const value = own(comparison, 'value');
  const next = withKey(comparison, 'op', op);
  if (type === 'boolean') return typeof value === 'boolean' ? next : withoutKey(next, 'value');
  if (type === 'array')
    return withKey(next, 'value', Array.isArray(value) ? value : isEmpty(value) ? [] : [value ?? '']);
  const single = Array.isArray(value) ? value[0] : value;
  return withKey(next, 'value', single === undefined ? '' : type === 'string' ? said(single) : single);
}

const isEmpty = (value: Json | undefined) => value === undefined || value === '';
