import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkModules } from './link';

let root: string;
const link = () => join(root, 'plugin/node_modules');
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'link-')));
  mkdirSync(join(root, 'plugin'));
  mkdirSync(join(root, 'node_modules/react'), { recursive: true });
  writeFileSync(join(root, 'node_modules/react/package.json'), '{ "version": "17.0.2" }');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the plugin’s link to the packages', () => {
  it('leads to those of the checkout, wherever that is moved', () => {
    linkModules(root);
    linkModules(root);
    expect(readFileSync(join(link(), 'react/package.json'), 'utf8')).toContain('17.0.2');
    if (process.platform !== 'win32') expect(readlinkSync(link())).toBe('../node_modules');
  });

  it('is made again where it led elsewhere', () => {
    symlinkSync(join(root, 'gone'), link(), 'junction');
    linkModules(root);
    expect(realpathSync(link())).toBe(join(root, 'node_modules'));
  });

  it('takes nobody’s folder away', () => {
    mkdirSync(join(link(), 'react'), { recursive: true });
    expect(() => linkModules(root)).toThrow(/is no link/);
    expect(realpathSync(link())).toBe(link());
  });
});
