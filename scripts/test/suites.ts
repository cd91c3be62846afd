import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from '../build/root';
import { browserForTests } from '../setup/browser';
import { runCommand, runNode, type Outcome } from './run';

export interface Suite {
  /** The word after `npm test`: `npm test -- unit`. */
  id: string;
  name: string;
  run: (say: (line: string) => void) => Promise<Result>;
}

export interface Result {
  passed: number;
  failed: number;
  /** Shown when something failed. */
  output: string;
  /** Shown either way: what was skipped, and why. */
  skipped?: readonly string[];
}

export const SUITES: readonly Suite[] = [
  { id: 'check', name: 'checks', run: async () => countChecks(await runCommand('check')) },
  { id: 'unit', name: 'unit tests', run: () => vitest('unit', 'vitest.config.ts') },
  {
    id: 'e2e',
    name: 'end-to-end tests',
    run: async (say) => {
      // Fails here, with one sentence, rather than once per test.
      process.env.CHROME_PATH = browserForTests(say);
      return vitest('e2e', 'e2e/vitest.config.ts');
    },
  },
];

function countChecks({ code, output }: Outcome): Result {
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0);
  const skipped = output.split('\n').filter((line) => line.startsWith('skipped '));
  // A command that died before it could count has failed all the same.
  return { passed: count('passed'), failed: Math.max(count('failed'), code === 0 ? 0 : 1), output, skipped };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
}

async function vitest(id: string, config: string): Promise<Result> {
  const report = at(`.cache/test/${id}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--config', config, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await runNode('node_modules/vitest/vitest.mjs', args);
  return readReport(code, output, report);
}

function readReport(code: number, output: string, report: string): Result {
  let counted: VitestReport;
  try {
    counted = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  } catch {
    return { passed: 0, failed: 1, output };
  }
  // A file that does not load has no test that could fail; an unhandled rejection fails the run alone.
  const failed = Math.max(counted.numFailedTests, code === 0 ? 0 : 1);
  return { passed: counted.numPassedTests, failed, output };
}
