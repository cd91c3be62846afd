import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import React from 'react';
import ReactDOM from 'react-dom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createFlex, createManager } from './src/testing/flex-ui';

/**
 * What `twilio flex:plugins:build` and `start` do with plugin/webpack.config.js, without webpack: its configuration, as
 * @twilio/flex-plugin-webpack 7.1.2 makes it, is handed over, and the hooks are run that webpack runs. `npm run
 * twilio-tools` does it with the real thing.
 */

/** Plugins of the builder's configuration are told apart by the names of their classes. */
class DefinePlugin {
  constructor(readonly definitions: Record<string, unknown>) {}
}
class SourceMapDevToolPlugin {
  sourceMapFilename: string | undefined;
}
const verdict = vi.fn();
class ForkTsCheckerWebpackPlugin {
  static getCompilerHooks = () => ({ receive: { call: verdict } });
  readonly silent = true;
}
class HtmlWebpackPlugin {
  readonly inject = false;
}

type Step = () => Promise<void>;
interface Tapped {
  apply(compiler: unknown): void;
}
interface Initialised {
  init(flex: unknown, manager: unknown): void;
}
interface Configuration {
  entry: string[];
  devtool: string | false;
  node: unknown;
  optimization: Record<string, unknown>;
  module: { rules: { resource?: string; loader?: string }[] };
  plugins: object[];
}

const require = createRequire(import.meta.url);
const configure = require('./webpack.config.js') as (config: Configuration) => Configuration;
const source = require.resolve('./src/index.ts').replace(/\.ts$/, '');

/** FLEX_APP_ variables as the builder finds them, and quotes them. */
const variables = { FLEX_APP_FUNCTIONS_BASE: 'https://customer-context-1234-dev.twil.io', FLEX_APP_PLACEMENT: 'tab' };
const constants = new DefinePlugin({
  __FPB_PLUGIN_UNIQUE_NAME: "'plugin-customer-context'",
  'process.env': Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)])),
});

function given(plugins: object[], entry: string[]): Configuration {
  return {
    entry,
    devtool: 'hidden-source-map',
    node: { fs: 'empty' },
    optimization: { minimize: true, splitChunks: false },
    module: { rules: [] },
    plugins,
  };
}

/** Runs the plugin that is ours, and gives back what it tapped, by hook. */
function tap(configuration: Configuration, compiler: object = {}): Map<string, Step> {
  const steps = new Map<string, Step>();
  const hook = (name: string) => ({
    tap: (_name: string, step: Step) => steps.set(name, step),
    tapPromise: (_name: string, step: Step) => steps.set(name, step),
  });
  const hooks = Object.fromEntries(['beforeRun', 'watchRun', 'afterCompile', 'done'].map((name) => [name, hook(name)]));
  const ours = configuration.plugins.filter((plugin): plugin is Tapped => 'apply' in plugin);
  expect(ours).toHaveLength(1);
  ours[0]!.apply({ ...compiler, hooks });
  return steps;
}

describe('a production build', () => {
  const maps = new SourceMapDevToolPlugin();
  const other = new HtmlWebpackPlugin();
  const production = configure(given([constants, maps, other, new ForkTsCheckerWebpackPlugin()], [source]));
  const [script = ''] = production.entry;
  let code: string;
  beforeAll(async () => {
    await tap(production).get('beforeRun')?.();
    code = readFileSync(script, 'utf8');
  }, 120_000);

  it('starts from the bundle, which is left as it is, and leaves everything else to the builder', () => {
    expect(production.entry).toEqual([expect.stringMatching(/plugin-customer-context\.js$/)]);
    expect(production.optimization).toEqual({ minimize: false, splitChunks: false });
    expect(production.node).toBe(false);
    expect(production.plugins).toEqual([constants, maps, other, expect.anything()]);
  });

  it('has one source map, that of the bundle', () => {
    expect([maps.sourceMapFilename, production.devtool]).toEqual(['[file].map', false]);
    const { resource, loader = '' } = production.module.rules[0]!;
    expect(resource).toBe(script);
    const load = require(loader) as (this: unknown, code: string) => void;
    const callback = vi.fn();
    load.call({ resourcePath: script, addDependency: () => undefined, callback }, code);
    const [error, handedOn, map] = callback.mock.calls[0] as [unknown, string, { sources: string[] }];
    expect(error).toBeNull();
    expect(handedOn.startsWith(code.slice(0, 1000))).toBe(true);
    expect(handedOn).not.toContain('sourceMappingURL');
    expect(map.sources.some((file) => file.endsWith('plugin/src/plugin.tsx'))).toBe(true);
  });

  it('leaves the builder its own constants, and no syntax that its webpack does not know', () => {
    const left = new Set([...code.matchAll(/__FPB_[A-Z_]+/g)].map(([name]) => name));
    expect([...left].sort()).toEqual([
      '__FPB_FLEX_PLUGIN_SCRIPTS_VERSION',
      '__FPB_FLEX_PLUGIN_VERSION',
      '__FPB_FLEX_UI_VERSION',
      '__FPB_PLUGIN_UNIQUE_NAME',
      '__FPB_PLUGIN_VERSION',
      '__FPB_REACT_DOM_VERSION',
      '__FPB_REACT_VERSION',
    ]);
    expect(code).not.toMatch(/\?\.[a-z([]|\?\?/i);
  });

  it('carries the variables that the builder found', () => {
    expect(code).toContain(variables.FLEX_APP_FUNCTIONS_BASE);
  });

  it('loads one plugin', () => {
    expect(code.match(/\.loadPlugin\(/g)).toHaveLength(1);
  });

  it('hands Flex that plugin, which puts itself where the variables say', () => {
    for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockReturnValue();
    const init = vi.fn();
    const flex = createFlex();
    vi.stubGlobal('React', React);
    vi.stubGlobal('ReactDOM', ReactDOM);
    vi.stubGlobal('Twilio', { Flex: { ...flex, Plugins: { init } } });
    const found = [...code.matchAll(/__FPB_[A-Z_]+/g)].map(([name]) => name);
    for (const name of found)
      vi.stubGlobal(name, name === '__FPB_PLUGIN_UNIQUE_NAME' ? 'plugin-customer-context' : '1');
    try {
      runInThisContext(code);
      expect(init).toHaveBeenCalledTimes(1);
      const Plugin = init.mock.calls[0]?.[0] as new () => Initialised;
      new Plugin().init(flex, createManager());
      expect(flex.TaskCanvasTabs.Content.added).toHaveLength(1);
    } finally {
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    }
  });
});

describe('the development server', () => {
  const client = '/tools/hot-dev-client.js';
  const development = configure(given([constants, new ForkTsCheckerWebpackPlugin()], [client, source]));

  it('keeps what reloads the page, and the builder’s own source maps', () => {
    expect(development.entry).toEqual([client, expect.stringMatching(/plugin-customer-context\.js$/)]);
    expect(development.devtool).toBe('hidden-source-map');
  });

  it('builds again when a source changes, and tells the builder that nothing is wrong with the types', async () => {
    const steps = tap(development);
    await steps.get('watchRun')?.();
    const watched = new Set<string>();
    await (steps.get('afterCompile') as (compilation: unknown) => unknown)({ contextDependencies: watched });
    expect([...watched].some((folder) => source.startsWith(folder))).toBe(true);
    await steps.get('done')?.();
    expect(verdict).toHaveBeenCalledWith([], []);
  }, 120_000);
});
