import { jsonText } from '../json-text';
import { defineFormat } from './format';

/** More than anyone reads; the copy button has all of it. */
const mostCharacters = 20_000;

export const json = defineFormat({
  id: 'json',
  name: 'JSON',
  description: 'Shows the value as indented JSON, for people who read JSON.',
  expects: 'any value',
  options: {},
  samples: [{ value: { order: 'A-1093', items: [1, 2] } }, { value: [true, null] }],
  accepts: () => true,
  prepare: () => (value) => ({ kind: 'json', text: jsonText(value, mostCharacters, '  ') }),
});
