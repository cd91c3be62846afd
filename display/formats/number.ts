import { numberFormat } from '../intl';
import { defineFormat } from './format';
import { isHuge, isUnwieldy, numberOf, withoutNoise } from './numeric';
import { decimalsOption, decimalsSchema, textOption, textSchema, type TextOption } from './options';

export interface NumberOptions {
  decimals?: number;
  grouping?: boolean;
  compact?: boolean;
  suffix?: TextOption;
}

/** Enough for any measure, and few enough to round the noise of binary fractions away. */
const mostDecimals = 10;

export const number = defineFormat<NumberOptions>({
  id: 'number',
  name: 'Number',
  description:
    'Writes a number the way the agent’s language does: 12,345.6 or 12.345,6. Text that holds exactly a number, such as "128.40", counts as one.',
  expects: 'a number',
  options: {
    decimals: decimalsSchema,
    grouping: {
      title: 'Group digits',
      description: 'Separates thousands. Turn it off for numbers that are names, such as order numbers or years.',
      type: 'boolean',
      default: true,
    },
    compact: {
      title: 'Compact',
      description: 'Shortens large numbers: 12K, 3.4M.',
      type: 'boolean',
      default: false,
    },
    suffix: textSchema('Suffix', 'Written after the number, such as "points" or "GB".'),
  },
  samples: [
    { value: 12345.6 },
    { value: '128.40', options: { decimals: 2 } },
    { value: 1093822, options: { grouping: false } },
    { value: 3400000, options: { compact: true, suffix: 'points' } },
  ],
  accepts: (value) => numberOf(value) !== undefined,
  prepare(options, env) {
    const decimals = decimalsOption(options.decimals);
    const isCompact = options.compact === true;
    const format = numberFormat(env.locale, {
      maximumFractionDigits: isCompact ? 1 : mostDecimals,
      ...decimals,
      ...(options.grouping === false ? { useGrouping: false } : {}),
      ...(isCompact ? { notation: 'compact' } : {}),
    });
    // Who asks for a number of decimals wants to see no others.
    const staysPlain = isCompact || decimals.maximumFractionDigits !== undefined ? isHuge : isUnwieldy;
    const write = (value: number) => (staysPlain(value) ? String(value) : format.format(withoutNoise(value)));
    const suffix = textOption(options.suffix, env.locale);
    return (value) => {
      const text = write(numberOf(value) ?? 0);
      return { kind: 'number', text: suffix === undefined ? text : `${text} ${suffix}` };
    };
  },
});
