import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '../../build/root';
import { PAGES } from './pages';

/** Files that the documentation names and a checkout does not have, and why. */
const NOT_HERE: Readonly<Record<string, string>> = {
  '.env': 'the operator’s own',
  'dist/': 'made by npm run build',
  'plugin/build/': 'made by flex:plugins:build',
};

const top = readdirSync(at(''));
const EXTENSIONS = /\.(?:md|tsx?|m?js|json|ya?ml|css|html|png|example)$/;

/** Whether a text between backticks means a file or a folder of this repository. */
function isPath(code: string): boolean {
  if (!/^[\w./@-]+$/.test(code) || code.startsWith('/')) return false;
  const [first = ''] = code.split('/');
  if (code.includes('/')) return top.includes(first) && (EXTENSIONS.test(code) || code.endsWith('/'));
  return top.includes(code) || /^\.env/.test(code);
}

/** The same below the folder that a page is in: a README speaks of its neighbours. */
function isNeighbour(code: string, page: string): boolean {
  return (
    /^[\w./-]+$/.test(code) &&
    (EXTENSIONS.test(code) || code.endsWith('/')) &&
    /README\.md$/.test(page) &&
    !code.startsWith('/')
  );
}

const named = PAGES.flatMap(({ path, codes }) =>
  [...new Set(codes)].filter((code) => isPath(code) || isNeighbour(code, path)).map((file) => ({ page: path, file })),
);

describe('files named in the documentation', () => {
  it('are recognised', () => {
    expect(named.length).toBeGreaterThan(15);
  });

  it.each(named)('$page: $file exists', ({ page, file }) => {
    const places = [file, `${dirname(page)}/${file}`];
    expect(file in NOT_HERE || places.some((place) => existsSync(at(place)))).toBe(true);
  });
});
