import type { DisplaySchema } from '../../schemas/generated/display-schema';
import { flat } from '../support/data';

const fields = Object.keys(flat(20)).map((key) => ({ key }));

/** Names its traits, so that Segment is asked for no others; its layout depends on the context. */
export const BY_CONTEXT: DisplaySchema = {
  version: 1,
  traits: { sections: [{ fields }], rest: 'hide' },
  layouts: [
    { name: 'Refund', when: { fact: 'context:/intent', op: 'eq', value: 'refund' }, context: { rest: 'show' } },
  ],
};

/** Shows every trait, and chooses its layout by one. */
export const BY_TRAIT: DisplaySchema = {
  version: 1,
  traits: { sections: [{ fields }], rest: 'show' },
  layouts: [{ name: 'Gold', when: { fact: 'traits:/plan', op: 'eq', value: 'gold' }, context: { rest: 'show' } }],
};
