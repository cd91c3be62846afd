import type { FormatCase } from './case';

const date = 'date';
const datetime = 'datetime';
const relative = 'relative';
const hint = 'Expected a date or time (ISO 8601 or seconds since 1970)';
const newYork = { zone: 'America/New_York' };
const auckland = { zone: 'Pacific/Auckland' };

/** Formats of days and moments. */
export const timeCases: FormatCase[] = [
  { format: date, value: '2026-11-23', kind: 'time', text: 'Nov 23, 2026', iso: '2026-11-23' },
  { format: date, value: '2026-11-23', env: newYork, kind: 'time', text: 'Nov 23, 2026' },
  { format: date, value: '2026-11-23', env: auckland, kind: 'time', text: 'Nov 23, 2026' },
  { format: date, value: '2026-11-23', env: { locale: 'es' }, kind: 'time', text: '23 nov 2026' },
  { format: date, value: '2026-11-23', options: { style: 'short' }, kind: 'time', text: '11/23/26' },
  { format: date, value: '2026-11-23', options: { style: 'long' }, kind: 'time', text: 'November 23, 2026' },
  { format: date, value: '2026-11-23', options: { style: 'full' }, kind: 'time', text: 'Monday, November 23, 2026' },
  { format: date, value: '2026-11-23T23:30:00Z', env: auckland, kind: 'time', text: 'Nov 24, 2026' },
  { format: date, value: '2026-11-23T23:30:00', env: auckland, kind: 'time', text: 'Nov 23, 2026' },
  { format: date, value: 1795442520, kind: 'time', text: 'Nov 23, 2026', iso: '2026-11-23T14:02:00.000Z' },
  { format: date, value: '1795442520', kind: 'time', text: 'Nov 23, 2026' },
  { format: date, value: 1795442520000, kind: 'time', text: 'Nov 23, 2026' },
  { format: date, value: '2024-02-29', kind: 'time', text: 'Feb 29, 2024' },
  { format: date, value: '2026-02-29', kind: 'text', text: '2026-02-29', hint },
  { format: date, value: '2026-13-01', kind: 'text', text: '2026-13-01', hint },
  { format: date, value: '23/11/2026', kind: 'text', text: '23/11/2026', hint },
  { format: date, value: 'tomorrow', kind: 'text', text: 'tomorrow', hint },
  { format: date, value: 1e300, kind: 'number', text: '1e+300', hint },

  { format: datetime, value: '2026-11-23T14:02:00Z', kind: 'time', text: 'Nov 23, 2026, 2:02 PM' },
  { format: datetime, value: '2026-11-23T14:02:00Z', env: newYork, kind: 'time', text: 'Nov 23, 2026, 9:02 AM' },
  { format: datetime, value: '2026-11-23T14:02:00+01:00', kind: 'time', text: 'Nov 23, 2026, 1:02 PM' },
  { format: datetime, value: '2026-11-23T14:02:00.123456789Z', kind: 'time', text: 'Nov 23, 2026, 2:02 PM' },
  { format: datetime, value: '2026-11-23 14:02:00 UTC', kind: 'time', text: 'Nov 23, 2026, 2:02 PM' },
  {
    format: datetime,
    value: '2026-11-23T14:02:00',
    env: newYork,
    kind: 'time',
    text: 'Nov 23, 2026, 2:02 PM',
    iso: '2026-11-23T14:02:00.000',
  },
  { format: datetime, value: '2026-11-23', kind: 'time', text: 'Nov 23, 2026' },
  {
    format: datetime,
    value: '2026-11-23T14:02:31Z',
    options: { style: 'short', seconds: true },
    kind: 'time',
    text: '11/23/26, 2:02:31 PM',
  },
  { format: datetime, value: '2026-11-23T25:00:00Z', kind: 'text', text: '2026-11-23T25:00:00Z', hint },
  { format: datetime, value: '2026-11-23T14:02:00+25:00', kind: 'text', text: '2026-11-23T14:02:00+25:00', hint },

  {
    format: relative,
    value: '2026-11-20T14:02:00Z',
    kind: 'time',
    text: '3 days ago',
    exact: 'Nov 20, 2026, 2:02 PM',
    iso: '2026-11-20T14:02:00.000Z',
  },
  { format: relative, value: '2026-11-23T14:01:30Z', kind: 'time', text: 'now' },
  { format: relative, value: '2026-11-23T14:01:00Z', kind: 'time', text: '1 minute ago' },
  { format: relative, value: '2026-11-23T12:03:00Z', kind: 'time', text: '1 hour ago' },
  { format: relative, value: '2026-11-22T13:00:00Z', kind: 'time', text: '1 day ago' },
  { format: relative, value: '2026-10-20T14:02:00Z', kind: 'time', text: '1 month ago' },
  { format: relative, value: '2025-11-27T14:02:00Z', kind: 'time', text: '11 months ago' },
  { format: relative, value: '2024-11-01T00:00:00Z', kind: 'time', text: '2 years ago' },
  { format: relative, value: '2026-11-23T16:30:00Z', kind: 'time', text: 'in 2 hours' },
  { format: relative, value: '2026-11-23', kind: 'time', text: 'today', exact: 'Nov 23, 2026' },
  { format: relative, value: '2026-11-22', kind: 'time', text: 'yesterday' },
  { format: relative, value: '2026-11-24', kind: 'time', text: 'tomorrow' },
  { format: relative, value: '2026-11-23', env: auckland, kind: 'time', text: 'yesterday' },
  { format: relative, value: '2026-10-20', kind: 'time', text: '1 month ago' },
  { format: relative, value: '2026-11-23T08:02:00', env: newYork, kind: 'time', text: '1 hour ago' },
  { format: relative, value: 1795438920, options: { style: 'narrow' }, kind: 'time', text: '1h ago' },
  { format: relative, value: '2026-11-20T14:02:00Z', env: { locale: 'de' }, kind: 'time', text: 'vor 3 Tagen' },
  { format: relative, value: 'soon', kind: 'text', text: 'soon', hint },
];
