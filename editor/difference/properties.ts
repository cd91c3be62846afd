import { isObject, own, type Json, type JsonObject } from '../../display/json';
import { propertyOf } from '../../schemas/report/shapes';
import { same } from '../same';
import { compareList, compareMappings, compareStrings } from './lists';
import { compareSections } from './sections';
import { formatsOf, inside, named, say, type Scope } from './scope';
import { arrow, conditionWords, formatWords, quotedKey, textOf, titleOf, valueWords } from './words';

/** Shapes whose fields take the options of a format. */
const FORMATTED = new Set(['field', 'highlight', 'eventField']);

/**
 * Compares two objects property by property. Whatever differs leaves at least one sentence: where no closer words are
 * found, that the property changed.
 */
export function compareProperties(scope: Scope, a: JsonObject, b: JsonObject, skip: readonly string[] = []): void {
  const done = new Set(skip);
  const { formats, options } = FORMATTED.has(scope.shape) ? formatsOf(a, b) : { formats: [], options: new Set() };
  if (formats.length > 0 && !same(formats[0], formats[1])) {
    // A format comes and goes with its options: one sentence for all of them.
    const sentence = `${titleOf(scope.shape, 'format')}${scope.of}: ${arrow(formatWords(a), formatWords(b))}`;
    say(scope, 'changed', sentence, 'format');
    for (const option of ['format', ...options])
      if (propertyOf(scope.shape, String(option)) === undefined || option === 'format') done.add(String(option));
  }
  const names = new Set([...Object.keys(b), ...Object.keys(a)]);
  for (const name of names) {
    const [before, after] = [own(a, name), own(b, name)];
    if (done.has(name) || same(before, after)) continue;
    const known = scope.changes.length;
    compareProperty(scope, name, before, after, titleOf(scope.shape, name, formats));
    if (scope.changes.length === known)
      say(scope, 'changed', `${titleOf(scope.shape, name, formats)}${scope.of} changed`, name);
  }
}

function compareProperty(scope: Scope, name: string, a: Json | undefined, b: Json | undefined, title: string): void {
  const known = propertyOf(scope.shape, name);
  const steps = { before: [name], after: [name] };
  if (known?.shape === 'condition') {
    say(scope, 'changed', `${title}${scope.of}: ${arrow(conditionWords(a), conditionWords(b))}`, name);
    return;
  }
  if (known?.list === true && (a === undefined || Array.isArray(a)) && (b === undefined || Array.isArray(b))) {
    const [before, after] = [a ?? [], b ?? []];
    if (known.shape === undefined) compareStrings(scope, name, title, before, after);
    else if (known.shape === 'section') compareSections(scope, before, after);
    else if (known.shape === 'mapping' || known.shape === 'threshold') {
      compareMappings(scope, name, title, known.shape, before, after);
    } else compareList(scope, name, known.shape, before, after);
    return;
  }
  if (name === 'mask' && (a === undefined || b === undefined)) {
    const roles = isObject(b) ? own(b, 'reveal') : undefined;
    const who = roles === undefined || (Array.isArray(roles) && roles.length === 0) ? 'nobody' : valueWords(roles);
    const sentence = b === undefined ? 'no longer masked' : `masked, ${who} may reveal it`;
    say(scope, b === undefined ? 'removed' : 'added', `${title}${scope.of}: ${sentence}`, name);
    return;
  }
  if (known?.shape !== undefined && (isObject(a) || a === undefined) && (isObject(b) || b === undefined)) {
    compareObject(scope, known.shape, name, a, b, title, steps);
    return;
  }
  if (isObject(a) && isObject(b) && known !== undefined) {
    compareLanguages(scope, name, title, a, b);
    return;
  }
  const words = (value: Json | undefined) =>
    (known !== undefined && isObject(value) ? textOf(value) : undefined) ?? valueWords(value);
  say(scope, 'changed', `${title}${scope.of}: ${arrow(words(a), words(b))}`, name);
}

/** A panel, the events, a mask: there or not, else property by property. */
function compareObject(
  scope: Scope,
  shape: string,
  name: string,
  a: JsonObject | undefined,
  b: JsonObject | undefined,
  title: string,
  steps: { before: string[]; after: string[] },
): void {
  const isEventField = shape === 'eventField';
  const key = (item: JsonObject | undefined) => {
    const found = named(item, 'key');
    return found === undefined ? valueWords(item) : quotedKey(found);
  };
  if (isEventField && (a === undefined || b === undefined || named(a, 'key') !== named(b, 'key'))) {
    say(scope, 'changed', `${title}${scope.of}: ${a ? key(a) : 'none'} → ${b ? key(b) : 'none'}`, name);
    if (a && b) compareProperties(inside(scope, shape, steps), a, b, ['key']);
    return;
  }
  if (a !== undefined && b !== undefined) {
    const of = isEventField ? ` of ${key(b)}${scope.of.replace(/^ of /, ' in ')}` : scope.of;
    const place = isEventField || shape === 'mask' ? scope.place : [scope.place, title].filter(Boolean).join(' → ');
    compareProperties(inside(scope, shape, steps, { place, of }), a, b);
    return;
  }
  say(
    scope,
    a === undefined ? 'added' : 'removed',
    `${title}${scope.of} ${a === undefined ? 'added' : 'removed'}`,
    name,
  );
}

/** Texts in several languages, one sentence per language. */
function compareLanguages(scope: Scope, name: string, title: string, a: JsonObject, b: JsonObject): void {
  for (const language of new Set([...Object.keys(b), ...Object.keys(a)])) {
    const [before, after] = [own(a, language), own(b, language)];
    if (same(before, after)) continue;
    const sentence = `${title} (${valueWords(language)})${scope.of}: ${arrow(valueWords(before), valueWords(after))}`;
    say(scope, 'changed', sentence, name);
  }
}
