import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** What @twilio/flex-plugin-scripts 7.1.2 looks for in the folder of a plugin before it does anything. */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const read = (path: string) => readFileSync(at(path), 'utf8');

interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const root = JSON.parse(read('../package.json')) as Manifest;

describe('the folder of the plugin', () => {
  it('has a manifest with dependencies, if empty, and the Flex that the project is made for', () => {
    expect(manifest.dependencies).toEqual({});
    expect(manifest.devDependencies['@twilio/flex-ui']).toBe(root.devDependencies['@twilio/flex-ui']);
    expect(manifest.devDependencies['@twilio/flex-plugin-scripts']).toBe(root.devDependencies['@twilio/flex-plugin']);
  });

  it('has a name that the standalone builder takes for one of a plugin', () => {
    expect(manifest.name).toMatch(/^plugin-/);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('loads one plugin, as text, in its index', () => {
    const [index, ...others] = ['js', 'jsx', 'ts', 'tsx']
      .map((end) => `src/index.${end}`)
      .filter((path) => existsSync(at(path)));
    expect([index, others]).toEqual(['src/index.ts', []]);
    expect(read('src/index.ts').match(/\.loadPlugin\(/g)).toHaveLength(1);
  });

  it('configures the Flex that flex:plugins:start opens', () => {
    expect(read('public/appConfig.js')).toMatch(/^var appConfig = \{/m);
  });

  it('has a tsconfig.json, else the builder writes one of its own', () => {
    expect(JSON.parse(read('tsconfig.json'))).toMatchObject({ extends: '../tsconfig.json' });
  });

  it('is CommonJS, so that webpack.config.js can be required', () => {
    expect(manifest).not.toHaveProperty('type');
  });

  it('is no workspace: npm would delete the packages through plugin/node_modules', () => {
    expect(root).not.toHaveProperty('workspaces');
  });
});
