import { setTimeout as sleep } from 'node:timers/promises';
import { visible } from '../../display/visible';
import { readEnvironment } from '../build/environment';
import { at } from '../build/root';
import type { CloudOutput, Printer } from './command';
import { forgetIn, rememberIn } from './env-file';
import { askOn } from './prompt';

export const printer: Printer = {
  write: (text) => console.log(text),
  complain: (text) => console.error(text),
};

/** The world as a command finds it in a terminal or a pipeline. @throws CommandError where `.env` can’t be read */
export function terminal(): CloudOutput {
  const variables = readEnvironment(at('.env'));
  const account = () => variables['ACCOUNT_SID']?.trim() ?? '';
  return {
    variables,
    ...printer,
    progress: (line) => console.error(visible(line)),
    now: Date.now,
    sleep: (ms) => sleep(ms),
    ask: async (question) => (process.stdin.isTTY ? askOn(process.stdin, process.stderr, question) : undefined),
    remember: (name, value) => (variables[name]?.trim() ?? '') === '' && rememberIn(at('.env'), name, value, account()),
    forget: (name, value) => forgetIn(at('.env'), name, value, account()),
  };
}
