import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { build, esmExternalRequirePlugin, type Rolldown } from 'vite';
import { pluginDefines, type Variables } from './environment';
import { onlyDeprecatedTokens, PASTE_PARTS } from './paste';
import { at } from './root';
import { NOTICES_FILE } from '../licences/notices';

/** Modules that Flex provides as globals, and the expression that reads each. Everything else is bundled. */
const GLOBALS: Record<string, string> = {
  react: 'React',
  'react-dom': 'ReactDOM',
  redux: 'Redux',
  'react-redux': 'ReactRedux',
  // Flex gives each plugin its own proxy where it isolates plugins; older hosts have only the one object.
  '@twilio/flex-ui': '(window.Twilio.FlexProxy?.["plugin-customer-context"] ?? window.Twilio.Flex)',
};

/** Where the licences of the packages inside are: a minified script has lost its comments. */
const NOTICE = `/*! Customer Context for Twilio Flex, Apache-2.0. ${NOTICES_FILE}, beside its functions, has the notices of the packages inside. */`;

interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
}

function manifestOf(path: string): Manifest {
  return JSON.parse(readFileSync(at(path), 'utf8')) as Manifest;
}

/** Versions that `@twilio/flex-plugin` reports to Flex. Twilio's own builder fills the same constants. */
function flexPluginDefines(wanted: string | undefined): Record<string, string> {
  const plugin = manifestOf('plugin/package.json');
  const version = (name: string) => manifestOf(`node_modules/${name}/package.json`).version;
  const values = {
    __FPB_PLUGIN_UNIQUE_NAME: plugin.name,
    __FPB_PLUGIN_VERSION: wanted ?? plugin.version,
    __FPB_FLEX_PLUGIN_SCRIPTS_VERSION: version('@twilio/flex-plugin'),
    __FPB_FLEX_PLUGIN_VERSION: version('@twilio/flex-plugin'),
    __FPB_FLEX_UI_VERSION: version('@twilio/flex-ui'),
    __FPB_REACT_VERSION: version('react'),
    __FPB_REACT_DOM_VERSION: version('react-dom'),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}

export interface PluginBuild {
  /** Where the classic script goes; its source map goes beside it. */
  outFile: string;
  /** Only `FLEX_APP_*` of these reach the bundle. */
  env: Variables;
  /** Other entry than the plugin itself: benches build their pages with the very same settings. */
  entry?: string;
  /** The version that the plugin gives itself; default: that of `plugin/package.json`. */
  version?: string;
  /** Whether a source map goes beside it; default: yes. */
  sourcemap?: boolean;
  /**
   * Make what Twilio's own builder can go on with: its constants are left for it to fill in, and no syntax is newer than
   * its webpack. Default: no.
   */
  forTwilioBuilder?: boolean;
}

/**
 * Bundles the plugin into one classic script, as Flex's plugin service loads it. Takes about two seconds.
 *
 * @returns the modules of which code is in it, by path
 */
export async function buildPlugin({
  outFile,
  env,
  entry = at('plugin/src/index.ts'),
  version,
  sourcemap = true,
  forTwilioBuilder = false,
}: PluginBuild): Promise<string[]> {
  const built = await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    root: at('plugin'),
    publicDir: false,
    define: { ...(forTwilioBuilder ? {} : flexPluginDefines(version)), ...pluginDefines(env) },
    // Said outright, because Vite would take it from NODE_ENV, which a test runner sets to something else.
    mode: 'production',
    // CommonJS packages `require` what Flex provides; a browser has no `require`.
    plugins: [onlyDeprecatedTokens, esmExternalRequirePlugin({ external: Object.keys(GLOBALS) })],
    resolve: { alias: [PASTE_PARTS] },
    oxc: { jsx: { runtime: 'classic', development: false } },
    build: {
      outDir: dirname(outFile),
      emptyOutDir: false,
      target: forTwilioBuilder ? 'es2019' : 'es2020',
      sourcemap,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'CustomerContextPlugin', fileName: () => basename(outFile) },
      rolldownOptions: { output: { globals: GLOBALS, postBanner: NOTICE } },
    },
  });
  return [built]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .flatMap(modulesOf);
}

function modulesOf(part: Rolldown.OutputChunk | Rolldown.OutputAsset): string[] {
  if (part.type !== 'chunk') return [];
  return Object.entries(part.modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([path]) => path);
}
