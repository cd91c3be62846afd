import { TONES, type Tone } from '../value';
import { visible } from '../visible';
import { defineFormat } from './format';
import { choice } from './options';
import { scalarText } from './text';

export interface BadgeOptions {
  tone?: Tone;
}

export const badge = defineFormat<BadgeOptions>({
  id: 'badge',
  name: 'Badge',
  description: 'Shows a short value as a coloured label. Use mappings to give each value its words, tone and icon.',
  expects: 'a short text, a number, or true or false',
  options: {
    tone: {
      title: 'Tone',
      description: 'Colour of values that no mapping and no threshold speaks of.',
      enum: TONES,
      default: 'neutral',
    },
  },
  samples: [{ value: 'Gold' }, { value: 'Refund', options: { tone: 'warning' } }],
  accepts: (value) =>
    typeof value === 'string'
      ? value.trim() !== '' && value.length <= 100
      : typeof value === 'number' || typeof value === 'boolean',
  prepare(options) {
    const tone = choice(options.tone, TONES, 'neutral');
    return (value) => ({ kind: 'badge', text: visible(scalarText(value)), tone });
  },
});
