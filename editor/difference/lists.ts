import { isObject, own, type Json } from '../../display/json';
import { same } from '../same';
import { match, moves, type Identity } from './match';
import { asShown, fieldName, inside, named, say, type Scope } from './scope';
import { arrow, mappingWords, quotedKey, quotedTitle, valueWords } from './words';

/** How sentences speak of the items of a list. */
interface Kind {
  identity: Identity;
  /** "Highlight `plan`" */
  called: (item: Json, index: number) => string;
  /** What follows "Label of". */
  of: (item: Json, index: number) => string;
  /** Whether its items are places of their own, as layouts are. */
  isPlace?: true;
}

const byName = (noun: string): Kind => ({
  identity: (item) => named(item, 'name'),
  called: (item, index) => {
    const name = named(item, 'name');
    return name === undefined ? `${noun} ${index + 1}` : `${noun} ${quotedTitle(name)}`;
  },
  of: (item, index) =>
    ` of ${named(item, 'name') === undefined ? `${noun} ${index + 1}` : quotedTitle(named(item, 'name') ?? '')}`,
});

const byKey = (noun: string): Kind => ({
  identity: (item) => named(item, 'key'),
  called: (item, index) => `${noun} ${fieldName(item, index)}`,
  of: (item, index) => ` of ${fieldName(item, index)}`,
});

const KINDS: Readonly<Record<string, Kind>> = {
  highlight: {
    identity: (item) => {
      const key = named(item, 'key');
      return key === undefined ? undefined : `${named(item, 'source') ?? ''} ${key}`;
    },
    called: (item, index) => `Highlight ${fieldName(item, index)}`,
    of: (item, index) => ` of highlight ${fieldName(item, index)}`,
  },
  layout: { ...byName('Layout'), isPlace: true },
  eventRule: byName('Rule for'),
  eventField: byKey('Property'),
  field: byKey('Field'),
};

const OTHER: Kind = byKey('Entry');

/** Highlights, layouts, rules: what came, went, moved, and what changed in what stayed. */
export function compareList(scope: Scope, name: string, shape: string, a: readonly Json[], b: readonly Json[]): void {
  const kind = KINDS[shape] ?? OTHER;
  const { pairs, removed, added } = match(a, b, kind.identity);
  const inWhat = shape === 'eventField' ? scope.of.replace(/^ of /, ' in ') : '';
  for (const index of removed)
    say(scope, 'removed', `${kind.called(a[index] ?? null, index)}${inWhat} removed`, name, index);
  for (const index of added) {
    const item = b[index] ?? null;
    say(scope, 'added', `${kind.called(item, index)}${inWhat} added${asShown(item)}`, name, index);
  }
  for (const { after, direction } of moves(pairs)) {
    say(scope, 'moved', `${kind.called(b[after] ?? null, after)}${inWhat} moved ${direction}`, name, after);
  }
  for (const { before, after } of pairs) {
    const [older, newer] = [a[before], b[after]];
    if (!isObject(older) || !isObject(newer)) continue;
    const words = kind.isPlace
      ? { place: kind.called(newer, after), of: '' }
      : { of: `${kind.of(newer, after)}${inWhat}` };
    scope.compare(inside(scope, shape, { before: [name, before], after: [name, after] }, words), older, newer);
  }
}

/** A list of texts: "Hidden keys: +`ssn`, −`debug`". */
export function compareStrings(
  scope: Scope,
  name: string,
  title: string,
  a: readonly Json[],
  b: readonly Json[],
): void {
  const { removed, added } = match(a, b, (item) => (typeof item === 'string' ? item : undefined));
  const quoted = (item: Json | undefined) => (typeof item === 'string' ? quotedKey(item) : valueWords(item));
  const parts = [...added.map((index) => `+${quoted(b[index])}`), ...removed.map((index) => `−${quoted(a[index])}`)];
  const most = 12;
  const more = parts.length > most ? `, and ${parts.length - most} more` : '';
  if (parts.length > 0) say(scope, 'changed', `${title}${scope.of}: ${parts.slice(0, most).join(', ')}${more}`, name);
  else if (b.length > 0 && b.length === a.length) say(scope, 'changed', `${title}${scope.of}: in another order`, name);
}

/** Mappings by their value and thresholds by their number. */
export function compareMappings(
  scope: Scope,
  name: string,
  title: string,
  shape: 'mapping' | 'threshold',
  a: readonly Json[],
  b: readonly Json[],
): void {
  const property = shape === 'mapping' ? 'value' : 'from';
  const valueOf = (item: Json | undefined) => (isObject(item) ? own(item, property) : undefined);
  const words = (item: Json | undefined) =>
    shape === 'mapping'
      ? mappingWords(item ?? null)
      : valueWords((isObject(item) ? own(item, 'tone') : undefined) ?? item);
  const called = (item: Json | undefined) =>
    shape === 'mapping' ? valueWords(valueOf(item)) : `from ${valueWords(valueOf(item))}`;
  const { pairs, removed, added } = match(a, b, (item) => {
    const value = valueOf(item);
    return value === undefined ? undefined : JSON.stringify(value);
  });
  for (const index of removed) say(scope, 'removed', `${title}${scope.of}: ${called(a[index])} removed`, name, index);
  for (const index of added) {
    say(scope, 'added', `${title}${scope.of}: ${called(b[index])} added, ${words(b[index])}`, name, index);
  }
  for (const { before, after } of pairs) {
    if (same(a[before], b[after])) continue;
    const sentence = `${title}${scope.of}: ${called(b[after])}: ${arrow(words(a[before]), words(b[after]))}`;
    say(scope, 'changed', sentence, name, after);
  }
  if (moves(pairs).length > 0) say(scope, 'moved', `${title}${scope.of}: in another order`, name);
}
