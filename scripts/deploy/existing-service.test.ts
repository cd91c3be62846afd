import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployAssets } from '../../sandbox/serverless/deployments';
import { commandBench, say, type CommandBench } from '../cloud/testing/bench';
import { deployCommand } from './command';

let bench: CommandBench;
beforeEach(async () => {
  bench = await commandBench();
});
afterEach(() => bench.close());

const deploy = (...args: string[]) => bench.run(deployCommand(bench.builder), ...args);
const changes = () =>
  [...bench.clouds.controls.serverless.requests, ...bench.clouds.controls.plugins.requests].filter(
    ({ method }) => method !== 'GET',
  );

describe('an existing service', () => {
  const others = () => {
    const { store } = bench.clouds.serverless;
    const there = store.createService({ uniqueName: 'our-own', friendlyName: 'Ours' });
    const dev = store.createEnvironment(there, { uniqueName: 'dev-environment', domainSuffix: 'dev' });
    const file = store.createFile(there, 'function', 'made in the console');
    const version = (path: string, content: string) =>
      store.createVersion(there, store.createFile(there, 'function', path), {
        path,
        visibility: 'public',
        content: Buffer.from(content),
        contentType: 'application/javascript',
      });
    const mine = version('/their/own', 'exports.handler = 1;');
    const hello = store.createVersion(there, file, {
      path: '/hello',
      visibility: 'protected',
      content: Buffer.from('exports.handler = 2;'),
      contentType: 'application/javascript',
    });
    deployAssets(store, there, dev, [{ path: '/logo.png', visibility: 'private', content: 'png' }]);
    const build = there.builds.get(dev.buildSid!)!;
    Object.assign(build, {
      versions: [...build.versions, mine, hello],
      dependencies: [{ name: 'lodash', version: '4.17.21' }],
      runtime: 'node18',
    });
    return { there, dev, file };
  };

  it('keeps functions that are not ours, and the SIDs of those that are', async () => {
    const { there, dev, file } = others();
    bench.variables['SERVICE_SID'] = there.sid;
    const { exit, err } = await deploy();
    expect(exit).toBe(0);
    expect(err).toContain('= function /their/own  kept: not ours');
    expect(err).toContain('= asset /logo.png  kept: not ours');
    expect(err).toContain('runtime node18 → node22, for the functions that are not ours as well');
    const build = there.builds.get(dev.buildSid!)!;
    expect(build.versions.map(({ path }) => path).sort()).toEqual([
      '/deep/er',
      '/hello',
      '/logo.png',
      '/open.json',
      '/their/own',
    ]);
    expect(build.versions.find(({ path }) => path === '/hello')).toMatchObject({
      fileSid: file.sid,
      visibility: 'public',
    });
    expect(build).toMatchObject({ runtime: 'node22', dependencies: [{ name: 'lodash', version: '4.17.21' }] });
    expect(bench.remembered).toEqual({});
  });

  it('says so when something else is at one of our addresses', async () => {
    const { there, dev } = others();
    const { store } = bench.clouds.serverless;
    deployAssets(store, there, dev, [{ path: '/hello', visibility: 'public', content: 'a file' }]);
    bench.variables['SERVICE_SID'] = there.sid;
    expect((await deploy()).err).toContain('~ function /hello  changed');
    expect(there.builds.get(dev.buildSid!)!.versions.filter(({ path }) => path === '/hello')).toMatchObject([
      { kind: 'function' },
    ]);
  });

  it('is found by its name', async () => {
    others();
    expect((await deploy('--service-name', 'our-own', '--dry-run')).out).toContain('service our-own, environment dev');
  });

  it('is asked about when nobody said which environment', async () => {
    const { there, dev } = others();
    dev.domainSuffix = 'prod';
    bench.variables['SERVICE_SID'] = there.sid;
    expect(await deploy()).toMatchObject({ exit: 2, err: expect.stringContaining('has other environments: prod.') });
    expect((await deploy('--environment', 'prod')).exit).toBe(0);
    expect((await deploy('--environment', 'staging')).exit).toBe(0);
    expect(changes().length).toBeGreaterThan(0);
  });

  it('that is not there is no reason to make one', async () => {
    bench.variables['SERVICE_SID'] = `ZS${'0'.repeat(32)}`;
    expect(await deploy()).toMatchObject({ exit: 2, err: expect.stringContaining('does not know SERVICE_SID') });
    expect(changes()).toEqual([]);
  });
});

describe('a service that gives functions no credentials', () => {
  const service = (uniqueName: string) => {
    const { store } = bench.clouds.serverless;
    const there = store.createService({ uniqueName, friendlyName: 'There', includeCredentials: false });
    const dev = store.createEnvironment(there, { uniqueName: 'dev-environment', domainSuffix: 'dev' });
    return { there, dev };
  };

  it('is changed where it is our own, and that is said before', async () => {
    const { there } = service('customer-context');
    const planned = await deploy('--dry-run');
    expect(planned.out).toContain('~ setting “Add my Twilio Credentials (ACCOUNT_SID) and (AUTH_TOKEN) to ENV”');
    expect(changes()).toEqual([]);
    expect((await deploy()).exit).toBe(0);
    expect(there.includeCredentials).toBe(true);
    expect((await deploy('--json')).json).toMatchObject({ status: 'unchanged', plan: { credentials: null } });
  });

  it('is changed and deployed anew where all the rest is as it is here', async () => {
    await deploy();
    const there = bench.clouds.serverless.store.service('customer-context');
    there.includeCredentials = false;
    const { json } = await deploy('--json');
    expect(json).toMatchObject({ status: 'deployed', functions: { deployed: true }, plan: { credentials: 'given' } });
    expect(there.includeCredentials).toBe(true);
  });

  it('stops a deployment where it is somebody else’s, and says where the setting is', async () => {
    const { there, dev } = service('our-own');
    for (const args of [[], ['--dry-run']]) {
      const { exit, err, out } = await deploy('--service-name', 'our-own', ...args);
      expect([exit, out]).toEqual([1, '']);
      expect(err).toContain('! setting “Add my Twilio Credentials (ACCOUNT_SID) and (AUTH_TOKEN) to ENV”  is off');
      expect(err).toContain(
        'Console → Functions and Assets → the service → Settings → Environment Variables → “Add my',
      );
    }
    expect(changes()).toEqual([]);
    const set = (key: string) =>
      dev.variables.set(key, { sid: `ZV${'0'.repeat(32)}`, key, value: '1', created: 0, updated: 0 });
    set('ACCOUNT_SID');
    expect((await deploy('--service-name', 'our-own')).exit).toBe(1);
    // Somebody has set them there by hand.
    set('AUTH_TOKEN');
    expect((await deploy('--service-name', 'our-own')).exit).toBe(0);
    expect(there.includeCredentials).toBe(false);
  });
});

describe('the environment of the display schemas', () => {
  it('is looked at, and never touched', async () => {
    const { store, control } = bench.clouds.serverless;
    const there = store.createService({ uniqueName: 'customer-context', friendlyName: 'Ours' });
    const schemas = store.createEnvironment(there, { uniqueName: 'display-schema', domainSuffix: 'display-schema' });
    const build = deployAssets(store, there, schemas, [
      { path: '/index.json', visibility: 'protected', content: '{}' },
    ]);
    expect((await deploy('--release')).exit).toBe(0);
    bench.checkout.functions['/hello'] = say('two');
    bench.checkout.plugin = 'plugin two';
    expect((await deploy('--release')).exit).toBe(0);
    const touching = control.requests.filter(
      ({ method, address }) =>
        method !== 'GET' && (address.includes(schemas.sid) || address.includes('display-schema')),
    );
    expect(touching).toEqual([]);
    expect(schemas.buildSid).toBe(build.sid);
    expect(there.builds.get(build.sid)).toBe(build);
    expect(schemas.deployments).toHaveLength(1);
  });

  it('can’t be asked for', async () => {
    expect(await deploy('--environment', 'display-schema')).toMatchObject({ exit: 2, out: '' });
    expect(bench.clouds.controls.serverless.requests).toEqual([]);
  });
});
