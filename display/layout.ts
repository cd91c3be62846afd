import type { Arrangement, Compiled, Listing, PanelRule } from './compiled';
import { holds } from './condition';
import type { Condition, Truths } from './condition';
import type { Facts } from './facts';
import type { Truth } from './operators';
import { readContext } from './read-context';

/**
 * What was decided for one task and worker, small enough for the wire. Made by the server, which knows the traits; until
 * it has answered, by the plugin for context alone.
 */
export interface Decision {
  /** Name of the layout; null: the document's own arrangement. */
  readonly layout: string | null;
  /** Conditions that mention traits or guard traits, by their JSON Pointer in the document; null is unknown. */
  readonly truths: Truths;
}

const readable = (facts: Facts): Facts => ({ ...facts, context: readContext(facts.context) });

/** Whether a listing makes traits leave the server: it shows one, or its link holds one. */
const usesTraits = ({ source, link }: Listing): boolean =>
  source === 'traits' || link?.parts.some((part) => typeof part !== 'string' && part.from === 'traits') === true;

/** The conditions of an arrangement, each with whether traits leave the server when it holds. */
function* conditionsOf(arrangement: Arrangement): Generator<{ condition: Condition; guardsTraits: boolean }> {
  const guarded = function* (when: Condition | undefined, listings: readonly Listing[]) {
    if (when) yield { condition: when, guardsTraits: listings.some(usesTraits) };
  };
  for (const listing of arrangement.highlights) yield* guarded(listing.when, [listing]);
  for (const panel of [arrangement.context, arrangement.traits]) {
    for (const { when, fields } of panel?.sections ?? []) {
      yield* guarded(when, fields);
      for (const field of fields) yield* guarded(field.when, [field]);
    }
  }
}

/** Chooses the first layout whose condition holds and tests what only the server can test. Never throws. */
export function decide(compiled: Compiled | null, facts: Facts): Decision {
  if (compiled === null) return { layout: null, truths: {} };
  const known = readable(facts);
  const chosen = compiled.layouts.find(({ when }) => holds(when, known));
  const arrangement = chosen?.arrangement ?? compiled.base;
  const truths: Record<string, Truth> = {};
  for (const { condition, guardsTraits } of conditionsOf(arrangement)) {
    if (guardsTraits || condition.mentions.has('traits')) truths[condition.at] = condition.test(known);
  }
  return { layout: arrangement.name, truths };
}

/** The arrangement that was decided on. A name that the document does not have is its own arrangement. */
export function arrangementOf(compiled: Compiled, decision: Decision): Arrangement {
  const layout = compiled.layouts.find(({ arrangement }) => arrangement.name === decision.layout);
  return layout?.arrangement ?? compiled.base;
}

/** Whether a condition holds, given what was decided and what is known here. */
export type Judge = (condition: Condition | undefined) => boolean;

/** Answers of the decision go before our own. */
export function judge(decision: Decision, facts: Facts = {}): Judge {
  const known = readable(facts);
  return (condition) => holds(condition, known, decision.truths);
}

/** For every key that is listed, the listing that is shown: the first whose condition, and whose section's, holds. */
export function shownListings(panel: PanelRule, judged: Judge): Map<string, Listing> {
  const shown = new Map<string, Listing>();
  for (const { when, fields } of panel.sections) {
    if (!judged(when)) continue;
    for (const field of fields) if (!shown.has(field.id) && judged(field.when)) shown.set(field.id, field);
  }
  return shown;
}

/** The highlights whose conditions hold, each key once. */
export function shownHighlights(arrangement: Arrangement, judged: Judge): Listing[] {
  const shown = new Map<string, Listing>();
  for (const listing of arrangement.highlights) {
    const id = `${listing.source}${listing.id}`;
    if (!shown.has(id) && judged(listing.when)) shown.set(id, listing);
  }
  return [...shown.values()];
}

/** Words of every fact that some condition of the document looks at, such as "worker.attributes". */
export function factsMentioned(compiled: Compiled): Set<string> {
  const mentioned = new Set<string>();
  const note = (condition: Condition | undefined) => condition?.mentions.forEach((fact) => mentioned.add(fact));
  for (const { when } of compiled.layouts) note(when);
  for (const arrangement of [compiled.base, ...compiled.layouts.map((layout) => layout.arrangement)]) {
    for (const { condition } of conditionsOf(arrangement)) note(condition);
  }
  return mentioned;
}
