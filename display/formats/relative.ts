import { relativeTimeFormat } from '../intl';
import { dayMs, dayOf, momentOf, startOfDay, instantAt } from '../time';
import { momentWriter } from './datetime';
import { expectsMoment, readsMoments } from './date';
import { defineFormat } from './format';
import { choice } from './options';

const styles = ['long', 'short', 'narrow'] as const;

export interface RelativeOptions {
  style?: (typeof styles)[number];
}

const minute = 60_000;
const hour = 60 * minute;
const month = 30 * dayMs;
const year = 365 * dayMs;

/** The largest unit that fits, and how many whole ones do. Twelve months of 30 days are not yet a year: 11 is the most. */
function wholeUnits(size: number): { unit: Intl.RelativeTimeFormatUnit; count: number; start: number; end: number } {
  const units = (unit: Intl.RelativeTimeFormatUnit, length: number) => {
    const count = Math.floor(size / length);
    return { unit, count, start: count * length, end: (count + 1) * length };
  };
  if (size < hour) return units('minute', minute);
  if (size < dayMs) return units('hour', hour);
  if (size < month) return units('day', dayMs);
  if (size >= year) return units('year', year);
  return size < 11 * month ? units('month', month) : { unit: 'month', count: 11, start: 11 * month, end: year };
}

interface Said {
  text: string;
  /** Milliseconds since 1970 at which another text holds. */
  validUntil: number;
}

/** How long ago or ahead an instant is, in whole units: 119 minutes are 1 hour. */
function sayInstant(then: number, now: number, say: Intl.RelativeTimeFormat, sayNow: Intl.RelativeTimeFormat): Said {
  const size = Math.abs(now - then);
  if (size < minute) return { text: sayNow.format(0, 'second'), validUntil: then + minute };
  const { unit, count, start, end } = wholeUnits(size);
  return now > then
    ? { text: say.format(-count, unit), validUntil: then + end }
    : { text: say.format(count, unit), validUntil: then - start + 1 };
}

/** How far a calendar day is from today in the agent's zone. */
function sayDay(
  day: number,
  now: number,
  zone: string,
  say: Intl.RelativeTimeFormat,
  named: Intl.RelativeTimeFormat,
): Said {
  const today = dayOf(now, zone);
  const validUntil = startOfDay(today + dayMs, zone);
  if (day === today) return { text: named.format(0, 'day'), validUntil };
  const { unit, count } = wholeUnits(Math.abs(day - today));
  return { text: (unit === 'day' ? named : say).format(day > today ? count : -count, unit), validUntil };
}

export const relative = defineFormat<RelativeOptions>({
  id: 'relative',
  name: 'Time from now',
  description: `Says how long ago or how far ahead a moment is, and keeps counting; the exact time stands beside it. ${readsMoments} A time without a zone is taken to be in the agent’s zone.`,
  expects: expectsMoment,
  options: {
    style: {
      title: 'Style',
      description: 'long: 3 hours ago. short: 3 hr. ago. narrow: 3h ago.',
      enum: styles,
      default: 'long',
    },
  },
  samples: [
    { value: '2026-11-20T14:02:00Z' },
    { value: '2026-11-24' },
    { value: 1795442520, options: { style: 'narrow' } },
  ],
  accepts: (value) => momentOf(value) !== undefined,
  prepare(options, env) {
    const style = choice(options.style, styles, 'long');
    const say = relativeTimeFormat(env.locale, { style, numeric: 'always' });
    // "now", and "yesterday" for calendar days only: 25 hours ago may be the day before yesterday, and 40 days ago need
    // not be "last month".
    const named = relativeTimeFormat(env.locale, { style, numeric: 'auto' });
    const exactly = momentWriter(env);
    return (value, now) => {
      const moment = momentOf(value);
      if (!moment) return { kind: 'text', text: '' };
      const said =
        moment.precision === 'day'
          ? sayDay(moment.ms, now, env.zone, say, named)
          : sayInstant(moment.precision === 'wall' ? instantAt(moment.ms, env.zone) : moment.ms, now, say, named);
      return { kind: 'time', iso: moment.iso, exact: exactly(moment), ...said };
    };
  },
});
