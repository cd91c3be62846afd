import type { FormatCase } from './case';

const number = 'number';
const currency = 'currency';
const percent = 'percent';
const duration = 'duration';
const rating = 'rating';
const de = { locale: 'de-DE' };

/** Formats of numbers. */
export const numberCases: FormatCase[] = [
  { format: number, value: 12345.6, kind: 'number', text: '12,345.6' },
  { format: number, value: 12345.6, env: de, kind: 'number', text: '12.345,6' },
  { format: number, value: 0, kind: 'number', text: '0' },
  { format: number, value: -0, kind: 'number', text: '0' },
  { format: number, value: -3.5, kind: 'number', text: '-3.5' },
  { format: number, value: 0.1 + 0.2, kind: 'number', text: '0.3' },
  { format: number, value: 1e300, kind: 'number', text: '1e+300' },
  { format: number, value: 1e-9, kind: 'number', text: '1e-9' },
  { format: number, value: '128.40', kind: 'number', text: '128.4' },
  { format: number, value: '128.40', options: { decimals: 2 }, kind: 'number', text: '128.40' },
  { format: number, value: 1.005, options: { decimals: 0 }, kind: 'number', text: '1' },
  { format: number, value: 1, options: { decimals: 99 }, kind: 'number', text: '1' },
  { format: number, value: 1093822, options: { grouping: false }, kind: 'number', text: '1093822' },
  { format: number, value: 3400000, options: { compact: true }, kind: 'number', text: '3.4M' },
  { format: number, value: 12, options: { suffix: 'GB' }, kind: 'number', text: '12 GB' },
  {
    format: number,
    value: 12,
    options: { suffix: { en: 'points', es: 'puntos' } },
    env: { locale: 'es-MX' },
    kind: 'number',
    text: '12 puntos',
  },
  { format: number, value: 'twelve', kind: 'text', text: 'twelve', hint: 'Expected a number' },
  { format: number, value: '12 apples', kind: 'text', text: '12 apples', hint: 'Expected a number' },
  { format: number, value: '007', kind: 'text', text: '007', hint: 'Expected a number' },
  { format: number, value: '1,5', kind: 'text', text: '1,5', hint: 'Expected a number' },
  { format: number, value: 'NaN', kind: 'text', text: 'NaN', hint: 'Expected a number' },
  { format: number, value: true, kind: 'boolean', text: 'Yes', hint: 'Expected a number' },

  { format: currency, value: 128.4, options: { currency: 'EUR' }, kind: 'number', text: '€128.40' },
  { format: currency, value: 128.4, options: { currency: 'EUR' }, env: de, kind: 'number', text: '128,40 €' },
  { format: currency, value: 12840, options: { currency: 'JPY' }, kind: 'number', text: '¥12,840' },
  { format: currency, value: 1.5, options: { currency: 'KWD' }, kind: 'number', text: 'KWD 1.500' },
  { format: currency, value: -5, options: { currency: 'USD' }, kind: 'number', text: '-$5.00' },
  { format: currency, value: '128.40', options: { currency: 'USD' }, kind: 'number', text: '$128.40' },
  { format: currency, value: 12840, options: { currency: 'EUR', minorUnits: true }, kind: 'number', text: '€128.40' },
  { format: currency, value: 12840, options: { currency: 'JPY', minorUnits: true }, kind: 'number', text: '¥12,840' },
  { format: currency, value: 128.4, options: { currency: 'EUR', decimals: 0 }, kind: 'number', text: '€128' },
  { format: currency, value: 5, options: { currency: 'XYZ' }, kind: 'number', text: 'XYZ 5.00' },
  {
    format: currency,
    value: 'free',
    options: { currency: 'EUR' },
    kind: 'text',
    text: 'free',
    hint: 'Expected a number',
  },

  { format: percent, value: 0.25, kind: 'number', text: '25%' },
  { format: percent, value: 0.25, env: de, kind: 'number', text: '25 %' },
  { format: percent, value: 25, options: { scale: 'whole' }, kind: 'number', text: '25%' },
  { format: percent, value: '14.3', options: { scale: 'whole' }, kind: 'number', text: '14.3%' },
  { format: percent, value: 0.123456, kind: 'number', text: '12.35%' },
  { format: percent, value: 0.5, options: { decimals: 1 }, kind: 'number', text: '50.0%' },
  { format: percent, value: '25%', kind: 'text', text: '25%', hint: 'Expected a number' },

  { format: duration, value: 7265, kind: 'number', text: '2 hr 1 min' },
  { format: duration, value: 7265, options: { style: 'long' }, kind: 'number', text: '2 hours 1 minute' },
  { format: duration, value: 7265, options: { style: 'narrow' }, kind: 'number', text: '2h 1m' },
  { format: duration, value: 90, options: { unit: 'min' }, kind: 'number', text: '1 hr 30 min' },
  { format: duration, value: 26, options: { unit: 'h' }, kind: 'number', text: '1 day 2 hr' },
  { format: duration, value: 850, options: { unit: 'ms' }, kind: 'number', text: '850 ms' },
  { format: duration, value: 999.7, options: { unit: 'ms' }, kind: 'number', text: '1 sec' },
  { format: duration, value: 59.6, kind: 'number', text: '1 min' },
  { format: duration, value: 86_400, kind: 'number', text: '1 day' },
  { format: duration, value: 0, kind: 'number', text: '0 sec' },
  { format: duration, value: -90, kind: 'number', text: '-1 min 30 sec' },
  { format: duration, value: 'long', kind: 'text', text: 'long', hint: 'Expected a number' },

  { format: rating, value: 4, kind: 'rating', text: '4 of 5' },
  { format: rating, value: '3.5', kind: 'rating', text: '3.5 of 5' },
  { format: rating, value: 0, kind: 'rating', text: '0 of 5' },
  { format: rating, value: 9, options: { max: 10 }, kind: 'rating', text: '9 of 10' },
  { format: rating, value: 6, kind: 'number', text: '6', hint: 'Expected a number from 0 to the highest rating' },
  { format: rating, value: -1, kind: 'number', text: '-1', hint: 'Expected a number from 0 to the highest rating' },
];
