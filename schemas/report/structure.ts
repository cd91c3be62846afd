import { FORMAT_WORDS } from '../generated/vocabulary';
import type { SchemaError } from '../generated/display-schema-validator';
import { at, fromPointer } from '../json/pointer';
import { isObject, own, typeName, type UnknownObject } from '../json/value';
import type { Note } from './problem';
import { conditionShape } from './shapes';

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function listOf(words: readonly string[], last: string): string {
  const [end, ...rest] = [...words].reverse();
  return rest.length ? `${rest.reverse().join(', ')} ${last} ${end ?? ''}` : (end ?? '');
}

function wrongType(types: unknown, value: unknown): string {
  const wanted = [types].flat().map((type) => typeWords[String(type)] ?? String(type));
  return `must be ${listOf(wanted, 'or')}, not ${typeName(value)}`;
}

/** Words for a property that an object needs and lacks. */
export function lacks(node: unknown, missing: string): string {
  const format = isObject(node) ? own(node, 'format') : undefined;
  const words =
    typeof format === 'string' && Object.prototype.hasOwnProperty.call(FORMAT_WORDS, format)
      ? FORMAT_WORDS[format]
      : undefined;
  if (words?.required.includes(missing)) {
    const help = words.options[missing]?.description.replace(/\.$/, '') ?? '';
    return `${String(format)} needs "${missing}" (${help.charAt(0).toLowerCase()}${help.slice(1)})`;
  }
  return `"${missing}" is missing`;
}

/** A slash, then steps in which "~" is followed by 0 or 1. */
const pathRule = 'is not a path: after "~" there may only be 0 or 1';

/** What the option says that this value is, or is inside of. */
function optionHelp(document: UnknownObject, path: readonly string[]): string | undefined {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const node = at(document, path.slice(0, depth));
    const format = isObject(node) ? own(node, 'format') : undefined;
    if (typeof format !== 'string' || !Object.prototype.hasOwnProperty.call(FORMAT_WORDS, format)) continue;
    const options = FORMAT_WORDS[format]?.options ?? {};
    const name = path[depth] ?? '';
    return Object.prototype.hasOwnProperty.call(options, name) ? options[name]?.description : undefined;
  }
  return undefined;
}

function patternMessage(document: UnknownObject, path: readonly string[]): string {
  const help = optionHelp(document, path);
  return help === undefined ? pathRule : `can't be read. ${help}`;
}

function allowedWords({ params }: SchemaError): string[] {
  return (Array.isArray(params.allowedValues) ? params.allowedValues : []).map(String);
}

function message(error: SchemaError, document: UnknownObject, path: readonly string[]): string {
  const value = at(document, path);
  const limit = String(error.params.limit);
  switch (error.keyword) {
    case 'required':
      return lacks(value, String(error.params.missingProperty));
    case 'type':
      return wrongType(error.params.type, value);
    case 'enum':
      return `must be ${listOf(allowedWords(error), 'or')}`;
    case 'const':
      return `must be ${JSON.stringify(error.params.allowedValue)}`;
    case 'pattern':
      return patternMessage(document, path);
    case 'propertyNames':
      return `"${String(error.params.propertyName)}" is not a language such as en or pt-BR`;
    case 'minProperties':
      return 'needs at least one language';
    case 'minItems':
      return limit === '1' ? 'must not be empty' : `needs at least ${limit} entries`;
    case 'maxItems':
      return `has too many entries: ${limit} at most`;
    case 'uniqueItems':
      return 'lists the same thing twice';
    case 'minLength':
      return 'must not be empty';
    case 'maxLength':
      return `is too long: ${limit} characters at most`;
    case 'minimum':
      return `must be at least ${limit}`;
    case 'maximum':
      return `must be at most ${limit}`;
    case 'exclusiveMinimum':
      return `must be more than ${limit}`;
    case 'exclusiveMaximum':
      return `must be less than ${limit}`;
    case 'multipleOf':
      return `must be a multiple of ${String(error.params.multipleOf)}`;
    default:
      return `can't be read. ${optionHelp(document, path) ?? ''}`.trim();
  }
}

const conditionWords = new Set(['fact', 'op', 'all', 'any', 'not']);

/**
 * ajv tries every branch of a choice and reports all that fail. What an admin wants to hear is what is wrong with the
 * branch they took.
 */
function isNoise(error: SchemaError, document: UnknownObject, path: readonly string[], choices: ReadonlySet<string>) {
  if (error.keyword === 'if') return true;
  if (error.keyword === 'pattern' && error.propertyName !== undefined) return true;
  if (!choices.has(error.instancePath)) return false;
  const value = at(document, path);
  const branch = conditionShape(value);
  if (error.keyword === 'anyOf') return branch !== undefined || (isObject(value) && !isConditionPlace(path));
  if (error.keyword === 'type') return true;
  const missing = error.params.missingProperty;
  if (error.keyword !== 'required' || !conditionWords.has(String(missing))) return false;
  return branch !== 'comparison' || (missing !== 'fact' && missing !== 'op');
}

/** Conditions stand at "when", under "not", and in the lists of "all" and "any". */
function isConditionPlace(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const before = path.at(-2) ?? '';
  return last === 'when' || last === 'not' || (/^\d+$/.test(last) && (before === 'all' || before === 'any'));
}

function choiceMessage(document: UnknownObject, path: readonly string[], value: unknown): string {
  const help = optionHelp(document, path);
  if (help !== undefined) return `can't be read. ${help}`;
  return isConditionPlace(path)
    ? 'is not a condition: it needs "fact" and "op", or one of "all", "any" and "not"'
    : `must be a text, or one text per language, not ${typeName(value)}`;
}

/** Puts the validator's errors into words. */
export function reportStructure(document: UnknownObject, errors: readonly SchemaError[], note: Note): void {
  const choices = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath));
  for (const error of errors) {
    const path = fromPointer(error.instancePath) ?? [];
    if (isNoise(error, document, path, choices)) continue;
    const text =
      error.keyword === 'anyOf' ? choiceMessage(document, path, at(document, path)) : message(error, document, path);
    const word = error.keyword === 'enum' ? at(document, path) : undefined;
    note({
      severity: 'error',
      path,
      message: text,
      ...(typeof word === 'string' ? { meant: { word, known: allowedWords(error) } } : {}),
    });
  }
}
