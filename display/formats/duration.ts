import { numberFormat } from '../intl';
import { defineFormat } from './format';
import { isHuge, numberOf, withoutNoise } from './numeric';
import { choice } from './options';

const units = ['ms', 's', 'min', 'h'] as const;
const styles = ['short', 'long', 'narrow'] as const;

export interface DurationOptions {
  unit?: (typeof units)[number];
  style?: (typeof styles)[number];
}

const milliseconds = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 } as const;

/** Largest first. A duration is written in its largest unit and the one below. */
const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

export const duration = defineFormat<DurationOptions>({
  id: 'duration',
  name: 'Duration',
  description:
    'Writes a length of time in its two largest units: 7265 seconds are 2 hr 1 min. Text that holds exactly a number counts as one.',
  expects: 'a number',
  options: {
    unit: {
      title: 'Unit of the data',
      description: 'What the number counts: ms, s, min or h.',
      enum: units,
      default: 's',
    },
    style: {
      title: 'Style',
      description: 'short: 2 hr 1 min. long: 2 hours 1 minute. narrow: 2h 1m.',
      enum: styles,
      default: 'short',
    },
  },
  samples: [
    { value: 7265 },
    { value: 90, options: { unit: 'min', style: 'long' } },
    { value: 850, options: { unit: 'ms' } },
    { value: '86400', options: { style: 'narrow' } },
  ],
  accepts: (value) => numberOf(value) !== undefined,
  prepare(options, env) {
    const factor = milliseconds[choice(options.unit, units, 's')];
    const unitDisplay = choice(options.style, styles, 'short');
    const write = (unit: string, count: number) =>
      numberFormat(env.locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 }).format(count);
    return (value) => {
      const total = withoutNoise((numberOf(value) ?? 0) * factor);
      const size = Math.abs(total);
      if (isHuge(total)) return { kind: 'number', text: String(numberOf(value)) };
      const sign = total < 0 ? '-' : '';
      if (size > 0 && size < 999.5) return { kind: 'number', text: sign + write('millisecond', Math.round(size)) };
      return { kind: 'number', text: sign + parts(size, write).join(' ') };
    };
  },
});

function parts(size: number, write: (unit: string, count: number) => string): string[] {
  let left = Math.round(size / 1000) * 1000;
  const first = steps.findIndex(([, length]) => left >= length);
  if (first < 0) return [write('second', 0)];
  const written: string[] = [];
  for (const [unit, length] of steps.slice(first, first + 2)) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) written.push(write(unit, count));
  }
  return written;
}
