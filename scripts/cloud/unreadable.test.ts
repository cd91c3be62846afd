import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneCheckout, type Clone } from '../docs/testing/clone';
import { sandboxVariables } from './sandbox';

/** What is wrong with `.env` itself, as a person sees it. */

let clone: Clone;
beforeAll(() => {
  clone = cloneCheckout({ INIT_CWD: '' });
}, 60_000);
afterAll(() => clone.remove());

const file = () => join(clone.folder, '.env');

it('is said in a sentence, for programs as well', { timeout: 120_000 }, async () => {
  mkdirSync(file());
  for (const name of ['deploy', 'rollback', 'remove', 'doctor', 'schema -- history --']) {
    const { code, output } = await clone.run(`npm run -s ${name}`);
    expect([name, code, output]).toEqual([
      name,
      2,
      expect.stringMatching(/^\.env can’t be read: it is a folder\. .*\n$/),
    ]);
  }
  for (const name of ['deploy --', 'schema -- history']) {
    const { code, output } = await clone.run(`npm run -s ${name} --json`);
    expect([code, JSON.parse(output)]).toMatchObject([2, { error: { code: 'not_configured' } }]);
  }
  rmSync(file(), { recursive: true });
});

it('is no mark of Windows in front of the first variable', { timeout: 120_000 }, async () => {
  const lines = Object.entries(sandboxVariables('http://127.0.0.1:1')).map(([name, value]) => `${name}=${value ?? ''}`);
  writeFileSync(file(), `\uFEFF${lines.join('\n')}\n`);
  const { code, output } = await clone.run('npm run -s deploy -- --dry-run');
  expect([code, output]).toEqual([2, expect.stringContaining('Looking at what is deployed: Twilio did not answer')]);
});
