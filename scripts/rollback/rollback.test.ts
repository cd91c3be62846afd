import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, say, type CommandBench } from '../cloud/testing/bench';
import { deployCommand } from '../deploy/command';
import { removeCommand } from '../remove/command';
import { rollbackCommand } from './command';

let bench: CommandBench;
beforeEach(async () => {
  bench = await commandBench();
});
afterEach(() => bench.close());

const deploy = () => bench.run(deployCommand(bench.builder), '--release');
const rollback = (...args: string[]) => bench.run(rollbackCommand('plugin-customer-context'), ...args);

/** What the deployed function answers. */
async function answer(): Promise<string> {
  const { serverless } = bench.clouds;
  const [service] = [...serverless.store.services.values()].filter(
    ({ uniqueName }) => uniqueName === 'customer-context',
  );
  const [dev] = [...service!.environments.values()];
  return (await fetch(bench.clouds.redirect(`https://${dev!.domainName}/hello`))).text();
}
const loaded = () => bench.clouds.plugins.store.active?.configuration.plugins.map(({ version }) => version.version);

async function deployThree(): Promise<void> {
  for (const word of ['one', 'two', 'three']) {
    bench.checkout.functions['/hello'] = say(word);
    bench.checkout.plugin = `plugin ${word}`;
    await deploy();
  }
}

describe('npm run rollback', () => {
  it('makes the deployed functions answer as before, and anew after the next deployment', async () => {
    await deploy();
    expect(await answer()).toBe('one');
    bench.checkout.functions['/hello'] = say('two');
    await deploy();
    expect(await answer()).toBe('two');

    const { exit, out } = await rollback('functions');
    expect([exit, out]).toEqual([0, expect.stringContaining('The functions are those of')]);
    expect(await answer()).toBe('one');
    await rollback('functions');
    expect(await answer()).toBe('two');

    await rollback('functions');
    await deploy();
    expect(await answer()).toBe('two');
  });

  describe('undoes nothing of others', () => {
    const deployed = async (word: string) => {
      bench.checkout.functions['/hello'] = say(word);
      await deploy();
    };

    it('that they have deployed since', async () => {
      await deployed('one');
      bench.deployAnothers('/their/own');
      await deployed('two');
      const { json } = await rollback('--json');
      expect(json.functions).toHaveLength(3);
      expect(await rollback('functions')).toMatchObject({ exit: 0 });
      expect(await answer()).toBe('one');
      const first = (json.functions as { build: string }[]).at(-1)!.build;
      const { exit, err } = await rollback('functions', '--to', first);
      expect([exit, err]).toEqual([1, expect.stringContaining('function /their/own')]);
    });

    it('that they have removed since', async () => {
      await deployed('one');
      const theirs = bench.deployAnothers('/their/own');
      const service = bench.clouds.serverless.store.service('customer-context');
      await deployed('two');
      const [dev] = [...service.environments.values()];
      const live = service.builds.get(dev!.buildSid!)!;
      Object.assign(live, { versions: live.versions.filter(({ path }) => path !== '/their/own') });
      const { exit, err } = await rollback('functions', '--to', theirs);
      expect([exit, err]).toEqual([1, expect.stringContaining('function /their/own')]);
      expect(await answer()).toBe('two');
    });

    it('by giving their functions other dependencies', async () => {
      await deployed('one');
      bench.deployAnothers('/their/own');
      const service = bench.clouds.serverless.store.service('customer-context');
      const [dev] = [...service.environments.values()];
      const depend = (version: string) =>
        Object.assign(service.builds.get(dev!.buildSid!)!, { dependencies: [{ name: 'lodash', version }] });
      depend('4.17.20');
      await deployed('two');
      expect(await rollback('functions', '--to', dev!.deployments.at(-2)!.buildSid!)).toMatchObject({ exit: 0 });
      await rollback('functions');
      expect(await answer()).toBe('two');
      depend('4.17.21');
      const { exit, err } = await rollback('functions', '--to', dev!.deployments.at(-2)!.buildSid!);
      expect([exit, err]).toEqual([1, expect.stringContaining('in this service: the dependencies. Going back')]);
      expect(await answer()).toBe('two');
    });

    it('by going back to what they had there before us', async () => {
      const { store } = bench.clouds.serverless;
      const service = store.createService({ uniqueName: 'customer-context', friendlyName: 'Theirs' });
      store.createEnvironment(service, { uniqueName: 'dev-environment', domainSuffix: 'dev' });
      bench.deployAnothers('/their/own');
      await deployed('one');
      expect(await rollback('functions')).toMatchObject({ exit: 1, err: expect.stringContaining('no earlier build') });
      expect(await answer()).toBe('one');
    });

    it('where nothing is deployed any more', async () => {
      delete bench.checkout.assets['/open.json'];
      await deployed('one');
      const service = bench.clouds.serverless.store.service('customer-context');
      const [dev] = [...service.environments.values()];
      dev!.deployments.push({ sid: 'ZD', buildSid: null, created: Date.now() });
      dev!.buildSid = null;
      expect(await rollback('functions')).toMatchObject({ exit: 0 });
      expect(await answer()).toBe('one');
    });

    it('that they deploy at that moment', async () => {
      await deployed('one');
      await deployed('two');
      let theirs = '';
      bench.clouds.controls.serverless.before('FetchFunctionVersionContent', () => {
        theirs = bench.deployAnothers('/their/own');
      });
      const { exit, err } = await rollback('functions');
      expect([exit, err]).toEqual([1, expect.stringContaining(`in the meantime (${theirs})`)]);
    });
  });

  it('makes agents load the version before, and keeps other plugins', async () => {
    await deployThree();
    expect(loaded()).toEqual(['1.0.2']);
    expect((await rollback('plugin')).out).toContain('Agents load plugin-customer-context 1.0.1');
    expect(loaded()).toEqual(['1.0.1']);
    await rollback('plugin', '--to', '1.0.0');
    expect(loaded()).toEqual(['1.0.0']);
    expect(await answer()).toBe('three');
  });

  it('gives agents no plugin whose functions were removed, unless told which', async () => {
    await deployThree();
    const ours = { plugin: 'plugin-customer-context', functions: ['/hello', '/deep/er'], assets: ['/open.json'] };
    expect((await bench.run(removeCommand(ours), '--yes')).exit).toBe(0);
    const { exit, err } = await rollback('plugin');
    expect([exit, err]).toEqual([
      1,
      expect.stringContaining('do not load plugin-customer-context, so there is nothing'),
    ]);
    expect(err).toContain('npm run deploy -- --release makes them load it');
    expect(loaded()).toEqual([]);
    expect((await rollback('plugin', '--to', '1.0.1')).exit).toBe(0);
    expect(loaded()).toEqual(['1.0.1']);
  });

  it('finds earlier versions however often others have released since', { timeout: 30_000 }, async () => {
    await deployThree();
    for (let number = 0; number < 130; number += 1) bench.releaseAnothers('plugin-other', `1.0.${number}`);
    expect((await rollback()).out).toMatch(/ {2}1\.0\.2 .*\(live\)\n {2}1\.0\.1 .*\n {2}1\.0\.0 /);
    expect((await rollback('plugin')).out).toContain('Agents load plugin-customer-context 1.0.1');
    await rollback('plugin', '--to', '1.0.0');
    expect(loaded()?.sort()).toEqual(['1.0.0', '1.0.129']);
  });

  it('reaches builds that are too old for the list', { timeout: 30_000 }, async () => {
    for (let number = 0; number < 12; number += 1) {
      bench.checkout.functions['/hello'] = say(`number ${number}`);
      await deploy();
    }
    const { functions } = (await rollback('--json')).json as { functions: unknown[] };
    expect(functions).toHaveLength(10);
    const service = bench.clouds.serverless.store.service('customer-context');
    const [dev] = [...service.environments.values()];
    expect((await rollback('functions', '--to', dev!.deployments[0]!.buildSid!)).exit).toBe(0);
    expect(await answer()).toBe('number 0');
  });

  it('lists what there is to go back to', async () => {
    expect((await rollback()).out).toMatch(/^Functions, by build .*\n {2}none\n.*\n {2}none\n/);
    await deployThree();
    await rollback('plugin', '--to', '1.0.0');
    const listed = (await rollback('--json')).json as {
      functions: { build: string; live: boolean }[];
      plugin: unknown;
    };
    expect(listed.functions.map(({ live }) => live)).toEqual([true, false, false]);
    expect(listed.plugin).toMatchObject({
      versions: [
        { version: '1.0.0', live: true },
        { version: '1.0.2', live: false },
        { version: '1.0.1', live: false },
      ],
    });
    const { out } = await rollback();
    expect(out).toMatch(/ {2}ZB\w{32} {2}deployed 2026-03-01 \d\d:\d\d UTC, 2 functions, 1 assets \(live\)\n/);
    expect(out).toMatch(/ {2}1\.0\.0 {2}released 2026-03-01 \d\d:\d\d UTC \(live\)\n/);

    const oldest = listed.functions.at(-1)!.build;
    await rollback('functions', '--to', oldest);
    expect(await answer()).toBe('one');
  });

  it('goes nowhere where there is nothing to go back to', async () => {
    expect(await rollback('functions')).toMatchObject({ exit: 1, err: expect.stringContaining('No functions') });
    await deploy();
    expect(await rollback('functions')).toMatchObject({ exit: 1, err: expect.stringContaining('no earlier build') });
    expect(await rollback('plugin')).toMatchObject({ exit: 1, err: expect.stringContaining('no earlier version') });
    expect(await rollback('plugin', '--to', '9.9.9')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('There is no version 9.9.9. There are: 1.0.0.'),
    });
    expect(await rollback('plugin', '--to', '1.0.0')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('1.0.0 is live already'),
    });
    expect(loaded()).toEqual(['1.0.0']);
  });

  it('that fails leaves what is live as it was', async () => {
    await deployThree();
    bench.clouds.controls.serverless.fail('CreateDeployment', { kind: 'refuse', status: 500 });
    expect(await rollback('functions')).toMatchObject({ exit: 2, err: expect.stringContaining('Nothing has changed') });
    expect(await answer()).toBe('three');
    bench.clouds.controls.plugins.fail('CreatePluginRelease', { kind: 'drop' });
    expect((await rollback('plugin', '--json')).json.error).toMatchObject({ code: 'twilio', status: 0 });
    expect(loaded()).toEqual(['1.0.2']);
  });

  it.each([[['schema']], [['--to', '1.0.0']], [['functions', 'plugin']]])(
    'asked wrongly (%j) ends with 2',
    async (args) => {
      expect(await rollback(...args)).toMatchObject({ exit: 2, out: '' });
    },
  );
});
