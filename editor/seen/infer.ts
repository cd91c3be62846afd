import { humanise } from '../../display/humanise';
import { isObject, type Json, type JsonObject } from '../../display/json';
import { keyOf } from '../../display/pointer';
import { guess } from './guess';
import { walk, type SeenValue } from './walk';

/** What was guessed about one key. */
export interface Reason {
  source: 'context' | 'traits';
  key: string;
  /** Which part of samples had it. */
  count: number;
  of: number;
  /** A sentence; quotes no value. */
  why: string;
}

export interface Inferred {
  /** A display schema that passes its validation. */
  document: JsonObject;
  reasons: Reason[];
}

/**
 * A first display schema from samples: a section per object, keys that most samples have first, labels and formats by
 * name and value, and everything that sounds like a secret hidden. A source without samples gets no panel, so everything
 * of it is shown.
 */
export function infer(samples: { contexts: readonly Json[]; traits: readonly Json[] }): Inferred {
  const reasons: Reason[] = [];
  const document: JsonObject = { version: 1 };
  const sources = { context: samples.contexts, traits: samples.traits };
  for (const source of ['context', 'traits'] as const) {
    const data = sources[source].filter(isObject);
    if (data.length === 0) continue;
    document[source] = panel(source, data, reasons);
  }
  return { document, reasons };
}

function panel(source: 'context' | 'traits', data: readonly JsonObject[], reasons: Reason[]): JsonObject {
  const hidden: string[] = [];
  const labels = new Set<Json | undefined>();
  const sections = new Map<string, JsonObject[]>([['', []]]);
  const seen = walk(data, () => false).sort((a, b) => b.count - a.count);
  for (const one of seen) {
    const { advice, field, why } = guess(one);
    reasons.push({ source, key: one.key, count: one.count, of: data.length, why });
    if (advice === 'hide') hidden.push(one.key);
    else fieldsOf(sections, one).push(distinct(field, one, labels));
  }
  return {
    sections: [...sections].flatMap(([key, fields]) =>
      fields.length === 0 ? [] : [{ ...(key === '' ? {} : { title: humanise(key) }), fields }],
    ),
    ...(hidden.length === 0 ? {} : { hidden }),
  };
}

/** The field with a label that no other of its panel has: "Amount", "Loan amount". */
function distinct(field: JsonObject, { path, key }: SeenValue, labels: Set<Json | undefined>): JsonObject {
  const fuller = humanise(path.slice(-2).join('_'));
  const label = [field['label'], fuller, key].find((one) => !labels.has(one)) ?? key;
  labels.add(label);
  return { ...field, label };
}

/** The fields of the section that a key belongs to: that of the top-level object it is in. */
function fieldsOf(sections: Map<string, JsonObject[]>, { path }: SeenValue): JsonObject[] {
  const name = path.length > 1 ? keyOf(path.slice(0, 1)) : '';
  const fields = sections.get(name) ?? [];
  sections.set(name, fields);
  return fields;
}
