import type { Json } from './json';

/** Null is "unknown": the comparison makes no sense for these two. */
export type Truth = boolean | null;

/** One way to compare a fact with a value. JSON Schema, editor, validation report and documentation read this table. */
export interface Operator {
  readonly id: string;
  /** Completes a sentence: "context:/intent is refund". */
  readonly says: string;
  readonly description: string;
  /** JSON Schema of `value`. */
  readonly value: { readonly title: string; readonly description: string; readonly [keyword: string]: unknown };
  /** Whether `value` may be left out. */
  readonly valueOptional?: boolean;
  /** Called with values that exist; never throws. */
  compare(fact: Json, value: Json | undefined): Truth;
}

const scalarTypes = ['string', 'number', 'boolean', 'null'];

const isScalar = (value: Json | undefined): value is string | number | boolean | null =>
  value !== undefined && (typeof value !== 'object' || value === null);

/** Null says that there is no value, so it can be compared with any type; otherwise types are strict. */
function equal(fact: Json, value: Json | undefined): Truth {
  if (!isScalar(fact) || !isScalar(value)) return null;
  if (fact === null || value === null || typeof fact === typeof value) return fact === value;
  return null;
}

function oneOf(fact: Json, values: Json | undefined): Truth {
  if (!Array.isArray(values)) return null;
  const truths = values.map((value) => equal(fact, value));
  if (truths.includes(true)) return true;
  return truths.includes(false) || (values.length === 0 && isScalar(fact)) ? false : null;
}

/** Numbers by size, texts letter by letter (which puts ISO dates in order). */
function ordered(test: (order: number) => boolean): Operator['compare'] {
  return (fact, value) => {
    if (typeof fact === 'number' && typeof value === 'number') return test(fact - value);
    if (typeof fact === 'string' && typeof value === 'string') return test(fact < value ? -1 : fact > value ? 1 : 0);
    return null;
  };
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth);

const oneValue = {
  title: 'Value',
  description: 'A text, a number, true, false or null, of the same type as the fact.',
  type: scalarTypes,
};
const ordinal = {
  title: 'Value',
  description: 'A number, or a text such as an ISO date, of the same type as the fact.',
  type: ['number', 'string'],
};

export const OPERATORS: readonly Operator[] = [
  { id: 'eq', says: 'is', description: 'The fact is exactly this value.', value: oneValue, compare: equal },
  {
    id: 'ne',
    says: 'is not',
    description: 'The fact is there and is another value of the same type.',
    value: oneValue,
    compare: (fact, value) => not(equal(fact, value)),
  },
  {
    id: 'in',
    says: 'is one of',
    description: 'The fact is one of these values.',
    value: {
      title: 'Values',
      description: 'A list of texts, numbers, true, false or null.',
      type: 'array',
      items: { title: 'Value', description: 'A text, a number, true, false or null.', type: scalarTypes },
    },
    compare: oneOf,
  },
  {
    id: 'lt',
    says: 'is less than',
    description: 'The fact is smaller than the value, or comes before it.',
    value: ordinal,
    compare: ordered((order) => order < 0),
  },
  {
    id: 'lte',
    says: 'is at most',
    description: 'The fact is the value, or smaller, or comes before it.',
    value: ordinal,
    compare: ordered((order) => order <= 0),
  },
  {
    id: 'gt',
    says: 'is more than',
    description: 'The fact is larger than the value, or comes after it.',
    value: ordinal,
    compare: ordered((order) => order > 0),
  },
  {
    id: 'gte',
    says: 'is at least',
    description: 'The fact is the value, or larger, or comes after it.',
    value: ordinal,
    compare: ordered((order) => order >= 0),
  },
  {
    id: 'contains',
    says: 'contains',
    description: 'The fact is a list with this value among its items, or a text with this text in it.',
    value: oneValue,
    compare(fact, value) {
      if (!isScalar(value)) return null;
      if (Array.isArray(fact)) return fact.includes(value);
      return typeof fact === 'string' && typeof value === 'string' ? fact.includes(value) : null;
    },
  },
  {
    id: 'startsWith',
    says: 'starts with',
    description: 'The fact is a text that begins with this text.',
    value: { title: 'Text', description: 'The beginning, with its capitals.', type: 'string' },
    compare: (fact, value) => (typeof fact === 'string' && typeof value === 'string' ? fact.startsWith(value) : null),
  },
  {
    id: 'exists',
    says: 'exists',
    description:
      'The fact is there at all, even if it is empty. With false: it is not. Known once its source is loaded.',
    value: { title: 'Exists', description: 'True (also when left out) or false.', type: 'boolean', default: true },
    valueOptional: true,
    compare: (_fact, value) => (value === undefined || typeof value === 'boolean' ? value !== false : null),
  },
];

const byId = new Map(OPERATORS.map((operator) => [operator.id, operator]));

/** The operator that a document's `"op"` names, or undefined. */
export function operatorById(id: string): Operator | undefined {
  return byId.get(id);
}
