import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getListOfFunctionsAndAssets } from '@twilio-labs/serverless-api/dist/utils/fs.js';
import { pluginDefines, type Variables } from '../build/environment';
import { FUNCTION_INPUTS, PLUGIN_INPUTS } from '../build/inputs';
import { buildPlugin } from '../build/plugin';
import { at } from '../build/root';
import { buildService } from '../build/service';
import { buildWhenStale, fingerprint } from '../build/stale';

/** A function or public asset, as it is built here. */
export interface LocalFile {
  kind: 'function' | 'asset';
  /** What Twilio's own tools call it: its address with a slash in front. */
  name: string;
  path: string;
  access: 'public' | 'protected' | 'private';
  content: Buffer;
}

export interface PluginBundle {
  script: Buffer;
  map: Buffer;
}

/** The plugin's name, description and version, from `plugin/package.json`. */
export interface PluginIdentity {
  name: string;
  version: string;
  description: string;
}

/** Makes what is deployed. */
export interface Builder {
  plugin: PluginIdentity;
  buildService(): Promise<readonly LocalFile[]>;
  /** @param variables only `FLEX_APP_*` of these reach the bundle. */
  buildPlugin(version: string, variables: Variables): Promise<PluginBundle>;
}

export function pluginIdentity(): PluginIdentity {
  const { name, version, description } = JSON.parse(readFileSync(at('plugin/package.json'), 'utf8')) as PluginIdentity;
  return { name, version, description };
}

/** Builds this checkout; what did not change since the last time is not built again. */
export function checkoutBuilder(): Builder {
  const plugin = pluginIdentity();
  const outDir = at('.cache/deploy');
  return {
    plugin,
    async buildService() {
      const folder = join(outDir, 'service');
      const inputs = fingerprint([...FUNCTION_INPUTS, ...PLUGIN_INPUTS]);
      await buildWhenStale(join(outDir, 'service.stamp'), inputs, async () => {
        rmSync(folder, { recursive: true, force: true });
        await buildService(folder);
      });
      const { functions, assets } = await getListOfFunctionsAndAssets(folder, {
        functionsFolderNames: ['functions'],
        assetsFolderNames: ['assets'],
      });
      return [...local('function', functions), ...local('asset', assets)];
    },
    async buildPlugin(version, variables) {
      const outFile = join(outDir, 'plugin', `${plugin.name}.js`);
      const inputs = fingerprint(PLUGIN_INPUTS, [version, pluginDefines(variables)]);
      await buildWhenStale(join(outDir, 'plugin.stamp'), inputs, async () => {
        await buildPlugin({ outFile, env: variables, version });
      });
      return { script: readFileSync(outFile), map: readFileSync(`${outFile}.map`) };
    },
  };
}

type Listed = Awaited<ReturnType<typeof getListOfFunctionsAndAssets>>['functions'];

function local(kind: LocalFile['kind'], files: Listed): LocalFile[] {
  return files.map(({ name, path, access, content }) => ({
    kind,
    name,
    path,
    access,
    content: Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8'),
  }));
}
