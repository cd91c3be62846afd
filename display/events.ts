import type { Compiled, EventListing, EventRule, EventsRule } from './compiled';
import type { Environment } from './environment';
import { dayLabel, dayOf, isoDay } from './event-days';
import { fieldOf, iconOf, toneOf } from './field';
import { emptyValue } from './generic';
import { humanise } from './humanise';
import type { Json, JsonObject } from './json';
import { own } from './json';
import { arrangementOf } from './layout';
import type { Decision } from './layout';
import { expandLink } from './link-template';
import { valueAt } from './pointer';
import { projectEvents } from './project-events';
import type { PersonaEvent } from './project-events';
import { localise } from './text';
import { momentOf } from './time';
import type { DisplayValue, Icon } from './value';
import type { EventDay, EventGroup, EventRow } from './view';
import { genericRows } from './generic-value';
import { visible } from './visible';

/** What a timeline is made from. */
export interface EventsInput {
  /** What the server sent, in any order; pages may be put together. */
  events: readonly PersonaEvent[];
  /** The server's decision. */
  decision: Decision;
  /** Projected context and traits, for links. */
  context?: Json | undefined;
  traits?: Json | undefined;
  env: Environment;
}

const defaultIcon: Icon = 'clock';

/** The property's value, or undefined when there is nothing to show. */
function property(listing: EventListing, properties: JsonObject, env: Environment) {
  const value = valueAt(properties, listing.path);
  if (value === undefined || emptyValue(value) !== undefined) return undefined;
  const field = fieldOf(listing.field, listing.path, env);
  return { label: field.label, value: field.show(value, env.now), raw: value };
}

/** When it happened: the rule's date property if that is a date, else when it was sent. Undefined: no date at all. */
function momentFor(event: PersonaEvent, rule: EventRule | undefined): number | undefined {
  const dated = rule?.date === undefined ? undefined : momentOf(valueAt(event.properties, rule.date));
  return (dated ?? momentOf(event.timestamp))?.ms;
}

function ruledRow(event: PersonaEvent, rule: EventRule, at: number, input: EventsInput): EventRow {
  const { env } = input;
  const main = rule.primary && property(rule.primary, event.properties, env);
  const secondary = rule.secondary.flatMap((listing) => {
    const shown = property(listing, event.properties, env);
    return shown === undefined ? [] : [{ label: shown.label, value: shown.value }];
  });
  const row: EventRow = {
    id: event.id,
    name: event.name,
    label: localise(own(rule.rule, 'label'), env.locale) ?? visible(event.name),
    icon: iconOf(own(rule.rule, 'icon')) ?? defaultIcon,
    tone: toneOf(own(rule.rule, 'tone')) ?? 'neutral',
    at,
    secondary,
  };
  if (main !== undefined) row.primary = main.value;
  const link =
    rule.link &&
    expandLink(rule.link, (variable) => {
      if (variable.from === 'value') return main?.raw;
      const data = variable.from === 'event' ? event.properties : input[variable.from];
      return data === undefined ? undefined : valueAt(data, variable.path);
    });
  if (link !== undefined) row.href = link.href;
  if (link?.host !== undefined) row.host = link.host;
  return row;
}

/** Name and time; without a published document also what few properties there are. */
function plainRow(event: PersonaEvent, at: number, env: Environment): EventRow {
  const secondary: { label: string; value: DisplayValue }[] = genericRows(event.properties, env).map(
    ({ label, value }) => ({
      label,
      value,
    }),
  );
  const { id, name } = event;
  return { id, name, label: visible(name) || humanise(name), icon: defaultIcon, tone: 'neutral', at, secondary };
}

/** Newest first; events of the same moment by id, so that the order never depends on how pages arrived. */
const newestFirst = (left: EventRow, right: EventRow): number =>
  right.at - left.at || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);

/** Runs of one event become one group, unless the document says otherwise. */
function grouped(rows: readonly EventRow[], collapse: boolean): EventGroup[] {
  const groups: EventGroup[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (collapse && last?.events[0]?.name === row.name) last.events.push(row);
    else groups.push({ id: row.id, events: [row] });
  }
  return groups;
}

function rowsOf(rules: EventsRule | null, events: readonly PersonaEvent[], input: EventsInput): EventRow[] {
  const rows = new Map<string, EventRow>();
  for (const event of events) {
    const rule = rules?.rules.get(event.name);
    const at = momentFor(event, rule);
    if (at === undefined || rows.has(event.id)) continue;
    rows.set(event.id, rule === undefined ? plainRow(event, at, input.env) : ruledRow(event, rule, at, input));
  }
  return [...rows.values()].sort(newestFirst);
}

/**
 * The timeline: days in the agent's zone, newest first. With a document, what its event rules say; without `events` in
 * it, name and time only. Never throws; an event without a date is left out, and one id is shown once.
 *
 * @param compiled As for `view`; an unusable document shows no events.
 */
export function eventsView(compiled: Compiled | null, input: EventsInput): EventDay[] {
  const { env, decision } = input;
  const events = projectEvents(compiled, decision, input.events);
  const rules = compiled === null ? null : arrangementOf(compiled, decision).events;
  const days = new Map<number, EventRow[]>();
  for (const row of rowsOf(rules, events, input)) {
    const day = dayOf(row.at, env.zone);
    const rows = days.get(day);
    if (rows === undefined) days.set(day, [row]);
    else rows.push(row);
  }
  const today = dayOf(env.now, env.zone);
  return [...days].map(([day, rows]) => ({
    id: isoDay(day),
    label: dayLabel(day, today, env.locale),
    groups: grouped(rows, rules?.collapseRepeats !== false),
  }));
}
