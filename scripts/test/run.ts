import { spawn } from 'node:child_process';
import { at } from '../build/root';

export interface Outcome {
  code: number;
  /** Standard output and error, interleaved as they came. */
  output: string;
}

/** Runs a program of node_modules with this Node, from the root of the checkout or `cwd`, and keeps what it prints. */
export function runNode(
  script: string,
  args: readonly string[] = [],
  nodeArgs: readonly string[] = [],
  cwd = at(''),
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...nodeArgs, at(script), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => {
      resolve({ code: 1, output: error.message });
    });
    child.on('exit', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs one of our own commands, written in TypeScript. */
export function runCommand(name: string, args: readonly string[] = []): Promise<Outcome> {
  return runNode(`scripts/${name}.ts`, args, ['--import', 'tsx']);
}
