import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployAssets } from '../../sandbox/serverless/deployments';
import { commandBench, say, type CommandBench } from '../cloud/testing/bench';
import { deployCommand } from './command';

let bench: CommandBench;
beforeEach(async () => {
  bench = await commandBench();
});
afterEach(() => bench.close());

const deploy = (...args: string[]) => bench.run(deployCommand(bench.builder), '--release', ...args);
const service = () => bench.clouds.serverless.store.service('customer-context');
const dev = () => [...service().environments.values()][0]!;
const live = () => {
  const { versions } = service().builds.get(dev().buildSid!)!;
  return Object.fromEntries(versions.map(({ path, content }) => [path, content.toString()]));
};

describe('somebody else deploys to the same environment', () => {
  it.each(['CreateFunctionVersion', 'CreateBuild', 'FetchBuildStatus', 'CreateVariable'] as const)(
    'before %s: their work stays, and the next run takes it along',
    async (step) => {
      await deploy();
      bench.checkout.functions['/hello'] = say('two');
      bench.variables['SEGMENT_REGION'] = 'eu';
      let theirs = '';
      bench.clouds.controls.serverless.before(step, () => {
        theirs = bench.deployAnothers('/their/own');
      });
      const { exit, err } = await deploy();
      expect(exit).toBe(1);
      expect(err).toMatch(/: somebody else deployed to \S+ in the meantime \(ZB\w{32}\), which stays as it is\. /);
      expect(err).toMatch(/Run the same command again: it starts from what is there then\.\n$/);
      expect(dev().buildSid).toBe(theirs);
      expect((await deploy('--json')).json).toMatchObject({ status: 'deployed' });
      expect(live()).toMatchObject({ '/hello': say('two'), '/their/own': expect.stringContaining('theirs') });
    },
  );

  it('at the very same moment: it is told, and how to bring it back', async () => {
    await deploy();
    bench.checkout.functions['/hello'] = say('two');
    let theirs = '';
    bench.clouds.controls.serverless.before('CreateDeployment', () => {
      theirs = bench.deployAnothers('/their/own');
    });
    const { exit, err } = await deploy();
    expect([exit, err]).toEqual([1, expect.stringContaining(`npm run rollback -- functions --to ${theirs}`)]);
  });
});

it('keeps the bundle that somebody else deploys for the same plugin in the meantime', async () => {
  await deploy();
  bench.checkout.plugin = 'plugin two';
  const plugins = bench.clouds.serverless.store.service('default');
  const [environment] = [...plugins.environments.values()];
  bench.clouds.controls.serverless.before('CreateAssetVersion', () => {
    const { store } = bench.clouds.serverless;
    deployAssets(store, plugins, environment!, [{ path: '/theirs.js', visibility: 'protected', content: 'x' }]);
  });
  const { exit, err } = await deploy();
  expect([exit, err]).toEqual([1, expect.stringContaining('Deploying the plugin’s environment: somebody else')]);
  expect(plugins.builds.get(environment!.buildSid!)!.versions.map(({ path }) => path)).toEqual(['/theirs.js']);
  expect((await deploy()).exit).toBe(0);
  expect(plugins.builds.get(environment!.buildSid!)!.versions.map(({ path }) => path)).toContain('/theirs.js');
});

describe('somebody else releases plugins', () => {
  const released = () =>
    (bench.clouds.plugins.store.active?.configuration.plugins ?? [])
      .map(({ plugin, version, phase }) => `${plugin.uniqueName} ${version.version} ${phase}`)
      .sort();
  const before = (action: () => void) => bench.clouds.controls.plugins.before('CreatePluginRelease', action);

  it('at the same moment: theirs stays in force together with ours, and it is told', async () => {
    bench.releaseAnothers('plugin-other', '4.0.0', 1);
    await deploy();
    bench.checkout.plugin = 'plugin two';
    before(() => bench.releaseAnothers('plugin-third', '1.0.0', 2));
    const { exit, out } = await deploy();
    expect([exit, out]).toEqual([0, expect.stringContaining('What they released is kept.')]);
    expect(released()).toEqual(['plugin-customer-context 1.0.1 3', 'plugin-other 4.0.0 1', 'plugin-third 1.0.0 2']);
  });

  it('in between, whatever became of the run before', async () => {
    await deploy();
    bench.checkout.plugin = 'plugin two';
    bench.clouds.controls.plugins.fail('CreatePluginRelease', { kind: 'refuse', status: 500 });
    expect((await deploy()).exit).toBe(2);
    bench.releaseAnothers('plugin-third', '1.0.0');
    expect((await deploy()).exit).toBe(0);
    expect(released()).toEqual(['plugin-customer-context 1.0.1 3', 'plugin-third 1.0.0 3']);
  });

  it('with another version of ours: ours counts, and it is told', async () => {
    await deploy();
    bench.checkout.plugin = 'plugin two';
    await bench.run(deployCommand(bench.builder));
    bench.checkout.plugin = 'plugin three';
    const { store } = bench.clouds.plugins;
    before(() => {
      const [, second] = store.plugins[0]!.versions;
      store.createRelease(store.createConfiguration('Theirs', '', [{ plugin_version: second!.sid, phase: 3 }]).sid);
    });
    const { exit, out } = await deploy();
    expect([exit, out]).toEqual([
      0,
      expect.stringContaining('at the same moment, with plugin-customer-context 1.0.1.'),
    ]);
    expect(released()).toEqual(['plugin-customer-context 1.0.2 3']);
  });

  it('again and again: says so', async () => {
    let number = 0;
    const another = () => {
      number += 1;
      bench.releaseAnothers('plugin-third', `1.0.${number}`);
      before(another);
    };
    before(another);
    const { exit, err } = await deploy();
    expect([exit, err]).toEqual([1, expect.stringContaining('again and again')]);
  });

  it('and archives it: the plan and the end say that it can’t be held any longer', async () => {
    bench.releaseAnothers('plugin-other', '4.0.0');
    bench.clouds.plugins.store.plugins[0]!.archived = true;
    const says = 'plugin-other 4.0.0 was archived, so no new release can hold it: agents do not load it any more.';
    expect((await deploy('--dry-run')).out).toContain(`  - ${says}`);
    expect((await bench.run(deployCommand(bench.builder), '--dry-run')).out).not.toContain('archived');
    expect((await deploy()).out).toContain(says);
    expect(released()).toEqual(['plugin-customer-context 1.0.0 3']);
    const { json } = await deploy('--dry-run', '--json');
    expect(json.plan).toMatchObject({ dropped: [] });
  });
});
