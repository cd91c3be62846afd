// The door to every command: `node scripts/run.mjs <command> [arguments]`.
// Plain JavaScript with no dependency, because on a fresh clone nothing is installed yet. It checks Node, installs from
// the lockfile when needed, and hands over to scripts/<command>.ts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { install, needsInstall } from './setup/install.mjs';
import { nodeProblem } from './setup/node-version.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = '', ...rest] = process.argv.slice(2);

const problem = nodeProblem(process.versions.node);
if (problem) fail(problem);
if (!existsSync(`${root}/scripts/${command}.ts`)) fail(`There is no command "${command}". Run "npm run" for the list.`);
if (needsInstall(root)) {
  const failure = await install(root);
  if (failure) fail(failure);
}

const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, ...rest], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl-C reaches the child through the terminal; a kill of this process has to be passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
