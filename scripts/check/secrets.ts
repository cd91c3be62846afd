import { at } from '../build/root';
import { runNode, type Outcome } from '../test/run';

/**
 * Looks for secrets in every file below a folder, but for what git ignores: `.secretlintrc.json` says what counts as one.
 * What it prints has them masked. Takes some seconds.
 */
export function secretsIn(folder: string): Promise<Outcome> {
  const rules = ['--secretlintrc', at('.secretlintrc.json'), '--secretlintignore', '.gitignore', '--no-color'];
  return runNode('node_modules/secretlint/bin/secretlint.js', [...rules, '**/*'], [], folder);
}
