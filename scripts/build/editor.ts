import { buildPlugin } from './plugin';
import { at } from './root';

/** The name by which the plugin asks for it (plugin/src/admin/contract.ts). */
export const EDITOR_FILE = 'plugin-customer-context-admin.js';

/**
 * Bundles the admins' editor into a classic script of its own: a public asset beside the functions, which only the
 * browsers of admins load. Takes no variables, so the same script serves every account; no source map, since whatever
 * lies beside it is deployed with it.
 *
 * @returns the modules of which code is in it, by path
 */
export async function buildEditor({ outFile }: { outFile: string }): Promise<string[]> {
  return buildPlugin({ outFile, env: {}, entry: at('plugin/src/admin/index.ts'), sourcemap: false });
}
