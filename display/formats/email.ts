import { emailLink } from '../link-safety';
import { visible } from '../visible';
import type { DisplayValue } from '../value';
import { defineFormat } from './format';

/** An e-mail address as a link, or undefined when it is not one. */
export function showEmail(address: string): DisplayValue | undefined {
  const link = emailLink(address);
  return link && { kind: 'link', text: address, ...link };
}

export const email = defineFormat({
  id: 'email',
  name: 'E-mail address',
  description: 'Makes an e-mail address clickable. Takes one plain address, without a name or a subject.',
  expects: 'an e-mail address',
  options: {},
  samples: [{ value: 'ana.duarte@example.com' }, { value: 'soporte+es@example.com' }],
  accepts: (value) => typeof value === 'string' && emailLink(value) !== undefined,
  prepare: () => (value) => {
    const address = typeof value === 'string' ? value : '';
    return showEmail(address) ?? { kind: 'text', text: visible(address) };
  },
});
