import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../display/json';
import { documents } from '../../display/testing/arbitrary';

const folder = new URL('../../schemas/examples/', import.meta.url);

/** The example documents, by the name of their folder. */
export const EXAMPLES: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name,
    JSON.parse(readFileSync(new URL(`${name}/display-schema.json`, folder), 'utf8')) as JsonObject,
  ]),
);

/** Keys that no schema knows, put anywhere. */
const strange = fc.dictionary(fc.constantFrom('x-note', '__proto__', 'zeta', 'alpha'), fc.jsonValue({ maxDepth: 1 }), {
  maxKeys: 2,
}) as fc.Arbitrary<JsonObject>;

/** Documents of every shape with keys that no schema knows in some of their parts. */
export const strangeDocuments: fc.Arbitrary<JsonObject> = fc
  .tuple(documents(), strange, strange)
  .map(([document, more, inner]) => {
    const salt = (value: Json, depth: number): Json => {
      if (Array.isArray(value)) return value.map((item) => salt(item, depth + 1));
      if (!isObject(value)) return value;
      const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, salt(item, depth + 1)]);
      return Object.fromEntries([...Object.entries(depth % 2 ? inner : more), ...entries]);
    };
    return salt(document, 0) as JsonObject;
  });

/** Anything that JSON can say. */
export const anything = fc.jsonValue() as fc.Arbitrary<Json>;
