import { join } from 'node:path';
import { PLACEMENTS } from '../../sandbox/state/types';
import { buildFunctions } from './functions';
import { buildEditor, EDITOR_FILE } from './editor';
import { FUNCTION_INPUTS, PLUGIN_INPUTS } from './inputs';
import { buildPlugin } from './plugin';
import { at } from './root';
import { buildWhenStale, fingerprint } from './stale';

export interface SandboxFiles {
  cacheDir: string;
  functionsDir: string;
  /** Public assets of the functions' service. */
  assetsDir: string;
  pluginScript: (placement: string) => string;
}

/**
 * Builds what the sandbox serves, where it is stale: the functions, and the plugin once per placement, since a
 * placement is a build-time variable. The operator's own `.env` plays no part in it.
 */
export async function buildForSandbox(onStep: (step: string) => void): Promise<SandboxFiles> {
  const cacheDir = at('.cache/sandbox');
  const functionsDir = join(cacheDir, 'built/functions');
  const assetsDir = join(cacheDir, 'built/assets');
  const pluginScript = (placement: string) => join(cacheDir, `built/plugin/${placement}.js`);

  await buildWhenStale(join(cacheDir, 'built/functions.stamp'), fingerprint(FUNCTION_INPUTS), async () => {
    onStep('Building the functions');
    await buildFunctions({ outDir: functionsDir });
  });
  await buildWhenStale(join(cacheDir, 'built/editor.stamp'), fingerprint(PLUGIN_INPUTS), async () => {
    onStep('Building the editor');
    await buildEditor({ outFile: join(assetsDir, EDITOR_FILE) });
  });
  for (const placement of PLACEMENTS) {
    const env = { FLEX_APP_FUNCTIONS_BASE: '/_functions', FLEX_APP_PLACEMENT: placement };
    const inputs = fingerprint(PLUGIN_INPUTS, env);
    await buildWhenStale(join(cacheDir, `built/plugin/${placement}.stamp`), inputs, async () => {
      onStep(`Building the plugin (placement ${placement})`);
      await buildPlugin({ outFile: pluginScript(placement), env });
    });
  }
  return { cacheDir, functionsDir, assetsDir, pluginScript };
}
