import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forgetIn, rememberIn, withoutVariable, withVariable } from './env-file';

it.each([
  ['', 'A=1\n'],
  ['B=2', 'B=2\nA=1\n'],
  ['# A=\nB=2\n', 'A=1\nB=2\n'],
  ['A=\nB=2\n', 'A=1\nB=2\n'],
  ['A=""\n', 'A=1\n'],
  ['A=9\n', undefined],
  ['XA=9\n# A is for this\n', 'XA=9\n# A is for this\nA=1\n'],
])('sets a variable that %j leaves unset', (text, expected) => {
  expect(withVariable(text, 'A', '1')).toBe(expected);
});

it.each([
  ['A=1\nB=2\n', 'A=\nB=2\n'],
  ['A=9\n', undefined],
  ['', undefined],
])('takes this very value out of %j', (text, expected) => {
  expect(withoutVariable(text, 'A', '1')).toBe(expected);
});

it('writes only into a file that is there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'env-'));
  const file = join(folder, '.env');
  expect(rememberIn(file, 'A', '1')).toBe(false);
  expect(forgetIn(file, 'A', '1')).toBe(false);
  writeFileSync(file, 'B=2\n');
  expect(rememberIn(file, 'A', '1')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('B=2\nA=1\n');
  expect(forgetIn(file, 'A', '1')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('B=2\nA=\n');
  rmSync(folder, { recursive: true });
});
