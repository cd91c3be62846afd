import { expect, it } from 'vitest';
import { compareVersions, isVersion, newest, nextPatch } from './version';

it('orders versions by number', () => {
  expect(newest(['1.9.0', '1.10.0', '1.2.30'])).toBe('1.10.0');
  expect(newest(['2.0.0-beta.1', '1.9.9'])).toBe('2.0.0-beta.1');
  expect(newest(['odd', '0.0.1'])).toBe('0.0.1');
  expect(newest([])).toBeUndefined();
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
});

it('counts the last number up', () => {
  expect(nextPatch('1.2.9')).toBe('1.2.10');
  expect(nextPatch('1.2.3-beta')).toBe('1.2.4');
  expect(nextPatch('odd')).toBe('0.0.0');
});

it.each([
  ['1.2.3', true],
  ['0.0.0', true],
  ['1.2', false],
  ['01.2.3', false],
  ['1.2.3-beta', false],
  ['v1.2.3', false],
])('%s is a version: %s', (text, expected) => {
  expect(isVersion(text)).toBe(expected);
});
