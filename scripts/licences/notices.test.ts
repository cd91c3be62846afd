import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesOf } from './notices';
import { packagesOf } from './packages';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'notices-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string | object): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text));
  return file;
}

describe('packages of a bundle', () => {
  it('are the innermost ones that hold its modules, each once, and none of our own files', () => {
    write('node_modules/a/package.json', {
      name: 'a',
      version: '1.0.0',
      license: 'MIT',
      author: 'Ada <ada@example.com>',
    });
    write('node_modules/a/node_modules/@b/c/package.json', {
      name: '@b/c',
      version: '2.0.0',
      licenses: [{ type: 'ISC' }],
    });
    const modules = [
      join(folder, 'src/index.ts'),
      '\0rolldown/runtime.js',
      join(folder, 'node_modules/a/one.js'),
      `\0${join(folder, 'node_modules/a/two.js')}?commonjs-es-import`,
      join(folder, 'node_modules/a/node_modules/@b/c/dist/index.js'),
    ];
    expect(packagesOf(modules).map(({ name, version, licence, author }) => [name, version, licence, author])).toEqual([
      ['@b/c', '2.0.0', 'ISC', ''],
      ['a', '1.0.0', 'MIT', 'Ada'],
    ]);
  });

  it('bring every licence file they have', () => {
    write('node_modules/a/package.json', { name: 'a', version: '1.0.0', license: 'Apache-2.0' });
    for (const file of ['LICENSE', 'NOTICE.md', 'licence-mit.txt', 'LICENSES.js', 'README.md']) {
      write(`node_modules/a/${file}`, `of ${file}\r\n`);
    }
    const [one] = packagesOf([join(folder, 'node_modules/a/index.js')]);
    expect(one?.texts).toEqual(['of LICENSE', 'of NOTICE.md', 'of licence-mit.txt']);
  });
});

describe('the notices', () => {
  const one = { name: 'a', version: '1.0.0', licence: 'MIT', author: 'Ada', texts: ['The same text'] };

  it('say each text once, below the packages that it is of', () => {
    const text = noticesOf([one, { ...one, name: 'b' }]);
    expect(text).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n\nThe same text\n');
    expect(text.split('The same text')).toHaveLength(2);
  });

  it('name the author and the declared licence of a package without a text', () => {
    expect(noticesOf([{ ...one, texts: [] }])).toContain(
      'Copyright Ada. Its manifest declares MIT; it brings no licence text.',
    );
  });
});
