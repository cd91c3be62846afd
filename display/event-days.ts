import { dateTimeFormat, relativeTimeFormat } from './intl';
import { dayMs } from './time';

export { dayOf } from './time';

/** "2026-11-23" of a day as `dayOf` gives it. */
export const isoDay = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** "Today" and "Yesterday" in the agent's language, older days by their date. */
export function dayLabel(day: number, today: number, locale: string): string {
  const daysAgo = Math.round((today - day) / dayMs);
  if (daysAgo === 0 || daysAgo === 1) {
    const words = relativeTimeFormat(locale, { numeric: 'auto' }).format(-daysAgo, 'day');
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }
  const sameYear = new Date(day).getUTCFullYear() === new Date(today).getUTCFullYear();
  return dateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(day);
}
