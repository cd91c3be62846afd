import { tags as showTags } from '../generic-value';
import type { Json } from '../json';
import { typistOf } from '../typist';
import { defineFormat } from './format';
import { wholeOption } from './options';

export interface TagsOptions {
  separator?: string;
  max?: number;
}

function separatorOf(options: TagsOptions): string {
  return typeof options.separator === 'string' && options.separator !== '' ? options.separator : ',';
}

/** The scalars in a list, or the pieces of a text, or undefined. */
function itemsOf(value: Json, options: TagsOptions): Json[] | undefined {
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object' || item === null) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const pieces = value.split(separatorOf(options)).map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== '');
}

export const tags = defineFormat<TagsOptions>({
  id: 'tags',
  name: 'Tags',
  description: 'Shows a list of short values side by side. A text is taken apart at the separator.',
  expects: 'a list of short values, or a text with separators',
  options: {
    separator: {
      title: 'Separator',
      description: 'What stands between the items of a text.',
      type: 'string',
      minLength: 1,
      maxLength: 5,
      default: ',',
    },
    max: {
      title: 'Most tags',
      description: 'How many are shown before "n more".',
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 20,
    },
  },
  samples: [
    { value: ['vip', 'newsletter', 'beta'] },
    { value: 'red; green; blue', options: { separator: ';' } },
    { value: ['a', 'b', 'c', 'd'], options: { max: 2 } },
  ],
  accepts: (value, options) => (itemsOf(value, options)?.length ?? 0) > 0,
  prepare(options, env) {
    const most = wholeOption(options.max, 1, 200) ?? 20;
    const typist = typistOf(env);
    return (value) => showTags(itemsOf(value, options) ?? [], typist, most);
  },
});
