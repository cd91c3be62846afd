import { dateTimeFormat } from '../intl';
import { momentOf } from '../time';
import { defineFormat } from './format';
import { choice } from './options';

export const dateStyles = ['short', 'medium', 'long', 'full'] as const;
export type DateStyle = (typeof dateStyles)[number];

/** Shared by the formats of dates. */
export const dateStyleSchema = {
  title: 'Style',
  description: 'short: 11/23/26. medium: Nov 23, 2026. long: November 23, 2026. full: Monday, November 23, 2026.',
  enum: dateStyles,
  default: 'medium',
} as const;

export const expectsMoment = 'a date or time (ISO 8601 or seconds since 1970)';

/** Said in the descriptions of all formats of dates. */
export const readsMoments = 'Takes ISO 8601 text, and numbers as seconds or milliseconds since 1970.';

export interface DateOptions {
  style?: DateStyle;
}

export const date = defineFormat<DateOptions>({
  id: 'date',
  name: 'Date',
  description: `Writes the day in the agent’s language. ${readsMoments} A moment becomes the day it is in the agent’s zone; a date without a time never shifts.`,
  expects: expectsMoment,
  options: { style: dateStyleSchema },
  samples: [
    { value: '2026-11-23' },
    { value: '2026-11-23T14:02:00Z', options: { style: 'full' } },
    { value: 1795442520, options: { style: 'short' } },
  ],
  accepts: (value) => momentOf(value) !== undefined,
  prepare(options, env) {
    const dateStyle = choice(options.style, dateStyles, 'medium');
    const local = dateTimeFormat(env.locale, { dateStyle, timeZone: env.zone });
    const asWritten = dateTimeFormat(env.locale, { dateStyle, timeZone: 'UTC' });
    return (value) => {
      const moment = momentOf(value);
      if (!moment) return { kind: 'text', text: '' };
      const format = moment.precision === 'instant' ? local : asWritten;
      return { kind: 'time', text: format.format(moment.ms), iso: moment.iso };
    };
  },
});
