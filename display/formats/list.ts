import { genericList, limits } from '../generic-value';
import { defineFormat } from './format';
import { wholeOption } from './options';

export interface ListOptions {
  max?: number;
}

export const list = defineFormat<ListOptions>({
  id: 'list',
  name: 'List',
  description: 'Shows the items of a list one below the other, each by what it is.',
  expects: 'a list',
  options: {
    max: {
      title: 'Most items',
      description: 'How many are shown before "n more".',
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: limits.items,
    },
  },
  samples: [
    { value: ['Asked for a refund', 'Was offered a voucher', 'Declined'] },
    { value: [1, 2, 3, 4], options: { max: 2 } },
  ],
  accepts: (value) => Array.isArray(value) && value.length > 0,
  prepare(options, env) {
    const most = wholeOption(options.max, 1, 200) ?? limits.items;
    return (value, _now, pointer) => genericList(Array.isArray(value) ? value : [], most, env, pointer);
  },
});
