import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { at } from './root';

/** Source files of functions/: one per URL. The folder listing is the API. */
export function functionSources(folder = at('functions')): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file))
    .sort();
}

/** First line of each built function: by it a deployment knows ours from others of the same service. */
export const FUNCTION_MARK = '// Customer Context for Twilio Flex';

/**
 * Bundles each function into one CommonJS file, which is what the Twilio API takes per function. Each is bundled on its
 * own, so none loads what only another needs.
 *
 * @returns the modules of which code is in them, by path
 */
export async function buildFunctions({ outDir }: { outDir: string }): Promise<string[]> {
  const sources = functionSources();
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const built = await Promise.all(
    sources.map((source) =>
      build({
        entryPoints: [source],
        outfile: join(outDir, relative(at('functions'), source).replace(/\.ts$/, '.js')),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        // Some packages' UMD builds look up their own parts at run time, which a bundle does not have.
        mainFields: ['module', 'main'],
        minifySyntax: true,
        legalComments: 'none',
        banner: { js: FUNCTION_MARK },
        logLevel: 'warning',
        metafile: true,
      }),
    ),
  );
  writeFileSync(join(dirname(outDir), 'package.json'), `${JSON.stringify(serverlessManifest(), null, 2)}\n`);
  const inputs = built.flatMap(({ metafile }) => Object.values(metafile.outputs).map((output) => output.inputs));
  return inputs
    .flatMap(Object.entries<{ bytesInOutput: number }>)
    .flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [at(path)] : []));
}

/**
 * The manifest that stands beside the built functions, for the runtime and for Twilio's own tools: CommonJS, because the
 * checkout is an ES module package; the service's name; and no dependencies, because everything is bundled. Those tools
 * refuse the checkout's own manifest, which names the local runtime among its devDependencies.
 */
function serverlessManifest() {
  const { name, version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { name: string; version: string };
  return { name, version, private: true, type: 'commonjs', dependencies: {} };
}
