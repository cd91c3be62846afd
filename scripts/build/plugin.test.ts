import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from './root';
import { buildPlugin } from './plugin';

let folder: string;
/** Of which code is in the script that every agent loads, from the root of the checkout. */
let modules: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  const found = await buildPlugin({ outFile: join(folder, 'plugin.js'), env: {}, sourcemap: false });
  modules = found.map((path) => path.replace(at(''), ''));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the script that every agent loads', () => {
  it('has the panel in it', () => {
    expect(modules).toContain('plugin/src/index.ts');
    expect(modules.filter((path) => path.startsWith('display/')).length).toBeGreaterThan(10);
  });

  it('has nothing of the admins’ editor in it: neither its forms nor what only it knows', () => {
    expect(modules.filter((path) => path.includes('@rjsf/') || path.startsWith('editor/'))).toEqual([]);
    const admin = modules.filter((path) => path.startsWith('plugin/src/admin/')).map((path) => path.split('/').at(-1));
    // The link in the navigation, and what loads the editor when it is followed.
    expect(admin.sort()).toEqual([
      'AdminView.tsx',
      'addAdminView.tsx',
      'contract.ts',
      'loadEditor.ts',
      'loaderStrings.ts',
      'tasksOf.ts',
    ]);
  });

  it('compiles no schema: validators are generated, so no validator library is in it', () => {
    expect(modules.filter((path) => /node_modules\/(?:ajv|json-schema)/.test(path))).toEqual([]);
  });
});
