import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from '../cloud/testing/spawn';
import { builtFunctions, doctorBench, type DoctorBench } from './testing/bench';
import { CHECKS } from './table';

let bench: DoctorBench;
beforeEach(async () => {
  bench = await doctorBench(await builtFunctions());
}, 60_000);
afterEach(() => bench.close());

const doctor = (...args: string[]) => runCommand('doctor', args, bench.variables);

it(
  'says in a process of its own what it says, a line a check, and ends with its code',
  { timeout: 120_000 },
  async () => {
    const fine = await doctor();
    expect([fine.code, fine.err]).toEqual([0, '']);
    const lines = fine.out.trimEnd().split('\n');
    expect(lines).toHaveLength(CHECKS.length);
    for (const [index, { name }] of CHECKS.entries())
      expect(lines[index]).toMatch(new RegExp(`^(ok|note) +${name} {2}`));

    const { versions } = bench.service.builds.get(bench.environment.buildSid!)!;
    versions.find(({ path }) => path === '/fetch-persona')!.path = '/elsewhere';
    const broken = await doctor();
    expect([broken.code, broken.err]).toEqual([1, '']);
    expect(broken.out).toMatch(/^FAIL +Functions +\/fetch-persona is missing → npm run deploy$/m);

    bench.variables['AUTH_TOKEN'] = '0'.repeat(32);
    const refused = await doctor('--json');
    expect(refused.code).toBe(2);
    const { checks } = JSON.parse(refused.out) as { checks: { id: string; severity: string }[] };
    expect(checks.find(({ id }) => id === 'credentials')).toMatchObject({ severity: 'fail' });
  },
);
