import type { DisplaySchema } from '../../schemas/generated/display-schema';
import { flat } from '../support/data';

/** Numbers of traits that a customer has. */
export const SIZES = [20, 200, 900] as const;
export const TOKEN = 'flex-token-of-the-bench';
export const userId = (size: number) => `u-${size}`;

/**
 * A document that makes the service do all of its work: a layout that depends on traits, masks, hidden keys, rules for
 * events. It shows the rest, so that every trait is fetched and projected.
 */
export function documentFor(size: number): DisplaySchema {
  const keys = Object.keys(flat(size));
  const traits = {
    sections: [
      {
        title: 'Customer',
        fields: keys.slice(0, 20).map((key, index) => ({
          key,
          ...(index === 2 ? { mask: { reveal: ['supervisor'] } } : {}),
          ...(index === 9 ? { when: { fact: 'traits:/plan', op: 'eq', value: 'gold' } } : {}),
        })),
      },
    ],
    rest: 'show' as const,
    hidden: ['internal*', keys[5] ?? ''],
  };
  return {
    version: 1,
    traits,
    layouts: [{ name: 'Gold', when: { fact: 'traits:/plan', op: 'eq', value: 'gold' }, traits }],
    events: { rules: [{ name: 'Order Placed', label: 'Order', primary: { key: 'order_total_0' } }] },
  };
}
