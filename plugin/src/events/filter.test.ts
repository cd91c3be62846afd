import { describe, expect, it } from 'vitest';
import type { EventDay, EventRow } from '../../../display/view';
import { text } from '../testing/fixtures';
import { countEvents, everything, filterDays, namesOf } from './filter';

const row = (id: string, name: string, more: Partial<EventRow> = {}): EventRow => ({
  id,
  name,
  label: `The ${name}`,
  icon: 'clock',
  tone: 'neutral',
  at: 0,
  secondary: [],
  ...more,
});

const days: EventDay[] = [
  {
    id: '2026-11-23',
    label: 'Today',
    groups: [
      { id: '1', events: [row('1', 'Viewed', { primary: text('/returns') }), row('2', 'Viewed')] },
      { id: '3', events: [row('3', 'Bought', { secondary: [{ label: 'Order', value: text('A-1093') }] })] },
    ],
  },
  { id: '2026-11-22', label: 'Yesterday', groups: [{ id: '4', events: [row('4', 'Viewed')] }] },
];

const ids = (filtered: readonly EventDay[]) =>
  filtered.flatMap(({ groups }) => groups.flatMap(({ events }) => events.map(({ id }) => id)));

describe('filtering events', () => {
  it('shows the very same timeline when there is no filter', () => {
    expect(filterDays(days, { ...everything, text: '  ' })).toBe(days);
    expect(countEvents(days)).toBe(4);
  });

  it('keeps the events of one name, and no empty day', () => {
    expect(ids(filterDays(days, { name: 'Bought', text: '' }))).toEqual(['3']);
    expect(filterDays(days, { name: 'Bought', text: '' })).toHaveLength(1);
  });

  it.each([
    ['/RETURNS', ['1']],
    ['a-1093', ['3']],
    ['order', ['3']],
    ['the viewed', ['1', '2', '4']],
    ['nothing like it', []],
  ])('finds %s in label and properties, whatever its case', (query, found) => {
    expect(ids(filterDays(days, { name: undefined, text: query }))).toEqual(found);
  });

  it('offers every name once, by its label', () => {
    expect(namesOf(days)).toEqual([
      { name: 'Bought', label: 'The Bought' },
      { name: 'Viewed', label: 'The Viewed' },
    ]);
  });
});
