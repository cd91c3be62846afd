import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployAssets } from '../../sandbox/serverless/deployments';
import { commandBench, type CommandBench } from '../cloud/testing/bench';
import { deployCommand } from '../deploy/command';
import { removeCommand } from './command';

let bench: CommandBench;
beforeEach(async () => {
  bench = await commandBench();
});
afterEach(() => bench.close());

const deploy = () => bench.run(deployCommand(bench.builder), '--release');
const ours = { plugin: 'plugin-customer-context', functions: ['/hello', '/deep/er'], assets: ['/open.json'] };
const remove = (...args: string[]) => bench.run(removeCommand(ours), ...args);
const services = () => bench.clouds.serverless.store.services;
const service = () => [...services().values()].find(({ uniqueName }) => uniqueName === 'customer-context');
const loaded = () =>
  bench.clouds.plugins.store.active?.configuration.plugins.map(({ plugin }) => plugin.uniqueName) ?? [];

function publishSomething() {
  const { store } = bench.clouds.serverless;
  const schemas = store.createEnvironment(service()!, { uniqueName: 'display-schema', domainSuffix: 'display-schema' });
  deployAssets(store, service()!, schemas, [{ path: '/index.json', visibility: 'protected', content: '{}' }]);
  return schemas;
}

function releaseAnother() {
  const { store } = bench.clouds.plugins;
  const other = store.createPlugin({ uniqueName: 'plugin-other', friendlyName: undefined, description: undefined });
  const url = 'https://other.example/bundle.js';
  const version = store.createVersion(other, {
    version: '4.0.0',
    url,
    changelog: '',
    private: false,
    validated: false,
  });
  const configuration = store.createConfiguration('Before', '', [{ plugin_version: version.sid, phase: 3 }]);
  store.createRelease(configuration.sid);
}

describe('npm run remove', () => {
  it('says what goes, and does nothing before somebody says yes', async () => {
    await deploy();
    const asked = await remove();
    expect(asked).toMatchObject({ exit: 2, err: expect.stringContaining('--yes says yes') });
    expect(asked.err).toContain('- function /hello\n');
    expect(asked.err).toContain('- variable SEGMENT_WRITE_KEY\n');
    // Ctrl-C and the end of input answer nothing.
    for (const answer of ['no', '']) {
      bench.answer = answer;
      expect(await remove()).toMatchObject({ exit: 1, err: expect.stringMatching(/\nNothing was changed\.\n$/) });
    }
    expect(await remove('--dry-run')).toMatchObject({ exit: 0, out: expect.stringContaining('- function /hello') });
    expect(loaded()).toEqual(['plugin-customer-context']);
    bench.answer = 'yes';
    expect((await remove()).exit).toBe(0);
    expect(loaded()).toEqual([]);
  });

  it('keeps an environment that holds a variable of somebody else, without our functions in it', async () => {
    await deploy();
    const [dev] = [...service()!.environments.values()];
    dev!.variables.set('ZV', { sid: `ZV${'0'.repeat(32)}`, key: 'THEIRS', value: '1', created: 0, updated: 0 });
    const asked = await remove('--dry-run');
    expect(asked.out).toContain('= variable THEIRS  stays: not ours');
    expect(asked.out).not.toContain('- environment');
    expect((await remove('--yes')).exit).toBe(0);
    expect([...dev!.variables.values()].map(({ key }) => key)).toEqual(['THEIRS']);
    expect((await fetch(bench.clouds.redirect(`https://${dev!.domainName}/hello`))).status).toBe(404);
    expect((await deploy()).exit).toBe(0);
  });

  it('leaves nothing but the plugin’s versions where there is nothing else', async () => {
    await deploy();
    expect(await remove('--yes')).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^Removed\. SERVICE_SID is out of \.env\. npm run deploy/),
    });
    expect(service()).toBeUndefined();
    expect(await remove('--yes')).toMatchObject({ exit: 0, out: 'There is nothing to remove.\n' });
    expect((await deploy()).exit).toBe(0);
    expect(loaded()).toEqual(['plugin-customer-context']);
  });

  it('keeps the display schemas and other plugins', async () => {
    releaseAnother();
    await deploy();
    const schemas = publishSomething();
    const { err } = await remove('--yes');
    expect(err).toContain('= published display schemas  stay');
    expect([...service()!.environments.keys()]).toEqual([schemas.sid]);
    expect(loaded()).toEqual(['plugin-other']);
    expect((await remove('--yes')).out).toBe('There is nothing to remove.\n');

    expect((await remove('--yes', '--with-schemas')).exit).toBe(0);
    expect(service()).toBeUndefined();
  });

  it('keeps functions that are not ours running', async () => {
    await deploy();
    const { store } = bench.clouds.serverless;
    const dev = [...service()!.environments.values()][0]!;
    const file = store.createFile(service()!, 'function', '/their/own');
    const version = store.createVersion(service()!, file, {
      path: '/their/own',
      visibility: 'public',
      content: Buffer.from('exports.handler = (context, event, callback) => callback(null, "theirs");'),
      contentType: 'application/javascript',
    });
    const build = service()!.builds.get(dev.buildSid!)!;
    Object.assign(build, { versions: [...build.versions, version] });
    dev.variables.set('ZV', { sid: `ZV${'0'.repeat(32)}`, key: 'THEIRS', value: '1', created: 0, updated: 0 });
    const { err } = await remove('--yes');
    expect(err).toContain('= function /their/own  stays: not ours');
    expect(
      service()!
        .builds.get(dev.buildSid!)!
        .versions.map(({ path }) => path),
    ).toEqual(['/their/own']);
    expect([...dev.variables.values()].map(({ key }) => key)).toEqual(['THEIRS']);
    expect(await (await fetch(bench.clouds.redirect(`https://${dev.domainName}/their/own`))).text()).toBe('theirs');
  });

  it('archives the plugin only when told so, and says that it is for good', async () => {
    await deploy();
    await remove('--yes');
    const { store } = bench.clouds.plugins;
    expect(store.plugins[0]!.archived).toBe(false);
    const { err, out } = await remove('--yes', '--archive');
    expect(err).toContain('no plugin of this name can be deployed again');
    expect(out).toBe('Removed.\n');
    expect(store.plugins[0]!.archived).toBe(true);
    const plugins = [...services().values()].find(({ uniqueName }) => uniqueName === 'default');
    expect([...plugins!.environments.values()]).toEqual([]);
    expect(await deploy()).toMatchObject({ exit: 1, err: expect.stringContaining('was archived in this account') });
  });

  it('can be repeated after any failure, and takes the plugin from agents first', async () => {
    await deploy();
    publishSomething();
    bench.clouds.controls.plugins.fail('CreatePluginRelease', { kind: 'refuse', status: 500 });
    expect(await remove('--yes')).toMatchObject({ exit: 2, err: expect.stringContaining('Nothing has changed') });
    bench.clouds.controls.serverless.fail('DeleteEnvironment', { kind: 'refuse', status: 500 });
    expect((await remove('--yes')).err).toContain('Agents do not load the plugin any more');
    expect(loaded()).toEqual([]);
    expect((await remove('--yes')).exit).toBe(0);
    expect(service()!.environments.size).toBe(1);
  });
});
