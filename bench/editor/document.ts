import type { JsonObject } from '../../display/json';
import { flat } from '../support/data';

/** Invented data with so many keys: what the preview shows. */
export const sampleOf = (fields: number): JsonObject => flat(fields);

const PER_SECTION = 20;

/** A document that lists every key of {@link sampleOf}, with a label each, twenty to a section. */
export function documentOf(fields: number): JsonObject {
  const keys = Object.keys(sampleOf(fields));
  const sections = Array.from({ length: Math.ceil(keys.length / PER_SECTION) }, (_, index) => ({
    title: `Section ${index + 1}`,
    fields: keys
      .slice(index * PER_SECTION, (index + 1) * PER_SECTION)
      .map((key, place) => ({ key, label: `Label ${index * PER_SECTION + place + 1}` })),
  }));
  return { version: 1, context: { sections }, traits: { rest: 'hide' } };
}
