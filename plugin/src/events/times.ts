import { dateTimeFormat, relativeTimeFormat } from '../../../display/intl';
import type { Environment } from '../../../display/index';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "14:02" in the agent's locale and zone. */
export function timeOfDay(at: number, { locale, zone }: Environment): string {
  return dateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at);
}

/** Day and time, to the second. */
export function exactTime(at: number, { locale, zone }: Environment): string {
  return dateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium', timeZone: zone }).format(at);
}

/** "3 hr. ago" for what happened within a day; older events stand under the date of their day. */
export function timeAgo(at: number, { locale, now }: Environment): string | undefined {
  const age = Math.max(0, now - at);
  if (age >= DAY_MS) return undefined;
  const format = relativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (age < MINUTE_MS) return format.format(0, 'second');
  if (age < HOUR_MS) return format.format(-Math.floor(age / MINUTE_MS), 'minute');
  return format.format(-Math.floor(age / HOUR_MS), 'hour');
}

/** "3 days ago" for the heading of a day that is neither today nor yesterday. `day`: ISO date in the agent's zone. */
export function daysAgo(day: string, { locale, zone, now }: Environment): string | undefined {
  // Swedish writes dates as ISO does.
  const today = dateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(now);
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  return days < 2 ? undefined : relativeTimeFormat(locale, { numeric: 'always' }).format(-days, 'day');
}
