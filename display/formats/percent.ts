import { numberFormat } from '../intl';
import { defineFormat } from './format';
import { isHuge, numberOf, withoutNoise } from './numeric';
import { choice, decimalsOption, decimalsSchema } from './options';

const scales = ['fraction', 'whole'] as const;

export interface PercentOptions {
  scale?: (typeof scales)[number];
  decimals?: number;
}

export const percent = defineFormat<PercentOptions>({
  id: 'percent',
  name: 'Percent',
  description: 'Writes a share as a percentage. Say whether 100 % is 1 or 100 in the data.',
  expects: 'a number',
  options: {
    scale: {
      title: 'Scale',
      description: 'fraction: 0.25 is 25 %. whole: 25 is 25 %.',
      enum: scales,
      default: 'fraction',
    },
    decimals: { ...decimalsSchema, description: 'How many digits after the decimal sign. Left out: at most two.' },
  },
  samples: [{ value: 0.25 }, { value: 25, options: { scale: 'whole' } }, { value: '0.1234', options: { decimals: 1 } }],
  accepts: (value) => numberOf(value) !== undefined,
  prepare(options, env) {
    const format = numberFormat(env.locale, {
      style: 'percent',
      maximumFractionDigits: 2,
      ...decimalsOption(options.decimals),
    });
    const whole = choice(options.scale, scales, 'fraction') === 'whole' ? 100 : 1;
    return (value) => {
      const share = withoutNoise((numberOf(value) ?? 0) / whole);
      return { kind: 'number', text: isHuge(share) ? `${share * 100}%` : format.format(share) };
    };
  },
});
