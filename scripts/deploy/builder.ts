import { readFileSync } from 'node:fs';
import { getListOfFunctionsAndAssets } from '@twilio-labs/serverless-api/dist/utils/fs.js';
import type { Variables } from '../build/environment';
import { buildPlugin } from '../build/plugin';
import { at } from '../build/root';
import { buildService } from '../build/service';

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

/** Builds this checkout into `dist/`, as `npm run build` does. */
export function checkoutBuilder(): Builder {
  const plugin = pluginIdentity();
  return {
    plugin,
    async buildService() {
      await buildService();
      const { functions, assets } = await getListOfFunctionsAndAssets(at('dist'), {
        functionsFolderNames: ['functions'],
        assetsFolderNames: ['assets'],
      });
      const local = (kind: LocalFile['kind'], files: typeof functions): LocalFile[] =>
        files.map((file) => ({
          kind,
          name: file.name,
          path: file.path,
          access: file.access,
          content: Buffer.isBuffer(file.content) ? file.content : Buffer.from(file.content, 'utf8'),
        }));
      return [...local('function', functions), ...local('asset', assets)];
    },
    async buildPlugin(wanted, variables) {
      const outFile = at(`dist/plugin/${plugin.name}.js`);
      await buildPlugin({ outFile, env: variables, version: wanted });
      return { script: readFileSync(outFile), map: readFileSync(`${outFile}.map`) };
    },
  };
}
