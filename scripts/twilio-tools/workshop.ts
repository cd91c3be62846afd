import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serveClouds, type Clouds } from '../../sandbox/testing/serve-clouds';
import { sandboxVariables } from '../cloud/sandbox';
import { cloneCheckout, type Clone, type RunLine } from '../docs/testing/clone';
import { besideClouds } from './beside';
import type { Tools } from './tools';

/** A program that goes on running. */
export interface Background {
  /** What it has said so far. */
  readonly output: string;
  /** Waits until a check comes out well. @throws Error with what the program said, when it ends or takes too long */
  until<T>(check: () => Promise<T | undefined>): Promise<T>;
  stop(): void;
}

/** A clone of the checkout in which Twilio's tools work on doubles of Twilio. */
export interface Workshop {
  clouds: Clouds;
  clone: Clone;
  /** Runs `twilio …` in a folder of the clone. @throws Error with what it said, unless it ends with 0 */
  twilio(folder: string, ...args: string[]): Promise<string>;
  /** Runs `twilio-run …` in the clone. @throws Error */
  twilioRun(...args: string[]): Promise<string>;
  /** Runs one of the project's own commands in the clone. @throws Error */
  own(line: string): Promise<string>;
  start(tool: 'twilio' | 'twilioRun', folder: string, ...args: string[]): Background;
  close(): Promise<void>;
}

const PATIENCE_MS = 120_000;

export async function openWorkshop(tools: Tools): Promise<Workshop> {
  const clouds = await serveClouds({
    beside: besideClouds(),
    // Twilio's tools send a parameter or two that Twilio's descriptions do not know.
    strict: false,
    configuration: { ui_version: '2.17.1' },
  });
  const { ACCOUNT_SID, AUTH_TOKEN, ...others } = sandboxVariables(clouds.origin);
  const clone = cloneCheckout({
    // Nobody is there to answer a question.
    CI: 'true',
    TWILIO_ACCOUNT_SID: ACCOUNT_SID ?? '',
    TWILIO_AUTH_TOKEN: AUTH_TOKEN ?? '',
    TWILIO_TOOLS_ORIGIN: clouds.origin,
    NPM_CONFIG_REGISTRY: 'https://registry.example.com/',
  });
  const variables = Object.entries({ ACCOUNT_SID, AUTH_TOKEN, ...others });
  writeFileSync(join(clone.folder, '.env'), variables.map(([name, value]) => `${name}=${value ?? ''}\n`).join(''));
  const settings = join(clone.env['HOME'] ?? dirname(clone.folder), '.twilio-cli');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'package.json'), JSON.stringify(tools.plugins));

  const preload = `NODE_OPTIONS=--require=${join(clone.folder, 'scripts/twilio-tools/redirect.cjs')}`;
  const command = (tool: 'twilio' | 'twilioRun', folder: string, args: readonly string[]) =>
    `cd ${quoted(folder)} && ${quoted('env', preload, process.execPath, tools[tool], ...args)}`;
  const run = async (line: string) => succeeded(await clone.run(line));
  return {
    clouds,
    clone,
    twilio: (folder, ...args) => run(command('twilio', folder, args)),
    twilioRun: (...args) => run(command('twilioRun', '.', args)),
    own: run,
    start: (tool, folder, ...args) => background(command(tool, folder, args), clone),
    close: async () => {
      clone.remove();
      await clouds.close();
    },
  };
}

const quoted = (...words: string[]) => words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');

function succeeded({ code, output }: RunLine): string {
  if (code === 0) return output;
  throw new Error(`ended with ${code ?? 'a signal'}\n${lastLines(output)}`);
}

const lastLines = (output: string) => output.trim().split('\n').slice(-15).join('\n');

function background(line: string, { folder, env }: Clone): Background {
  // A group of its own, since the tools start programs of theirs.
  const child = spawn('bash', ['-c', line], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const take = (chunk: Buffer) => void (output += chunk.toString('utf8'));
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  return {
    get output() {
      return output;
    },
    async until(check) {
      const end = Date.now() + PATIENCE_MS;
      while (Date.now() < end && !isOver()) {
        const found = await check().catch(() => undefined);
        if (found !== undefined) return found;
        await new Promise((done) => setTimeout(done, 300));
      }
      throw new Error(`${isOver() ? 'ended' : 'took too long'}\n${lastLines(output)}`);
    },
    stop: () => stopGroup(child, isOver()),
  };
}

function stopGroup({ pid }: ChildProcess, isOver: boolean): void {
  if (pid === undefined || isOver) return;
  process.kill(-pid, 'SIGTERM');
}
