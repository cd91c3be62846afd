import { isUnclaimed, only, unclaimed, united } from './claims';
import type { Arrangement, Compiled, Listing, PanelRule } from './compiled';
import { applyRules, isHidden, revealRoles } from './hidden';
import type { Json } from './json';
import { arrangementOf, judge, shownHighlights, shownListings } from './layout';
import type { Decision, Judge } from './layout';
import { maskText } from './mask';
import { findNode, nodeAt } from './path-tree';
import type { PathTree } from './path-tree';
import { valueAt } from './pointer';
import type { Source } from './view';

/** Data that may be laid out, and sent. */
export interface Projection {
  /** Without hidden and masked values; traits also without what nothing shows. Undefined: nothing may be sent. */
  data: Json | undefined;
  /** What stands for each masked value that is shown, by the JSON Pointer of the value. */
  masked: Record<string, string>;
}

/** Every listing of a source in an arrangement: of its panel and of the highlights. */
export function listingsOf(arrangement: Arrangement, source: Source): Listing[] {
  const fields = arrangement[source]?.sections.flatMap((section) => section.fields) ?? [];
  return [...fields, ...arrangement.highlights.filter((listing) => listing.source === source)];
}

export const restIsShown = (panel: PanelRule | null): boolean => panel === null || panel.rest !== 'hide';

/** Listings of any source that are shown, as far as the decision tells: panels and highlights. */
function shown(arrangement: Arrangement, judged: Judge): Listing[] {
  const panels = [arrangement.context, arrangement.traits];
  const fields = panels.flatMap((panel) => (panel === null ? [] : [...shownListings(panel, judged).values()]));
  return [...fields, ...shownHighlights(arrangement, judged)];
}

/** Whether a listing can have a link: not when it is hidden or masked, nor when the trait it shows is not there. */
function mayLink({ source, path }: Listing, arrangement: Arrangement, data: Json): boolean {
  const rules = arrangement.rules[source];
  if (isHidden(rules, path) || revealRoles(rules, path) !== undefined) return false;
  return source === 'context' || valueAt(data, path) !== undefined;
}

/** Paths of traits that links need. Only texts, numbers and booleans can stand in a link. */
function linkNeeds(arrangement: Arrangement, judged: Judge, data: Json, needs: PathTree<true>): void {
  const listings = shown(arrangement, judged).filter((listing) => mayLink(listing, arrangement, data));
  const links = [...listings, ...(arrangement.events?.rules.values() ?? [])].map(({ link }) => link);
  for (const part of links.flatMap((link) => link?.parts ?? [])) {
    if (typeof part === 'string' || part.from !== 'traits') continue;
    const value = valueAt(data, part.path);
    if (value !== undefined && typeof value !== 'object') nodeAt(needs, part.path).value = true;
  }
}

/** Of traits, only what is shown is sent: a listing whose condition does not hold is not, nor is what `rest` hides. */
function withoutUnshown(data: Json, arrangement: Arrangement, judged: Judge): Json {
  const panel = arrangement.traits;
  const rest = restIsShown(panel) ? unclaimed(data, panel?.claims) : undefined;
  if (panel === null) return data;
  const listed: PathTree<true> = {};
  const needed: PathTree<true> = {};
  for (const { path } of shownListings(panel, judged).values()) nodeAt(listed, path).value = true;
  for (const { path, source } of shownHighlights(arrangement, judged)) {
    if (source === 'traits') nodeAt(needed, path).value = true;
  }
  linkNeeds(arrangement, judged, data, needed);
  return united(united(rest, only(data, listed, panel.claims)), only(data, needed)) ?? {};
}

/** The values that are masked: those with a mask, and listed parts of them. */
export function maskedTexts(
  data: Json,
  arrangement: Arrangement,
  source: Source,
  judged: Judge,
): Record<string, string> {
  const masked: Record<string, string> = {};
  const rules = arrangement.rules[source];
  if (rules.masks.length === 0) return masked;
  // Only the server's answer must not say more than is shown; for context, which Flex holds, `view` asks its conditions.
  const isShown = source === 'context' ? () => true : shownIds(data, arrangement, judged);
  const candidates = new Map(rules.masks.map(({ id, path }) => [id, path]));
  for (const { id, path } of listingsOf(arrangement, source)) candidates.set(id, path);
  for (const [id, path] of candidates) {
    if (revealRoles(rules, path) === undefined || isHidden(rules, path)) continue;
    const value = valueAt(data, path);
    if (value === undefined || !isShown(id, path)) continue;
    const own = findNode(rules.tree, path)?.value !== undefined;
    masked[id] = maskText(own ? value : null);
  }
  return masked;
}

function shownIds(
  data: Json,
  arrangement: Arrangement,
  judged: Judge,
): (id: string, path: readonly string[]) => boolean {
  const panel = arrangement.traits;
  const ids = new Set(shown(arrangement, judged).flatMap(({ id, source }) => (source === 'traits' ? [id] : [])));
  const inRest = (path: readonly string[]) => restIsShown(panel) && isUnclaimed(data, panel?.claims ?? {}, path);
  return (id, path) => ids.has(id) || inRest(path);
}

/**
 * The one projection: removes hidden and masked values before anything is laid out. The server runs it on traits, the
 * view on context (and again on traits: doing it twice changes nothing). `decision` says which layout and which traits
 * are shown; null as `compiled` means that nothing was ever published. Never throws.
 */
export function project(
  compiled: Compiled | null,
  decision: Decision,
  source: Source,
  data: Json | undefined,
): Projection {
  if (compiled === null || data === undefined) return { data, masked: {} };
  if (!compiled.usable) return { data: source === 'context' ? data : undefined, masked: {} };
  const arrangement = arrangementOf(compiled, decision);
  const judged = judge(decision);
  const left = applyRules(data, arrangement.rules[source]) ?? {};
  const masked = maskedTexts(data, arrangement, source, judged);
  if (source === 'context') return { data: left, masked };
  return { data: withoutUnshown(left, arrangement, judged), masked };
}
