import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEditor } from '../build/editor';
import { buildFunctions } from '../build/functions';
import { buildPlugin } from '../build/plugin';
import { packagesOf, type ShippedPackage } from './packages';

/**
 * Builds everything that is deployed, aside, and names the packages of which code is in it. What a package has bundled
 * itself can't be seen: it answers for that with its own licence.
 */
export async function shippedPackages(): Promise<ShippedPackage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shipped-'));
  try {
    const modules = [
      await buildPlugin({ outFile: join(folder, 'plugin.js'), env: {} }),
      await buildEditor({ outFile: join(folder, 'editor.js') }),
      await buildFunctions({ outDir: join(folder, 'functions') }),
    ];
    return packagesOf(modules.flat());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
