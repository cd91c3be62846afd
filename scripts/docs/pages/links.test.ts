import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '../../build/root';
import { anchorsOf, PAGES, readPage, type Page } from './pages';

interface Link {
  page: string;
  to: string;
  isPicture: boolean;
  says: string;
}

function linksOf({ path, prose }: Page): Link[] {
  return [...prose.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, mark, says = '', to = '']) => ({
    page: path,
    to,
    isPicture: mark === '!',
    says,
  }));
}

const links = PAGES.flatMap(linksOf);
const isOutside = ({ to }: Link) => /^[a-z]+:/.test(to);

/** Where a relative link leads, from the root. */
const targetOf = ({ page, to }: Link) => {
  const [file = ''] = to.split('#');
  return file === '' ? page : join(dirname(page), decodeURI(file)).replaceAll('\\', '/');
};

describe('links of the documentation', () => {
  it.each(links.filter((link) => !isOutside(link)))('$page: $to leads somewhere', (link) => {
    const target = targetOf(link);
    expect(existsSync(at(target)), target).toBe(true);
    const [, anchor] = link.to.split('#');
    if (anchor !== undefined) expect(anchorsOf(readPage(target).text)).toContain(anchor);
  });

  it('leave the checkout over https only', () => {
    expect(links.filter((link) => isOutside(link) && !/^https:\/\//.test(link.to))).toEqual([]);
  });
});

describe('pictures of the documentation', () => {
  const pictures = links.filter(({ isPicture }) => isPicture);
  const taken = readFileSync(at('scripts/screenshots/pictures.ts'), 'utf8');

  it.each(pictures)('$page: $to is taken by npm run screenshots, and said in words too', (link) => {
    const name = /^docs\/images\/([\w-]+)\.png$/.exec(targetOf(link))?.[1] ?? '';
    expect(taken).toContain(`name: '${name}'`);
    expect(link.says).not.toBe('');
  });

  it('are all on some page', () => {
    const shown = new Set(pictures.map(targetOf));
    const files = readdirSync(at('docs/images')).map((file) => `docs/images/${file}`);
    expect(files.filter((file) => !shown.has(file))).toEqual([]);
  });
});

it('every page of docs/ is in the index', () => {
  const index = new Set(links.filter(({ page }) => page === 'docs/README.md').map(targetOf));
  const pages = PAGES.map(({ path }) => path).filter((path) => /^docs\/(?!README)/.test(path));
  expect(pages.filter((path) => !index.has(path))).toEqual([]);
});
