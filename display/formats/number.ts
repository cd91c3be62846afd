import { numberFormat } from '../intl';
import { defineFormat } from './format';
import { decimalsOption, isUnwieldy, numberOf } from './numeric';

export interface NumberOptions {
  decimals?: number;
  grouping?: boolean;
  compact?: boolean;
  suffix?: string;
}

export const number = defineFormat<NumberOptions>({
  id: 'number',
  name: 'Number',
  description:
    'Writes a number the way the agent’s country does: 12,345.6 or 12.345,6. Text that holds exactly a number, such as "128.40", counts as one.',
  expects: 'a number',
  options: {
    decimals: {
      title: 'Decimals',
      description: 'How many digits after the decimal sign; all of them when left out.',
      type: 'integer',
      minimum: 0,
      maximum: 10,
    },
    grouping: {
      title: 'Group digits',
      description: 'Separate thousands. Turn off for numbers that are names, such as order numbers or years.',
      type: 'boolean',
      default: true,
    },
    compact: {
      title: 'Compact',
      description: 'Shorten large numbers: 12K, 3.4M.',
      type: 'boolean',
      default: false,
    },
    suffix: {
      title: 'Suffix',
      description: 'Written after the number, such as "points" or "GB".',
      type: 'string',
      maxLength: 30,
    },
  },
  samples: [
    { value: 12345.6 },
    { value: '128.40', options: { decimals: 2 } },
    { value: 1093822, options: { grouping: false } },
    { value: 3400000, options: { compact: true, suffix: 'points' } },
  ],
  accepts: (value) => numberOf(value) !== undefined,
  prepare(options, env) {
    const format = numberFormat(env.locale, {
      maximumFractionDigits: options.compact === true ? 1 : 20,
      ...decimalsOption(options.decimals),
      ...(options.grouping === false ? { useGrouping: false } : {}),
      ...(options.compact === true ? { notation: 'compact' } : {}),
    });
    const suffix = typeof options.suffix === 'string' && options.suffix !== '' ? ` ${options.suffix}` : '';
    return (value) => {
      const it = numberOf(value) ?? 0;
      return { kind: 'number', text: (isUnwieldy(it) ? String(it) : format.format(it)) + suffix };
    };
  },
});
