import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { setOwn } from '../edit';
import type { Json, JsonObject } from '../json';
import { isObject } from '../json';
import { formatPointer } from '../pointer';

/** Few keys, so that documents and data meet; among them those that trip programs up. */
const keys = ['a', 'b', 'c', 'a.b', '', '/', '~', '__proto__', 'constructor', 'x*', '0', '1', 'debugA'];
const key = fc.constantFrom(...keys);

/** Paths that arbitrary data may have. */
const path = fc.array(key, { minLength: 1, maxLength: 3 });
const documentKey = fc.oneof(
  key.filter((one) => !one.startsWith('/')),
  path.map(formatPointer),
);

const object = (of: Arbitrary<Json>): Arbitrary<JsonObject> =>
  fc.array(fc.tuple(key, of), { maxLength: 6 }).map((entries) => {
    const made: JsonObject = {};
    for (const [name, value] of entries) setOwn(made, name, value);
    return made;
  });

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Json[]>('text', '', null, 7, true),
    fc.array(tie('value'), { maxLength: 3 }),
    object(tie('value')),
  ),
}));

/** Data with the keys that arbitrary documents speak of. */
export const data: Arbitrary<JsonObject> = object(value);

const when = fc.letrec<{ when: Json }>((tie) => ({
  when: fc.oneof(
    { maxDepth: 2 },
    fc.record({
      fact: fc.oneof(
        path.map((one) => `context:${formatPointer(one)}`),
        path.map((one) => `traits:${formatPointer(one)}`),
        fc.constantFrom('worker.roles', 'nonsense'),
      ),
      op: fc.constantFrom('eq', 'ne', 'exists', 'contains', 'gt', 'nonsense'),
      value: fc.constantFrom<Json[]>('text', 7, true, null, 'agent'),
    }) as Arbitrary<Json>,
    fc.record({ all: fc.array(tie('when'), { maxLength: 2 }) }) as Arbitrary<Json>,
    fc.record({ any: fc.array(tie('when'), { maxLength: 2 }) }) as Arbitrary<Json>,
    fc.record({ not: tie('when') }) as Arbitrary<Json>,
  ),
})).when;

const link = fc.oneof(
  fc.constant('https://crm.example/{value}'),
  path.map((one) => `https://crm.example/{context:${formatPointer(one)}}`),
  path.map((one) => `https://crm.example/{traits:${formatPointer(one)}}`),
);

/** What an arbitrary document may use. */
export interface Uses {
  when: boolean;
  hidden: boolean;
  mask: boolean;
  link: boolean;
  layouts: boolean;
}

const everything: Uses = { when: true, hidden: true, mask: true, link: true, layouts: true };

function field(uses: Uses): Arbitrary<JsonObject> {
  return fc.record(
    {
      key: documentKey,
      label: fc.constantFrom<Json[]>('Label', { en: 'English', es: 'Español' }),
      format: fc.constantFrom('text', 'badge', 'number', 'tags', 'list', 'table', 'json', 'boolean', 'nonsense'),
      mappings: fc.constant<Json>([{ value: 7, label: 'Seven', tone: 'info' }]),
      noValue: fc.constant('Nothing'),
      ...(uses.when ? { when } : {}),
      ...(uses.mask ? { mask: fc.constantFrom<Json[]>({}, { reveal: ['agent'] }, { reveal: ['admin'] }) } : {}),
      ...(uses.link ? { link } : {}),
    },
    { requiredKeys: ['key'] },
  );
}

function panel(uses: Uses): Arbitrary<JsonObject> {
  const section = fc.record(
    { fields: fc.array(field(uses), { maxLength: 4 }), title: fc.constant('Title'), ...(uses.when ? { when } : {}) },
    { requiredKeys: ['fields'] },
  );
  const hiddenEntry = fc.oneof(documentKey, fc.constantFrom('debug*', 'a*'));
  return fc.record(
    {
      sections: fc.array(section, { maxLength: 3 }),
      rest: fc.constantFrom('show', 'collapse', 'hide'),
      ...(uses.hidden ? { hidden: fc.array(hiddenEntry, { maxLength: 3 }), hideEmpty: fc.boolean() } : {}),
    },
    { requiredKeys: [] },
  );
}

function arrangement(uses: Uses) {
  const highlight = fc
    .tuple(fc.constantFrom('context', 'traits'), field(uses))
    .map(([source, one]) => ({ ...one, source }));
  return { highlights: fc.array(highlight, { maxLength: 4 }), context: panel(uses), traits: panel(uses) };
}

/** Documents of every shape the engine knows. */
export function documents(uses: Partial<Uses> = {}): Arbitrary<JsonObject> {
  const used = { ...everything, ...uses };
  const layout = fc.record(
    { name: fc.constantFrom('One', 'Two'), when, ...arrangement(used) },
    { requiredKeys: ['name'] },
  );
  return fc.record(
    {
      version: fc.constant(1),
      ...arrangement(used),
      ...(used.layouts ? { layouts: fc.uniqueArray(layout, { maxLength: 2, selector: ({ name }) => name }) } : {}),
    },
    { requiredKeys: ['version'] },
  );
}

/** A leaf of data that can be found again wherever it turns up. */
export interface Canary {
  path: string[];
  text: string;
}

/** The data with every text, number and truth replaced by a text of its own. */
export function plantCanaries(value: Json, mark: string): { data: Json; canaries: Canary[] } {
  const canaries: Canary[] = [];
  const plant = (one: Json, at: string[]): Json => {
    if (Array.isArray(one)) return one.map((item, index) => plant(item, [...at, String(index)]));
    if (isObject(one)) {
      const made: JsonObject = {};
      for (const name of Object.keys(one)) setOwn(made, name, plant(one[name] as Json, [...at, name]));
      return made;
    }
    if (one === null || one === '') return one;
    const text = `${mark}${canaries.length}canary`;
    canaries.push({ path: at, text });
    return text;
  };
  return { data: plant(value, []), canaries };
}

/** The same value, which now throws when something tries to change it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
