import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile, view } from '../../display/index';
import { at, fromPointer, toPointer } from '../../schemas/json/pointer';
import { loadDocument } from '../../schemas/load';
import { readExamples } from './examples';

const documents = readExamples().map(({ document }) => document);

/** Every place in a document, as a JSON Pointer. */
function placesOf(value: unknown, path: (string | number)[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [toPointer(path)];
  return [toPointer(path), ...Object.entries(value).flatMap(([key, below]) => placesOf(below, [...path, key]))];
}

/** A document of an example with one value replaced or taken away. */
const mutated = fc.constantFrom(...documents).chain((document) =>
  fc
    .tuple(
      fc.constantFrom(...placesOf(document).slice(1)),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined)),
      fc.constantFrom('keep', 'x', '/a~', '*', 'hide'),
    )
    .map(([pointer, value, word]) => {
      const copy = structuredClone(document);
      const steps = fromPointer(pointer)!;
      const parent = at(copy, steps.slice(0, -1)) as Record<string, unknown>;
      parent[steps.at(-1)!] = word === 'keep' ? value : word;
      return JSON.parse(JSON.stringify(copy)) as unknown;
    }),
);

it('the engine can use every document that the report calls usable, and never throws on the others', () => {
  fc.assert(
    fc.property(mutated, (document) => {
      const compiled = compile(document);
      if (loadDocument(document).usable) expect(compiled.usable).toBe(true);
      view(compiled, { context: { a: 1 }, facts: {}, env: { locale: 'en', zone: 'UTC', now: 0 } });
    }),
    { numRuns: 500 },
  );
});
