import { setTimeout as sleep } from 'node:timers/promises';
import { visible } from '../../display/visible';
import { readEnvironment } from '../build/environment';
import { at } from '../build/root';
import type { CloudOutput } from './command';
import { forgetIn, rememberIn } from './env-file';
import { askOn } from './prompt';

/** The world as a command finds it in a terminal or a pipeline. */
export function terminal(): CloudOutput {
  const variables = readEnvironment(at('.env'));
  const account = () => variables['ACCOUNT_SID']?.trim() ?? '';
  return {
    variables,
    write: (text) => console.log(text),
    complain: (text) => console.error(text),
    progress: (line) => console.error(visible(line)),
    now: Date.now,
    sleep: (ms) => sleep(ms),
    ask: async (question) => (process.stdin.isTTY ? askOn(process.stdin, process.stderr, question) : undefined),
    remember: (name, value) => (variables[name]?.trim() ?? '') === '' && rememberIn(at('.env'), name, value, account()),
    forget: (name, value) => forgetIn(at('.env'), name, value, account()),
  };
}
