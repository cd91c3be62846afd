import type { Format } from './format';
import { number } from './number';
import { text } from './text';

/**
 * Every format a field may name, in the order of the editor's list. JSON Schema, editor form, validation report and
 * reference documentation are made from this list.
 */
export const FORMATS: readonly Format[] = [text, number];

const byId = new Map(FORMATS.map((format) => [format.id, format]));

/** The format a document's `"format"` names, or undefined. */
export function formatById(id: string): Format | undefined {
  return byId.get(id);
}
