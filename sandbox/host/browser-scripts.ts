import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles one of the sandbox's own small browser scripts; a few milliseconds each. */
export async function browserScript(file: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(file)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
