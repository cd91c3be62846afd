import type { Arrangement, Compiled, Listing } from './compiled';
import type { Json } from './json';
import { isObject, own } from './json';
import { operatorById } from './operators';
import { keyOf } from './pointer';
import { localise } from './text';

/** A condition as a sentence part: `context:/intent is "refund" and worker.roles contains "agent"`. */
export function explainCondition(condition: Json): string {
  if (!isObject(condition)) return 'an unreadable condition';
  const group = (list: Json | undefined, joint: string, none: string): string | undefined => {
    if (!Array.isArray(list)) return undefined;
    const parts = list.map((one) => (list.length > 1 ? bracketed(one) : explainCondition(one)));
    return parts.length === 0 ? none : parts.join(` ${joint} `);
  };
  const opposite = own(condition, 'not');
  return (
    comparisonWords(condition) ??
    group(own(condition, 'all'), 'and', 'always') ??
    group(own(condition, 'any'), 'or', 'never') ??
    (opposite === undefined ? 'an unreadable condition' : `not ${bracketed(opposite)}`)
  );
}

function bracketed(condition: Json): string {
  const words = explainCondition(condition);
  return isObject(condition) && comparisonWords(condition) === undefined ? `(${words})` : words;
}

function comparisonWords(condition: Record<string, Json>): string | undefined {
  const fact = own(condition, 'fact');
  const op = own(condition, 'op');
  if (typeof fact !== 'string' || typeof op !== 'string') return undefined;
  const value = own(condition, 'value');
  if (op === 'exists') return `${fact} ${value === false ? 'does not exist' : 'exists'}`;
  const says = operatorById(op)?.says ?? op;
  return value === undefined ? `${fact} ${says}` : `${fact} ${says} ${JSON.stringify(value)}`;
}

/** Why this layout: what the plugin shows admins. */
export function explainLayout(compiled: Compiled | null, arrangement: Arrangement | null, decided: boolean): string {
  if (compiled === null) return 'Nothing is published: values are shown by what they are.';
  if (!compiled.usable || arrangement === null)
    return 'The published document cannot be used: context is shown by what it is.';
  if (compiled.layouts.length === 0) return 'The document has no layouts.';
  const who = decided ? ' Decided by the server.' : '';
  const chosen = compiled.layouts.find((layout) => layout.arrangement === arrangement);
  if (chosen === undefined) return `No layout’s condition holds.${who}`;
  if (chosen.when === undefined) return `This layout is for every task.${who}`;
  return `The first layout whose condition holds: ${explainCondition(chosen.when.source)}.${who}`;
}

/** Why this row is here: its panel, section, key, format and condition, as the document has them. */
export function explainListing(
  listing: Listing,
  section: Record<string, Json>,
  layout: string | null,
  locale: string,
): string {
  const title = localise(own(section, 'title'), locale);
  const format = own(listing.field, 'format');
  const parts = [
    `Listed in ${listing.source}${title === undefined ? '' : `, section “${title}”`} as ${JSON.stringify(keyOf(listing.path))}`,
    layout === null ? undefined : `layout “${layout}”`,
    typeof format === 'string' ? `format ${format}` : undefined,
    listing.when === undefined ? undefined : `shown because ${explainCondition(listing.when.source)}`,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

/** Why a row is in a panel that the document does not have. */
export const explainGeneric = 'The document does not have this panel, so everything is shown.';

/** Why a row is in `rest`. */
export const explainRest = 'No section lists this key.';
