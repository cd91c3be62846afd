import { numberFormat } from '../intl';
import { outOf } from '../words';
import { defineFormat } from './format';
import { numberOf } from './numeric';
import { wholeOption } from './options';

export interface RatingOptions {
  max?: number;
}

const highest = (option: unknown) => wholeOption(option, 1, 10) ?? 5;

export const rating = defineFormat<RatingOptions>({
  id: 'rating',
  name: 'Rating',
  description:
    'Draws a number as stars with the number in words beside them. Text that holds exactly a number counts as one.',
  expects: 'a number from 0 to the highest rating',
  options: {
    max: {
      title: 'Highest rating',
      description: 'How many stars there are.',
      type: 'integer',
      minimum: 1,
      maximum: 10,
      default: 5,
    },
  },
  samples: [{ value: 4 }, { value: '3.5' }, { value: 9, options: { max: 10 } }],
  accepts(value, options) {
    const it = numberOf(value);
    return it !== undefined && it >= 0 && it <= highest(options.max);
  },
  prepare(options, env) {
    const max = highest(options.max);
    const format = numberFormat(env.locale, { maximumFractionDigits: 1 });
    return (value) => {
      const it = numberOf(value) ?? 0;
      return { kind: 'rating', value: it, max, text: outOf(format.format(it), format.format(max)) };
    };
  },
});
