import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../cloud/testing/bench';
import { rollbackCommand } from '../rollback/command';
import { deployCommand } from './command';

let bench: CommandBench;
beforeEach(async () => {
  bench = await commandBench();
  await deploy();
});
afterEach(() => bench.close());

const deploy = (...args: string[]) => bench.run(deployCommand(bench.builder), ...args);
const store = () => bench.clouds.serverless.store;

describe('a plugin that can’t be had stops a deployment before the functions are live', () => {
  /** Whether a function runs in an environment that was not there before. */
  const live = () => [...store().service('customer-context').environments.values()].map(({ buildSid }) => buildSid);

  it('because it was archived', async () => {
    const before = live();
    bench.clouds.plugins.store.plugins[0]!.archived = true;
    const { exit, err } = await deploy('--environment', 'next');
    expect([exit, err]).toEqual([1, expect.stringContaining('was archived in this account')]);
    expect(live()).toEqual(before);
    expect((await deploy('--environment', 'next', '--dry-run')).exit).toBe(1);
  });

  it.each([
    ['0.9.0', 'must be greater'],
    ['1.0.0', 'is registered with another content'],
  ])('because version %s can’t be had', async (version, says) => {
    const [before] = live();
    const { exit, err } = await deploy('--environment', 'next', '--plugin-version', version);
    expect([exit, err]).toEqual([1, expect.stringContaining(says)]);
    expect(live().filter((build) => build !== null)).toEqual([before]);
  });
});

describe('two environments of one account', () => {
  const versions = () => bench.clouds.plugins.store.plugins[0]!.versions.map(({ version }) => version);

  it('each keep to their version, however often they are deployed', async () => {
    await deploy('--release', '--environment', 'dev');
    await deploy('--environment', 'staging');
    expect(versions().sort()).toEqual(['1.0.0', '1.0.1']);
    for (let round = 0; round < 2; round += 1) {
      expect((await deploy('--release', '--environment', 'dev', '--json')).json).toMatchObject({ status: 'unchanged' });
      expect((await deploy('--environment', 'staging', '--json')).json).toMatchObject({ status: 'unchanged' });
    }
    expect(versions()).toHaveLength(2);
  });

  it('and a greater version in plugin/package.json is a new one, whatever its content', async () => {
    await deploy('--release', '--environment', 'dev');
    bench.checkout.version = '1.1.0';
    expect((await deploy('--environment', 'dev')).err).toContain('1.1.0, new');
  });
});

it('a version that agents load again after a rollback is found', async () => {
  await deploy('--release');
  bench.checkout.plugin = 'plugin two';
  await deploy('--release');
  await bench.run(rollbackCommand('plugin-customer-context'), 'plugin');
  bench.checkout.plugin = 'plugin one';
  expect((await deploy('--release', '--json')).json).toMatchObject({
    status: 'unchanged',
    plugin: { version: '1.0.0' },
  });
  bench.checkout.plugin = 'plugin two';
  expect((await deploy('--release')).out).toContain('plugin-customer-context 1.0.1, agents load it');
});

describe('what is registered', () => {
  it.each([500, 403])('counts as nothing else only when it is not there: %s', async (status) => {
    bench.clouds.controls.serverless.fail('ServeAsset', { kind: 'refuse', status }, 20);
    const { exit, err } = await deploy();
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(`Building the plugin: Twilio answered ${status}.* Nothing has`),
    ]);
    expect(bench.clouds.plugins.store.plugins[0]!.versions).toHaveLength(1);
    bench.clouds.controls.serverless.clear();
    expect((await deploy('--json')).json).toMatchObject({ status: 'unchanged' });
  });

  it('and is not there any more is made anew', async () => {
    const [bundles] = [...store().service('default').environments.values()];
    store().service('default').builds.get(bundles!.buildSid!)!.versions = [];
    expect((await deploy()).err).toContain('1.0.1, new (1.0.0 is registered with another content)');
  });

  it('elsewhere is not asked for with the account’s signature', async () => {
    bench.clouds.plugins.store.plugins[0]!.versions[0]!.url = 'https://cdn.example/bundle.js';
    expect(await deploy()).toMatchObject({ exit: 0, err: expect.stringContaining('1.0.1, new') });
  });
});
