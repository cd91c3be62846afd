import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

let made = 0;

/**
 * An empty folder of this process alone for code that runs: Node keeps one module per file, so that two runtimes with
 * files of their own share nothing. Removes those that processes left behind that are gone.
 *
 * @param parent holds such folders and nothing else.
 */
export function ownFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const left of readdirSync(parent)) {
    if (!isAlive(Number(left.split('-')[0]))) rmSync(join(parent, left), { recursive: true, force: true });
  }
  const folder = join(parent, `${process.pid}-${(made += 1)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  // Else Node would take the files for ES modules, as the checkout says.
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
