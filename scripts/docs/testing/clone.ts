import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { at } from '../../build/root';
import { needsInstall } from '../../setup/install.mjs';

/** What a line of shell did. */
export interface RunLine {
  code: number | null;
  /** Both outputs, in the order in which they came. */
  output: string;
}

export interface Clone {
  /** Where commands run. */
  folder: string;
  /** What commands see of variables. */
  env: Readonly<Record<string, string | undefined>>;
  /** What `git pull` gets from: commit to it to bring out a version. */
  upstream: string;
  commit(message: string): void;
  run(line: string): Promise<RunLine>;
  remove(): void;
}

const LONGEST_MS = 180_000;

/**
 * A fresh clone of this checkout as it stands, uncommitted changes included, whose packages are installed already. It
 * sees none of this machine's variables but those given.
 */
export function cloneCheckout(variables: Readonly<Record<string, string>>): Clone {
  if (needsInstall(at(''))) throw new Error('Packages are not installed: run npm test, which installs them.');
  const home = mkdtempSync(join(tmpdir(), 'clone-'));
  const [upstream, folder] = [join(home, 'upstream'), join(home, 'customer-context')];
  const listed = git(at(''), 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0');
  for (const file of listed.filter((name) => name !== '' && existsSync(at(name)))) {
    mkdirSync(dirname(join(upstream, file)), { recursive: true });
    cpSync(at(file), join(upstream, file));
  }
  const commit = (message: string) => {
    git(upstream, 'add', '--all');
    git(upstream, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', message);
  };
  git(upstream, 'init', '--quiet');
  commit('First');
  git(home, 'clone', '--quiet', upstream, folder);
  symlinkSync(at('node_modules'), join(folder, 'node_modules'));
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    NPM_CONFIG_UPDATE_NOTIFIER: 'false',
    NPM_CONFIG_FUND: 'false',
    ...variables,
  };
  return {
    folder,
    env,
    upstream,
    commit,
    run: (line) => runLine(line, folder, env),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function runLine(line: string, folder: string, env: Record<string, string | undefined>): Promise<RunLine> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['-c', line], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer) => void (output += chunk.toString('utf8'));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
    child.on('error', failed);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, output });
    });
  });
}
