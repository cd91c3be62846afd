import { safeLink } from '../link-safety';
import type { DisplayValue } from '../value';
import { visible } from '../visible';
import { defineFormat } from './format';
import { textOption, textSchema, type TextOption } from './options';

export interface LinkOptions {
  text?: TextOption;
}

/** A web, e-mail or phone address as a link, or undefined when it is not a safe one. */
export function showLink(address: string, text = address): DisplayValue | undefined {
  const link = safeLink(address);
  return link && { kind: 'link', text, ...link };
}

export const link = defineFormat<LinkOptions>({
  id: 'link',
  name: 'Link',
  description:
    'Makes an address clickable. Only http, https, mailto and tel; web addresses always show the host they lead to. An address with a user name in it is not made a link.',
  expects: 'a web, e-mail or phone address (https, http, mailto or tel)',
  options: {
    text: textSchema('Text of the link', 'Shown instead of the address; the host stays visible.'),
  },
  samples: [
    { value: 'https://shop.example/orders/A-1093' },
    { value: 'https://shop.example/orders/A-1093', options: { text: 'Open order' } },
    { value: 'mailto:ana@example.com' },
  ],
  accepts: (value) => typeof value === 'string' && safeLink(value) !== undefined,
  prepare(options, env) {
    const text = textOption(options.text, env.locale);
    return (value) => {
      const address = typeof value === 'string' ? value : '';
      return showLink(address, text ?? address) ?? { kind: 'text', text: visible(address) };
    };
  },
});
