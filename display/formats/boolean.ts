import { no, yes } from '../words';
import { defineFormat } from './format';
import { textOption, textSchema, type TextOption } from './options';

export interface BooleanOptions {
  yes?: TextOption;
  no?: TextOption;
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

export const boolean = defineFormat<BooleanOptions>({
  id: 'boolean',
  name: 'Yes or no',
  description:
    'Shows a truth in words. Besides true and false it takes 1 and 0 and the words true, false, yes, no in any letter case, because Studio sends text.',
  expects: 'true or false',
  options: {
    yes: textSchema('Word for yes', 'Shown when the value is true.'),
    no: textSchema('Word for no', 'Shown when the value is false.'),
  },
  samples: [{ value: true }, { value: 'false' }, { value: true, options: { yes: 'Subscribed', no: 'Not subscribed' } }],
  accepts: (value) => truthOf(value) !== undefined,
  prepare(options, env) {
    const yesText = textOption(options.yes, env.locale) ?? yes;
    const noText = textOption(options.no, env.locale) ?? no;
    return (value) => {
      const truth = truthOf(value) ?? false;
      return { kind: 'boolean', value: truth, text: truth ? yesText : noText };
    };
  },
});
