import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../build/root';
import { runCommand, runNode, type Outcome } from '../test/run';
import { audit } from './audit/audit';
import { evaluatingCode } from './evaluating-code';
import { secretsIn } from './secrets';

export interface Check {
  name: string;
  /** What to do when it fails. */
  mend: string;
  run: () => Promise<Checked>;
}

export interface Checked extends Outcome {
  /** Why there was nothing to look at, when that is so. */
  skipped?: string;
}

/** What `npm run check` looks at, the longest first. */
export const CHECKS: readonly Check[] = [
  {
    name: 'lint and import directions',
    mend: 'npx eslint --fix . mends some',
    run: () =>
      runNode('node_modules/eslint/bin/eslint.js', [
        '--max-warnings=0',
        '--cache',
        '--cache-location=.cache/eslint',
        '.',
      ]),
  },
  {
    name: 'format',
    mend: 'npx prettier --write .',
    run: () => runNode('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  },
  {
    name: 'generated files up to date',
    mend: 'npm run generate, and commit what it changes',
    run: () => runCommand('generate', ['--check']),
  },
  {
    name: 'types',
    mend: 'correct the places named above',
    run: () => runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']),
  },
  ...['display', 'editor'].map((folder) => ({
    name: `types of ${folder}/ without DOM and Node`,
    mend: `keep ${folder}/ pure: take what it needs as an argument`,
    run: () => runNode('node_modules/typescript/bin/tsc', ['-p', `${folder}/tsconfig.json`]),
  })),
  {
    name: 'no evaluated code in the bundles',
    mend: 'precompile what generates code, or replace the dependency that brings it',
    run: checkBundles,
  },
  {
    name: 'licences of what is shipped, and their notices',
    mend: 'npm run notices, and commit what it changes',
    run: () => runCommand('notices', ['--check']),
  },
  {
    name: 'no secrets in the files',
    mend: 'take them out, and revoke what was ever committed',
    run: () => secretsIn(at('')),
  },
  {
    name: 'published weaknesses of packages',
    mend: 'npm audit fix, or an exception with a reason in scripts/check/audit/policy.ts',
    run: checkPackages,
  },
];

async function checkPackages(): Promise<Checked> {
  const result = await audit();
  if ('skipped' in result) return { code: 0, output: '', skipped: result.skipped };
  return { code: result.violations.length > 0 ? 1 : 0, output: result.violations.join('\n') };
}

async function checkBundles(): Promise<Outcome> {
  const built = await runCommand('build');
  if (built.code !== 0) return built;
  const bundles = ['dist/plugin', 'dist/functions'].flatMap((folder) =>
    readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => join(folder, file)),
  );
  const findings = bundles.flatMap((bundle) =>
    evaluatingCode(readFileSync(at(bundle), 'utf8')).map((found) => `${bundle}: ${found}`),
  );
  return { code: findings.length > 0 ? 1 : 0, output: findings.join('\n') };
}
