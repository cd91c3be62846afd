import { spawn } from 'node:child_process';
import { at } from '../../build/root';
import { shippedPackages } from '../../licences/shipped';
import { violations } from './policy';
import { readAudit } from './report';

/** What came of the audit: sentences about what is wrong, or why there was none. */
export type Audited = { violations: string[] } | { skipped: string };

/** Asks the registry for published weaknesses of the packages of the lockfile. Takes a second, longer offline. */
export async function audit(print: () => Promise<string> = npmAudit): Promise<Audited> {
  const result = readAudit(await print());
  if ('unavailable' in result) return { skipped: result.unavailable };
  if (result.advisories.length === 0) return { violations: [] };
  const shipped = new Set((await shippedPackages()).map(({ name }) => name));
  return { violations: violations(result.advisories, shipped, new Date().toISOString().slice(0, 10)) };
}

function npmAudit(): Promise<string> {
  return new Promise((done, failed) => {
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'npm.cmd' : 'npm', ['audit', '--json', '--fetch-retries=0'], {
      cwd: at(''),
      shell: windows,
      // Its warnings name the registry's address, which is of no use here.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
    child.on('error', failed);
    child.on('close', () => done(printed));
  });
}
