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
