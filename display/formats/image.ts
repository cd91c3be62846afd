import { safeLink } from '../link-safety';
import { visible } from '../visible';
import { defineFormat } from './format';
import { textOption, textSchema, wholeOption, type TextOption } from './options';

export interface ImageOptions {
  hosts: string[];
  width?: number;
  height?: number;
  alt?: TextOption;
}

/** The address of a picture, when it is https on one of the hosts. */
function sourceOf(value: unknown, hosts: unknown): { src: string; host: string } | undefined {
  if (typeof value !== 'string' || !Array.isArray(hosts)) return undefined;
  const link = safeLink(value);
  if (link?.host === undefined || !link.href.startsWith('https:')) return undefined;
  const { href, host } = link;
  const listed = hosts.some((name) => typeof name === 'string' && name.toLowerCase() === host);
  return listed ? { src: href, host } : undefined;
}

/** "https://cdn.example/cats/tom%20cat.jpg" → "tom cat.jpg": what stands for the picture in words. */
function fileName(src: string): string {
  const path = src.replace(/[?#].*$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return visible(decodeURIComponent(name));
  } catch {
    return name;
  }
}

const size = (title: string, description: string) =>
  ({ title, description, type: 'integer', minimum: 16, maximum: 640 }) as const;

export const image = defineFormat<ImageOptions>({
  id: 'image',
  name: 'Image',
  description:
    'Loads a picture, from the listed hosts only and over https only. The host learns that an agent looked; list only hosts you trust.',
  expects: 'the https address of a picture on a listed host',
  options: {
    hosts: {
      title: 'Hosts',
      description: 'Hosts that pictures may come from, such as cdn.shop.example. Others are not loaded.',
      type: 'array',
      minItems: 1,
      items: {
        title: 'Host',
        description: 'A host name, with a port if it is not the usual one.',
        type: 'string',
        pattern: '^[A-Za-z0-9.-]+(:[0-9]{1,5})?$',
      },
    },
    width: { ...size('Width', 'Width in pixels.'), default: 96 },
    height: { ...size('Height', 'Height in pixels.'), default: 96 },
    alt: textSchema('Description of the picture', 'What screen readers say. Left out: the name of the file.'),
  },
  required: ['hosts'],
  samples: [
    {
      value: 'https://cdn.shop.example/shoes/red.jpg',
      options: { hosts: ['cdn.shop.example'], width: 120, height: 80, alt: 'Ordered shoe' },
    },
    { value: 'https://elsewhere.example/red.jpg', options: { hosts: ['cdn.shop.example'] } },
  ],
  accepts: (value, options) => sourceOf(value, options.hosts) !== undefined,
  prepare(options, env) {
    const width = wholeOption(options.width, 16, 640) ?? 96;
    const height = wholeOption(options.height, 16, 640) ?? 96;
    const alt = textOption(options.alt, env.locale);
    return (value) => {
      const source = sourceOf(value, options.hosts);
      if (!source) return { kind: 'text', text: '' };
      return { kind: 'image', ...source, width, height, text: alt ?? (fileName(source.src) || source.host) };
    };
  },
});
