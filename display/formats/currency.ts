import { numberFormat } from '../intl';
import { defineFormat } from './format';
import { isHuge, numberOf, withoutNoise } from './numeric';
import { decimalsOption, decimalsSchema } from './options';

export interface CurrencyOptions {
  currency: string;
  minorUnits?: boolean;
  decimals?: number;
}

/** ISO 4217 codes; Intl throws on anything that is not three letters. */
const code = /^[A-Z]{3}$/;

export const currency = defineFormat<CurrencyOptions>({
  id: 'currency',
  name: 'Currency',
  description:
    'Writes an amount of money with its currency and the decimals that currency has: €128.40, ¥12,840. Text that holds exactly a number counts as one.',
  expects: 'a number',
  options: {
    currency: {
      title: 'Currency',
      description: 'Three letters of ISO 4217, such as EUR, USD or JPY.',
      type: 'string',
      pattern: '^[A-Z]{3}$',
    },
    minorUnits: {
      title: 'In the smallest unit',
      description: 'The value counts cents, pence and the like: 12840 is €128.40.',
      type: 'boolean',
      default: false,
    },
    decimals: {
      ...decimalsSchema,
      description: 'How many digits after the decimal sign. Left out: as many as the currency has.',
    },
  },
  required: ['currency'],
  samples: [
    { value: 128.4, options: { currency: 'EUR' } },
    { value: '128.40', options: { currency: 'USD' } },
    { value: 12840, options: { currency: 'EUR', minorUnits: true } },
    { value: 12840, options: { currency: 'JPY' } },
  ],
  accepts: (value, options) =>
    numberOf(value) !== undefined && typeof options.currency === 'string' && code.test(options.currency),
  prepare(options, env) {
    if (typeof options.currency !== 'string' || !code.test(options.currency)) {
      return (value) => ({ kind: 'number', text: String(numberOf(value) ?? '') });
    }
    const style = { style: 'currency', currency: options.currency } as const;
    const format = numberFormat(env.locale, { ...style, ...decimalsOption(options.decimals) });
    const minorDigits = numberFormat(env.locale, style).resolvedOptions().maximumFractionDigits ?? 0;
    const divisor = options.minorUnits === true ? 10 ** minorDigits : 1;
    return (value) => {
      const amount = withoutNoise((numberOf(value) ?? 0) / divisor);
      return { kind: 'number', text: isHuge(amount) ? `${amount} ${options.currency}` : format.format(amount) };
    };
  },
});
