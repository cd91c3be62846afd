import { dateTimeFormat } from '../intl';
import { momentOf, type Moment } from '../time';
import type { DisplayValue } from '../value';
import { dateStyles, dateStyleSchema, expectsMoment, readsMoments, type DateStyle } from './date';
import { defineFormat } from './format';
import { choice } from './options';

export interface DatetimeOptions {
  style?: DateStyle;
  seconds?: boolean;
}

/** A function that writes moments; made once per locale, zone and style. */
export function momentWriter(
  env: { locale: string; zone: string },
  dateStyle: DateStyle = 'medium',
  timeStyle: 'short' | 'medium' = 'short',
): (moment: Moment) => string {
  const formats = {
    instant: dateTimeFormat(env.locale, { dateStyle, timeStyle, timeZone: env.zone }),
    wall: dateTimeFormat(env.locale, { dateStyle, timeStyle, timeZone: 'UTC' }),
    day: dateTimeFormat(env.locale, { dateStyle, timeZone: 'UTC' }),
  };
  return (moment) => formats[moment.precision].format(moment.ms);
}

export const datetime = defineFormat<DatetimeOptions>({
  id: 'datetime',
  name: 'Date and time',
  description: `Writes day and time in the agent’s language and zone. ${readsMoments} A time without a zone is shown as it was written.`,
  expects: expectsMoment,
  options: {
    style: dateStyleSchema,
    seconds: { title: 'Seconds', description: 'Shows the seconds too.', type: 'boolean', default: false },
  },
  samples: [
    { value: '2026-11-23T14:02:00Z' },
    { value: '2026-11-23T14:02:31+01:00', options: { style: 'long', seconds: true } },
    { value: 1795442520000, options: { style: 'short' } },
  ],
  accepts: (value) => momentOf(value) !== undefined,
  prepare(options, env) {
    const style = choice(options.style, dateStyles, 'medium');
    const write = momentWriter(env, style, options.seconds === true ? 'medium' : 'short');
    return (value): DisplayValue => {
      const moment = momentOf(value);
      return moment ? { kind: 'time', text: write(moment), iso: moment.iso } : { kind: 'text', text: '' };
    };
  },
});
