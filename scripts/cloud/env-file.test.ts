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
  // Comments, export and line ends stay.
  ['export A=\nB=2\n', 'export A=1\nB=2\n'],
  ['  A = # why\nB=2\n', '  A =1 # why\nB=2\n'],
  ["export A='' # why\n", 'export A=1 # why\n'],
  ['A=\r\nB=2\r\n', 'A=1\r\nB=2\r\n'],
  ['B=2\r\n', 'B=2\r\nA=1\r\n'],
  // The last one counts.
  ['A=\nA=\n', 'A=\nA=1\n'],
  // What looks like the variable inside another's value.
  ['B="one\nA=\ntwo"\n', 'B="one\nA=\ntwo"\nA=1\n'],
  ["B='one\n# A=\ntwo' # why\nA=\nC=`x\ny`\n", "B='one\n# A=\ntwo' # why\nA=1\nC=`x\ny`\n"],
  // The mark that some editors of Windows put in front stays.
  ['\uFEFFA=\nB=2\n', '\uFEFFA=1\nB=2\n'],
  ['\uFEFFB=2\n', '\uFEFFB=2\nA=1\n'],
  ['\uFEFFA=9\n', undefined],
  ['B="a quote that does not end\n', 'B="a quote that does not end\nA=1\n'],
])('sets a variable that %j leaves unset', (text, expected) => {
  expect(withVariable(text, 'A', '1')).toBe(expected);
});

it.each([
  ['A=1\nB=2\n', 'A=\nB=2\n'],
  ['A=9\n', undefined],
  ['', undefined],
  ['export A=1 # why\nB=2\n', 'export A= # why\nB=2\n'],
  ['A="1" # why\n', 'A= # why\n'],
  ["  A = '1'\r\nB=2\r\n", '  A =\r\nB=2\r\n'],
  ['A=9\nA=1\n', 'A=9\nA=\n'],
  ['B="one\nA=1\ntwo"\nA=1\n', 'B="one\nA=1\ntwo"\nA=\n'],
  ['A=11\nB=1\n', undefined],
  ['\uFEFFA=1\nB=2\n', '\uFEFFA=\nB=2\n'],
])('takes this very value out of %j', (text, expected) => {
  expect(withoutVariable(text, 'A', '1')).toBe(expected);
});

it('writes only into a file that is there, and for this account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'env-'));
  const file = join(folder, '.env');
  expect(rememberIn(file, 'A', '1', 'AC1')).toBe(false);
  expect(forgetIn(file, 'A', '1', 'AC1')).toBe(false);
  writeFileSync(file, 'B=2\n');
  expect(rememberIn(file, 'A', '1', 'AC1')).toBe(false);
  writeFileSync(file, 'ACCOUNT_SID=AC2\n');
  expect(rememberIn(file, 'A', '1', 'AC1')).toBe(false);
  expect(rememberIn(file, 'A', '1', 'AC2')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('ACCOUNT_SID=AC2\nA=1\n');
  expect(forgetIn(file, 'A', '1', 'AC1')).toBe(false);
  expect(forgetIn(file, 'A', '1', 'AC2')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('ACCOUNT_SID=AC2\nA=\n');
  rmSync(folder, { recursive: true });
});
