import { spawn } from 'node:child_process';
import type { Variables } from '../../build/environment';
import { at } from '../../build/root';

/** What a process came to. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const LONGEST_MS = 120_000;

/**
 * Runs a program in this checkout as a person does, without anything of this machine's variables or of a `.env` that
 * may be here.
 *
 * @param variables those of its environment, besides where programs are found
 */
export function runHere(program: string, args: readonly string[], variables: Variables): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const unset = { SERVICE_SID: '', FLEX_ORIGINS: '', TWILIO_IAM_REALM: '', FLEX_APP_PLUGIN_EVENTS: '' };
  return new Promise((done, failed) => {
    const env = { PATH, HOME, ...unset, ...variables };
    const child = spawn(program, args, { cwd: at(''), env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_MS });
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => void (ended.out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => void (ended.err += chunk.toString('utf8')));
    child.on('error', failed);
    child.on('close', (code) => done({ ...ended, code }));
  });
}

/** `npm run <name>` without npm around it. */
export const runCommand = (name: string, args: readonly string[], variables: Variables): Promise<Ended> =>
  runHere(process.execPath, ['scripts/run.mjs', name, ...args], variables);
