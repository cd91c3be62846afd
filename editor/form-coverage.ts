import { isObject, own, type Json } from '../display/json';
import { FACT_WORDS, FORMAT_WORDS, ICON_WORDS, OPERATOR_WORDS } from '../schemas/generated/vocabulary';
import { toPointer } from '../schemas/json/pointer';
import { parts, propertyOf, type Part } from '../schemas/report/shapes';

/** A part of a document that only JSON mode can edit. */
export interface Uncovered {
  pointer: string;
  /** Why, as a sentence. */
  why: string;
}

const FORMATTED: ReadonlySet<string> = new Set(['field', 'highlight', 'eventField']);

/** How deep all / any / not may be nested in what the form shows. */
const DEEPEST_CONDITION = 5;

const has = (table: object, word: string) => Object.hasOwn(table, word);

/**
 * What the form has no control for: properties and words that this version does not know, and conditions too nested to
 * read as a form. The form leaves all of it as it is, so nothing of this keeps a document from being published.
 */
export function formCoverage(document: Json): Uncovered[] {
  if (!isObject(document)) return [];
  return [...parts(document)].flatMap(uncoveredIn);
}

function uncoveredIn(part: Part): Uncovered[] {
  const { node, shape, path } = part;
  const found: Uncovered[] = [];
  const add = (name: string, why: string) => void found.push({ pointer: toPointer([...path, name]), why });
  const format = own(node as Record<string, Json>, 'format');
  const options = typeof format === 'string' && has(FORMAT_WORDS, format) ? (FORMAT_WORDS[format]?.options ?? {}) : {};
  for (const [name, value] of Object.entries(node)) {
    const isOption = FORMATTED.has(shape) && has(options, name);
    if (propertyOf(shape, name) === undefined && !isOption) add(name, 'The form does not know this property.');
    else if (name === 'format' && typeof value === 'string' && !has(FORMAT_WORDS, value)) {
      add(name, 'The form does not know this format.');
    } else if (name === 'icon' && typeof value === 'string' && !ICON_WORDS.includes(value)) {
      add(name, 'The form does not know this icon.');
    } else if (shape === 'comparison' && name === 'op' && typeof value === 'string' && !has(OPERATOR_WORDS, value)) {
      add(name, 'The form does not know this comparison.');
    } else if (shape === 'comparison' && name === 'fact' && typeof value === 'string' && !isKnownFact(value)) {
      add(name, 'The form does not know this fact.');
    }
  }
  const depth = path.length - 1 - path.lastIndexOf('when');
  const steps = path.slice(path.length - depth).filter((step) => typeof step === 'string').length;
  // The outermost part that is too deep speaks for all inside it.
  if (path.includes('when') && steps === DEEPEST_CONDITION) {
    found.push({ pointer: toPointer(path), why: 'This condition is nested too deep for the form.' });
  }
  return found;
}

function isKnownFact(fact: string): boolean {
  const root = fact.split(':')[0] ?? fact;
  return has(FACT_WORDS, root);
}
