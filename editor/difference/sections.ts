import { isObject, own, type Json } from '../../display/json';
import { match, moves } from './match';
import { asShown, fieldName, inside, named, say, sectionName, type Scope } from './scope';
import { textOf } from './words';

/** A field with the place it has in its panel. */
interface Placed {
  section: number;
  index: number;
  field: Json;
}

const fieldsOf = (section: Json | undefined): readonly Json[] => {
  const fields = isObject(section) ? own(section, 'fields') : undefined;
  return Array.isArray(fields) ? fields : [];
};

const placed = (sections: readonly Json[]): Placed[] =>
  sections.flatMap((item, section) => fieldsOf(item).map((field, index) => ({ section, index, field })));

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** How many keys two sections share. */
function shared(a: Json, b: Json): number {
  const keys = new Set(fieldsOf(a).map((field) => named(field, 'key')));
  return fieldsOf(b).filter((field) => named(field, 'key') !== undefined && keys.has(named(field, 'key'))).length;
}

/** The sections of a panel. Fields are followed from section to section by their key. */
export function compareSections(scope: Scope, a: readonly Json[], b: readonly Json[]): void {
  const title = (section: Json) => (isObject(section) ? textOf(own(section, 'title')) : undefined);
  const sections = match(a, b, title, shared);
  const [older, newer] = [placed(a), placed(b)];
  const fields = match(
    older.map(({ field }) => field),
    newer.map(({ field }) => field),
    (field) => named(field, 'key'),
  );
  const gone = new Set(fields.removed);
  const come = new Set(fields.added);
  const withFields = (all: readonly Placed[], section: number, of: ReadonlySet<number>) => {
    const names = all.flatMap((one, at) =>
      one.section === section && of.has(at) ? [fieldName(one.field, one.index)] : [],
    );
    return names.length === 0
      ? ''
      : ` with ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
  };

  for (const index of sections.removed) {
    const sentence = `${capital(sectionName(a[index], index))} removed${withFields(older, index, gone)}`;
    say(scope, 'removed', sentence, 'sections', index);
  }
  for (const index of sections.added) {
    const sentence = `${capital(sectionName(b[index], index))} added${withFields(newer, index, come)}`;
    say(scope, 'added', sentence, 'sections', index);
  }
  for (const { after, direction } of moves(sections.pairs)) {
    say(scope, 'moved', `${capital(sectionName(b[after], after))} moved ${direction}`, 'sections', after);
  }
  for (const { before, after } of sections.pairs) {
    const [left, right] = [a[before], b[after]];
    if (!isObject(left) || !isObject(right)) continue;
    const steps = { before: ['sections', before], after: ['sections', after] };
    const known = [left, right].every((one) => Array.isArray(own(one, 'fields')));
    const of = ` of ${sectionName(left, before)}`;
    scope.compare(inside(scope, 'section', steps, { of }), left, right, known ? ['fields'] : []);
  }

  const sectionAfter = new Map(sections.pairs.map(({ before, after }) => [before, after]));
  for (const at of fields.removed) {
    const one = older[at];
    if (one === undefined || sections.removed.includes(one.section)) continue;
    const sentence = `Field ${fieldName(one.field, one.index)} removed from ${sectionName(a[one.section], one.section)}`;
    say(scope, 'removed', sentence, 'sections', one.section, 'fields', one.index);
  }
  for (const at of fields.added) {
    const one = newer[at];
    if (one === undefined || sections.added.includes(one.section)) continue;
    const sentence = `Field ${fieldName(one.field, one.index)} added to ${sectionName(b[one.section], one.section)}${asShown(one.field)}`;
    say(scope, 'added', sentence, 'sections', one.section, 'fields', one.index);
  }
  const staying = new Map<number, { before: number; after: number }[]>();
  for (const pair of fields.pairs) {
    const [from, to] = [older[pair.before], newer[pair.after]];
    if (from === undefined || to === undefined) continue;
    if (sectionAfter.get(from.section) === to.section) {
      staying.set(to.section, [...(staying.get(to.section) ?? []), pair]);
    } else {
      const route = `from ${sectionName(a[from.section], from.section)} to ${sectionName(b[to.section], to.section)}`;
      const sentence = `Field ${fieldName(to.field, to.index)} moved ${route}`;
      say(scope, 'moved', sentence, 'sections', to.section, 'fields', to.index);
    }
    if (!isObject(from.field) || !isObject(to.field)) continue;
    const steps = {
      before: ['sections', from.section, 'fields', from.index],
      after: ['sections', to.section, 'fields', to.index],
    };
    scope.compare(inside(scope, 'field', steps, { of: ` of ${fieldName(to.field, to.index)}` }), from.field, to.field);
  }
  for (const [section, pairs] of staying) {
    for (const { after, direction } of moves(pairs)) {
      const one = newer[after];
      if (one === undefined) continue;
      const sentence = `Field ${fieldName(one.field, one.index)} moved ${direction} in ${sectionName(b[section], section)}`;
      say(scope, 'moved', sentence, 'sections', section, 'fields', one.index);
    }
  }
}
