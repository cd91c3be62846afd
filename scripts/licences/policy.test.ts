import { describe, expect, it } from 'vitest';
import { objection } from './policy';

const withLicence = (licence: string) => ({ name: 'left', version: '1.0.0', licence, author: '', texts: [] });

describe('what may be shipped', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND Apache-2.0', ' ISC '])('is code under %s', (licence) => {
    expect(objection(withLicence(licence))).toBeUndefined();
  });

  it.each([
    'GPL-3.0-only',
    'MPL-2.0',
    'MIT AND GPL-3.0-only',
    'SEE LICENSE IN LICENSE.txt',
    '(MIT OR (GPL-2.0 AND X))x',
  ])('is no code under %s, and the sentence names the package', (licence) => {
    expect(objection(withLicence(licence))).toContain(`left 1.0.0 has the licence ${licence}`);
  });

  it('is no code without a licence', () => {
    expect(objection(withLicence(''))).toBe('left 1.0.0 names no licence.');
  });
});
