import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveClouds, type Clouds } from '../../sandbox/testing/serve-clouds';
import { sandboxVariables } from './sandbox';
import { runHere } from './testing/spawn';

/** What npm makes of options that stand before `--`, with npm itself. */

let clouds: Clouds;
beforeAll(async () => {
  clouds = await serveClouds();
});
afterAll(() => clouds.close());

const npm = (...args: string[]) => runHere('npm', ['run', '-s', ...args], sandboxVariables(clouds.origin));

describe('an option before -- is refused before anything is asked', () => {
  it.each([
    [['deploy', '--dry-run'], 'npm run deploy -- --dry-run'],
    [['deploy', '--sandbox'], 'npm run deploy -- --sandbox'],
    [['deploy', '--release', '--environment', 'prod'], 'npm run deploy -- --environment <…> --release'],
    [['deploy', '--service-name=theirs'], 'npm run deploy -- --service-name theirs'],
    [['deploy', '--production'], 'npm run deploy -- --production, or npm run deploy -- --environment dev'],
    [['deploy', '--dry-run', '--', '--release'], 'npm run deploy -- --dry-run'],
    [['rollback', '--sandbox'], 'npm run rollback -- --sandbox'],
    // npm completes this to an option of its own, or does not, depending on its version.
    [['rollback', 'plugin', '--to', '1.0.0'], 'npm run rollback -- --to '],
    [['remove', '--yes', '--with-schemas', '--archive'], 'npm run remove -- --with-schemas --archive'],
    [['doctor', '--sandbox'], 'npm run doctor -- --sandbox'],
    [['schema', 'publish', 'README.md', '--base', '3'], 'npm run schema -- publish --base <…>'],
    [['schema', 'pull', '--force', '--out=display.json'], 'npm run schema -- pull --out display.json --force'],
  ])('npm run %j', { timeout: 60_000 }, async ([name = '', ...args], says) => {
    const { code, out, err } = await npm(name, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).toMatch(/[Nn]othing was done/);
    expect([...clouds.controls.serverless.requests, ...clouds.controls.plugins.requests]).toEqual([]);
  });

  it('as JSON where that is what was asked for', async () => {
    const { code, out } = await npm('deploy', '--json');
    // npm, which was told so as well, adds an object of its own.
    expect([code, out]).toEqual([2, expect.stringMatching(/^\{\n {2}"error": \{\n {4}"code": "npm",\n/)]);
  });

  it('unless it stands behind as well', { timeout: 60_000 }, async () => {
    const { code, out } = await npm('deploy', '--dry-run', '--', '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing was changed.')]);
  });
});

it('npm run remove --yes does not mean yes, and says where it goes', { timeout: 60_000 }, async () => {
  clouds.serverless.store.createService({ uniqueName: 'customer-context', friendlyName: 'Ours' });
  const { code, err } = await npm('remove', '--yes');
  expect([code, err]).toEqual([2, expect.stringContaining('npm run remove -- --yes')]);
  expect(clouds.serverless.store.services.size).toBe(1);
});
