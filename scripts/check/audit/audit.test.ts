import { describe, expect, it } from 'vitest';
import { audit } from './audit';
import { violations, type Exception } from './policy';
import { readAudit } from './report';

const via = {
  source: 1097,
  name: 'semver',
  title: 'Slow on long input',
  url: 'https://github.com/advisories/GHSA-c2qf-rxjj-qqgw',
  severity: 'moderate',
};
const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

describe('a report of npm audit', () => {
  it('names each advisory once, and not the packages that only depend on one', () => {
    const printed = report({ semver: { via: [via] }, tool: { via: ['semver'] }, other: { via: [via] } });
    expect(readAudit(`npm warn something\n${printed}`)).toEqual({
      advisories: [{ id: 'GHSA-c2qf-rxjj-qqgw', name: 'semver', severity: 'moderate', title: 'Slow on long input' }],
    });
  });

  it.each([
    ['has no audit endpoint', { message: '405 Method Not Allowed', statusCode: 405, error: { summary: '' } }, '405'],
    ['is out of reach', { error: { code: 'ENOTFOUND', summary: 'request failed' } }, 'ENOTFOUND'],
  ])('is missing where the registry %s, and that skips the check', async (_name, printed, code) => {
    expect(await audit(() => Promise.resolve(JSON.stringify(printed)))).toEqual({
      skipped: `the registry gives no audit (${code})`,
    });
  });

  it.each(['', 'Killed', '{"half": ', '{"error": {"code": "ENOLOCK"}}', '{"statusCode": 401}', '{"statusCode": 500}'])(
    'that is none (%j) is an error, not a pass',
    (printed) => {
      expect(() => readAudit(printed)).toThrow('npm audit gave no report');
    },
  );
});

describe('the policy', () => {
  const advisory = { id: 'GHSA-1', name: 'semver', severity: 'moderate', title: 'Slow' };
  const exception: Exception = { id: 'GHSA-1', reason: 'Only our own versions are read.', until: '2026-11-30' };

  it('allows no advisory in a package of which code is shipped', () => {
    const low = { ...advisory, severity: 'low' };
    expect(violations([low], new Set(['semver']), '2026-11-26')).toEqual([
      'semver (code of it is shipped): Slow, low, GHSA-1.',
    ]);
  });

  it.each([
    ['moderate', 0],
    ['high', 1],
    ['critical', 1],
  ])('of what is used to develop, counts a %s one %i times', (severity, count) => {
    expect(violations([{ ...advisory, severity }], new Set(), '2026-11-26')).toHaveLength(count);
  });

  it('lets an exception count until its last day, and says when it has ended', () => {
    const high = [{ ...advisory, severity: 'high' }];
    expect(violations(high, new Set(), '2026-11-30', [exception])).toEqual([]);
    expect(violations(high, new Set(), '2026-12-01', [exception])).toEqual([
      'semver (used to develop): Slow, high, GHSA-1. Its exception ended on 2026-11-30.',
    ]);
  });
});
