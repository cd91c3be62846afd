import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './root';

/** A hash over the contents of all files below the given files and folders of the checkout, and over `extra`. */
export function fingerprint(paths: readonly string[], extra: unknown = null): string {
  const hash = createHash('sha256').update(JSON.stringify(extra));
  for (const file of paths.flatMap((path) => filesBelow(at(path)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && !name.includes('.test.'))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * Runs `build` unless `stamp` says that the same inputs were built before. The stamp is written after the build, so one
 * that was cut off is done again.
 * @returns whether it built
 */
export async function buildWhenStale(stamp: string, inputs: string, build: () => Promise<unknown>): Promise<boolean> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
  return true;
}
