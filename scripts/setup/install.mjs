import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'node_modules/.customer-context-install';

/**
 * What node_modules was installed from: the lockfile, and the kind of machine, since some packages carry binaries.
 * @param {string} root
 */
function fingerprint(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform} ${process.arch} ${process.versions.modules}`;
}

/**
 * True unless node_modules is whole and of this very lockfile: the stamp is written only after npm has succeeded, and
 * no package has gone missing since.
 * @param {string} root of the checkout
 */
export function needsInstall(root) {
  const stamp = join(root, STAMP);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(root)) return true;
  return Object.entries(lockedPackages(root)).some(
    ([folder, { optional, devOptional, extraneous }]) =>
      // These may rightly be absent: packages for other machines, and what npm lists but does not install.
      !optional && !devOptional && !extraneous && !existsSync(join(root, folder, 'package.json')),
  );
}

/**
 * @param {string} root
 * @returns {Record<string, {optional?: boolean, devOptional?: boolean, extraneous?: boolean}>} by folder, "node_modules/react"
 */
function lockedPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  // The lockfile lists the project itself under the empty name.
  delete packages[''];
  return packages;
}

/**
 * Installs from the lockfile. Says on the standard error what it is doing, since this takes a minute the first time; the
 * standard output is the command's, which may print JSON.
 * @param {string} root of the checkout
 * @returns {Promise<string | undefined>} what went wrong and what to do, or nothing
 */
export async function install(root) {
  const started = Date.now();
  const count = Object.keys(lockedPackages(root)).length;
  const line = () => `Installing ${count} packages from the lockfile (about a minute) … ${seconds(started)} s`;
  console.error(line());
  const ticking = setInterval(() => {
    if (process.stderr.isTTY) process.stderr.write(`\x1b[1A\x1b[2K${line()}\n`);
  }, 1000);
  const { code, output } = await npmCi(root);
  clearInterval(ticking);
  if (code !== 0) {
    return `${output.trimEnd()}\n\nInstalling failed (npm ci, exit code ${code}). What npm says is above; usually the network or a proxy is in the way. Nothing else was changed: run the same command again to retry.`;
  }
  writeFileSync(join(root, STAMP), fingerprint(root));
  console.error(`Installed in ${seconds(started)} s.`);
  return undefined;
}

/** @param {number} since */
function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}

/**
 * @param {string} root
 * @returns {Promise<{code: number, output: string}>}
 */
function npmCi(root) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    // Whatever was typed before "--" reaches this npm as well, --dry-run above all.
    const args = ['ci', '--include=dev', '--no-dry-run', '--no-json', '--loglevel=error'];
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, {
      cwd: root,
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
