import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployAssets } from '../../sandbox/serverless/deployments';
import { commandBench, type CommandBench } from '../cloud/testing/bench';
import { failAt, faultsOf, stepsOf } from '../cloud/testing/failing';
import { deployCommand } from '../deploy/command';
import { removeCommand } from './command';

let bench: CommandBench;
const open = async () => {
  bench = await commandBench();
};
beforeEach(open);
afterEach(() => bench.close());

const ours = { plugin: 'plugin-customer-context', functions: ['/hello', '/deep/er'], assets: ['/open.json'] };
const deploy = (...args: string[]) => bench.run(deployCommand(bench.builder), '--release', ...args);
const remove = (...args: string[]) => bench.run(removeCommand(ours), '--yes', ...args);
const store = () => bench.clouds.serverless.store;
const variable = (key: string, value = '1') => ({ sid: `ZV${'0'.repeat(32)}`, key, value, created: 0, updated: 0 });

function publish() {
  const service = store().service('customer-context');
  const schemas = store().createEnvironment(service, {
    uniqueName: 'display-schema',
    domainSuffix: 'display-schema',
  });
  deployAssets(store(), service, schemas, [{ path: '/index.json', visibility: 'protected', content: '{}' }]);
}

/** A service of somebody else's, with a variable of theirs and, if told so, a function. */
function theirs({ deployed }: { deployed: boolean }) {
  const service = store().createService({ uniqueName: 'theirs', friendlyName: 'Theirs' });
  const dev = store().createEnvironment(service, { uniqueName: 'dev-environment', domainSuffix: 'dev' });
  dev.variables.set('ZV', variable('THEIRS'));
  if (!deployed) return dev;
  const build = deployAssets(store(), service, dev, []);
  const version = store().createVersion(service, store().createFile(service, 'function', '/their/own'), {
    path: '/their/own',
    visibility: 'public',
    content: Buffer.from('exports.handler = 1;'),
    contentType: 'application/javascript',
  });
  Object.assign(build, { versions: [version] });
  return dev;
}

/** All that is left that `remove` may touch. */
function left() {
  const { plugins } = bench.clouds;
  const environments = [...store().services.values()].flatMap(({ uniqueName: service, environments, builds }) =>
    [...environments.values()].map(({ uniqueName, variables, buildSid }) => ({
      environment: `${service} ${uniqueName}`,
      variables: [...variables.values()].map(({ key }) => key),
      files: (builds.get(buildSid ?? '')?.versions ?? []).map(({ path }) => path),
    })),
  );
  return {
    services: [...store().services.values()].map(({ uniqueName }) => uniqueName),
    environments,
    loaded: plugins.store.active?.configuration.plugins.map(({ plugin }) => plugin.uniqueName),
    archived: plugins.store.plugins.map(({ archived }) => archived),
    remembered: bench.variables['SERVICE_SID'],
  };
}

const NAMED = ['--service-name', 'theirs'];

interface Scenario {
  name: string;
  before?: () => void;
  after?: () => void;
  place?: string[];
  args?: string[];
}

const SCENARIOS: Scenario[] = [
  { name: 'a service of our own' },
  { name: 'a service of our own with display schemas that stay', after: publish },
  { name: 'a service of our own with display schemas that go', after: publish, args: ['--with-schemas'] },
  { name: 'somebody else’s variable', before: () => theirs({ deployed: false }), place: NAMED },
  { name: 'somebody else’s function', before: () => theirs({ deployed: true }), place: NAMED },
  { name: 'a plugin to be archived', args: ['--archive'] },
];

describe('a removal that fails', () => {
  it.each(SCENARIOS)('at any request is finished by running it again: $name', async (scenario) => {
    const { before, after, place = [], args = [] } = scenario;
    const prepare = async () => {
      before?.();
      expect((await deploy(...place)).exit).toBe(0);
      bench.variables['SERVICE_SID'] ??= [...store().services.values()].at(0)!.sid;
      after?.();
    };
    await prepare();
    const steps = await stepsOf(bench, () => remove(...place, ...args));
    const expected = left();
    // SIDs are other ones each time.
    const shape = (state: ReturnType<typeof left>) => ({ ...state, remembered: state.remembered !== undefined });
    expect(steps.length).toBeGreaterThan(8);
    let failed = 0;
    for (const step of steps) {
      for (const fault of faultsOf(step)) {
        await bench.close();
        await open();
        await prepare();
        failAt(bench, step, fault);
        const told = `${step.step} ${fault.kind}`;
        const first = await remove(...place, ...args);
        if (first.exit !== 0) {
          failed += 1;
          expect(first.err, told).toMatch(/Run the same command again/);
        }
        bench.clouds.controls.serverless.clear();
        bench.clouds.controls.plugins.clear();
        expect(await remove(...place, ...args), told).toMatchObject({ exit: 0 });
        expect(shape(left()), told).toEqual(shape(expected));
      }
    }
    expect(failed).toBeGreaterThan(5);
  });

  it('while variables are deleted takes them out the next time, and nothing of others', async () => {
    const dev = theirs({ deployed: false });
    await deploy(...NAMED);
    bench.clouds.controls.serverless.fail('DeleteVariable', { kind: 'refuse', status: 500 });
    const { exit, err } = await remove(...NAMED);
    expect([exit, err]).toEqual([2, expect.stringContaining('the functions are as they were')]);
    expect((await remove(...NAMED)).exit).toBe(0);
    expect([...dev.variables.values()].map(({ key }) => key)).toEqual(['THEIRS']);
    expect(dev.buildSid).toBeNull();
    expect((await remove(...NAMED)).out).toBe('There is nothing to remove.\n');
  });

  it('after the service is gone without an answer goes on with the plugin, and forgets the service', async () => {
    await deploy();
    const sid = bench.variables['SERVICE_SID']!;
    store().services.delete(sid);
    const { exit, out, err } = await remove();
    expect([exit, out]).toEqual([0, expect.stringMatching(/^Removed\. SERVICE_SID is out of \.env\. npm run deploy/)]);
    expect(err).toContain(`= service ${sid}  this account does not have it`);
    expect(left()).toMatchObject({ loaded: [], remembered: undefined });
  });

  it('and left nothing but an unknown SERVICE_SID takes that out', async () => {
    bench.variables['SERVICE_SID'] = `ZS${'0'.repeat(32)}`;
    expect((await remove('--dry-run')).out).toBe('There is nothing to remove.\n');
    expect(bench.variables['SERVICE_SID']).toBeDefined();
    expect((await remove()).out).toBe('There is nothing to remove. SERVICE_SID is out of .env.\n');
    expect((await deploy()).exit).toBe(0);
  });

  it('to archive deletes the plugin’s environment the next time, and promises no way back', async () => {
    await deploy();
    bench.clouds.controls.serverless.fail('DeleteEnvironment', { kind: 'refuse', status: 500 });
    const { exit, err } = await remove('--archive');
    expect([exit, err]).toEqual([2, expect.stringContaining('and it is archived')]);
    const { out } = await remove('--archive');
    expect(out).toBe('Removed. SERVICE_SID is out of .env.\n');
    expect(left().environments).toEqual([]);
  });
});

describe('where nothing of ours is', () => {
  it('an environment of somebody else’s stays, and a variable with the value set here is named', async () => {
    const dev = theirs({ deployed: true });
    dev.variables.set('ZW', variable('SEGMENT_WRITE_KEY', bench.variables['SEGMENT_WRITE_KEY']));
    const before = left();
    const { exit, out } = await remove(...NAMED);
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(
        /^There is nothing to remove\.\n= variable SEGMENT_WRITE_KEY {2}stays: no function of ours/,
      ),
    ]);
    expect(left()).toEqual(before);
  });

  it('an empty environment of somebody else’s stays', async () => {
    const dev = theirs({ deployed: false });
    dev.variables.clear();
    expect((await remove(...NAMED)).out).toBe('There is nothing to remove.\n');
    expect(left().environments).toHaveLength(1);
  });
});

describe('the command that brings it back', () => {
  it('says which environment where others are there, and works', async () => {
    await deploy();
    await deploy('--environment', 'staging');
    const { out } = await remove();
    expect(out).toContain('npm run deploy -- --release --environment dev brings it back');
    expect((await deploy()).exit).toBe(2);
    expect((await deploy('--environment', 'dev')).exit).toBe(0);
  });

  it('is not promised once the plugin is archived', async () => {
    await deploy();
    bench.clouds.plugins.store.plugins[0]!.archived = true;
    expect((await remove()).out).toBe('Removed. SERVICE_SID is out of .env.\n');
  });
});
