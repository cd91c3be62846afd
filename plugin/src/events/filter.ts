import type { EventDay, EventRow } from '../../../display/view';

export interface EventFilter {
  /** The event's name as Segment has it; undefined: every event. */
  name: string | undefined;
  text: string;
}

export const everything: EventFilter = { name: undefined, text: '' };

export function isFiltering({ name, text }: EventFilter): boolean {
  return name !== undefined || text.trim() !== '';
}

function textOf({ label, name, primary, secondary }: EventRow): string {
  const shown = secondary.map((property) => `${property.label} ${property.value.text}`);
  return [label, name, primary?.text ?? '', ...shown].join('\n').toLocaleLowerCase();
}

/** The timeline with only the events of a name in which a text occurs, whatever its case. */
export function filterDays(days: readonly EventDay[], filter: EventFilter): readonly EventDay[] {
  if (!isFiltering(filter)) return days;
  const needle = filter.text.trim().toLocaleLowerCase();
  const matches = (row: EventRow): boolean =>
    (filter.name === undefined || row.name === filter.name) && (needle === '' || textOf(row).includes(needle));
  return days.flatMap((day) => {
    const groups = day.groups.flatMap((group) => {
      const events = group.events.filter(matches);
      return events.length === 0 ? [] : [{ ...group, events }];
    });
    return groups.length === 0 ? [] : [{ ...day, groups }];
  });
}

export function countEvents(days: readonly EventDay[]): number {
  return days.reduce((sum, { groups }) => groups.reduce((inDay, { events }) => inDay + events.length, sum), 0);
}

/** Every name there is, with its label, in the order of the alphabet. */
export function namesOf(days: readonly EventDay[]): { name: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const { groups } of days) {
    for (const { events } of groups) for (const { name, label } of events) labels.set(name, label);
  }
  return [...labels].map(([name, label]) => ({ name, label })).sort((a, b) => a.label.localeCompare(b.label));
}
