import type { Arrangement, Compiled } from './compiled';
import { listingsOf, restIsShown } from './project';

/** First steps of the traits that a layout may show, or null when it shows more than it lists. */
function shownKeys(arrangement: Arrangement): string[] | null {
  const panel = arrangement.traits;
  if (panel === null || restIsShown(panel)) return null;
  const links = [
    ...listingsOf(arrangement, 'context'),
    ...listingsOf(arrangement, 'traits'),
    ...(arrangement.events?.rules.values() ?? []),
  ];
  const fromLinks = links.flatMap(({ link }) =>
    (link?.parts ?? []).flatMap((part) => (typeof part !== 'string' && part.from === 'traits' ? [part.path] : [])),
  );
  return [...listingsOf(arrangement, 'traits').map(({ path }) => path), ...fromLinks].flatMap((path) =>
    path.slice(0, 1),
  );
}

/**
 * Keys of the traits that can be shown or decide what is shown, for a request that asks for no others; null when the list
 * would not be exact: some panel shows traits it does not list, or a condition looks at all traits at once.
 */
export function traitKeysNeeded(compiled: Compiled | null): string[] | null {
  if (compiled?.usable !== true) return null;
  const keys = new Set<string>();
  const arrangements = [compiled.base, ...compiled.layouts.map(({ arrangement }) => arrangement)];
  const conditions = [
    ...compiled.layouts.map(({ when }) => when),
    ...arrangements.flatMap(({ highlights }) => highlights.map(({ when }) => when)),
    ...arrangements
      .flatMap(({ context, traits }) => [...(context?.sections ?? []), ...(traits?.sections ?? [])])
      .flatMap(({ when, fields }) => [when, ...fields.map((field) => field.when)]),
  ];
  for (const found of [...arrangements.map(shownKeys), ...conditions.map((one) => (one ? one.traitKeys : []))]) {
    if (found === null) return null;
    for (const key of found) keys.add(key);
  }
  return [...keys];
}

/** The traits that Studio flows may read: the document's allow-list, or all of them. */
export function studioTraits<Value>(
  compiled: Compiled | null,
  traits: Readonly<Record<string, Value>>,
): Record<string, Value> {
  if (compiled === null || compiled.studio === null) return { ...traits };
  const allowed = new Set(compiled.studio);
  return Object.fromEntries(Object.entries(traits).filter(([key]) => allowed.has(key)));
}
