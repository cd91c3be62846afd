import { visible } from '../visible';
import { no, yes } from '../words';
import { defineFormat } from './format';

export interface BooleanOptions {
  yes?: string;
  no?: string;
}

/** Studio and Liquid send these as text. Letter case does not matter. */
const words: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  yes: true,
  no: false,
  '1': true,
  '0': false,
};

/** The truth in a value, or undefined: true, false, 1, 0, and the words true, false, yes, no, 1 and 0. */
export function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== 'string' || value.length > 5) return undefined;
  const word = value.toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

const label = (option: unknown, fallback: string) =>
  typeof option === 'string' && option !== '' ? visible(option) : fallback;

export const boolean = defineFormat<BooleanOptions>({
  id: 'boolean',
  name: 'Yes or no',
  description:
    'Shows a truth in words. Besides true and false it takes 1 and 0 and the words true, false, yes, no in any letter case, because Studio sends text.',
  expects: 'true or false',
  options: {
    yes: { title: 'Word for yes', description: 'Shown when the value is true.', type: 'string', maxLength: 60 },
    no: { title: 'Word for no', description: 'Shown when the value is false.', type: 'string', maxLength: 60 },
  },
  samples: [{ value: true }, { value: 'false' }, { value: true, options: { yes: 'Subscribed', no: 'Not subscribed' } }],
  accepts: (value) => truthOf(value) !== undefined,
  prepare(options) {
    const yesText = label(options.yes, yes);
    const noText = label(options.no, no);
    return (value) => {
      const truth = truthOf(value) ?? false;
      return { kind: 'boolean', value: truth, text: truth ? yesText : noText };
    };
  },
});
