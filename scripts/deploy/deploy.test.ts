import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, say, type CommandBench } from '../cloud/testing/bench';
import type { CloudCommand } from '../cloud/command';
import { deployCommand } from './command';

let bench: CommandBench;
let command: CloudCommand;
beforeEach(async () => {
  bench = await commandBench();
  command = deployCommand(bench.builder);
});
afterEach(() => bench.close());

const deploy = (...args: string[]) => bench.run(command, ...args);
const service = (name = 'customer-context') =>
  [...bench.clouds.serverless.store.services.values()].find(({ uniqueName }) => uniqueName === name);
const environment = (suffix = 'dev') =>
  [...(service()?.environments.values() ?? [])].find(({ domainSuffix }) => domainSuffix === suffix);
const built = (suffix = 'dev') =>
  [...(service()?.builds.get(environment(suffix)?.buildSid ?? '')?.versions ?? [])].map(({ path }) => path).sort();
const variables = () => [...(environment()?.variables.values() ?? [])].map(({ key }) => key).sort();
const changes = () =>
  [...bench.clouds.controls.serverless.requests, ...bench.clouds.controls.plugins.requests].filter(
    ({ method }) => method !== 'GET',
  );
/** What agents load: `name version`. */
const released = () =>
  (bench.clouds.plugins.store.active?.configuration.plugins ?? []).map(
    ({ plugin, version }) => `${plugin.uniqueName} ${version.version}`,
  );

describe('npm run deploy', () => {
  it('goes from nothing to agents using it', async () => {
    const { exit, out, err } = await deploy('--release');
    expect([exit, out]).toEqual([
      0,
      expect.stringContaining('Plugin     plugin-customer-context 1.0.0, agents load it'),
    ]);
    expect(built()).toEqual(['/deep/er', '/hello', '/open.json']);
    expect(released()).toEqual(['plugin-customer-context 1.0.0']);
    expect(bench.remembered).toEqual({ SERVICE_SID: service()?.sid });
    expect(err).toMatch(/ s {2}Looking at what is deployed\n[\s\S]* s {2}Uploading 2 functions\n[\s\S]*Done\n/);
  });

  it('uploads what functions read, and nothing else', async () => {
    bench.variables['FLEX_APP_PLACEMENT'] = 'tab';
    bench.variables['PATH'] = '/usr/bin';
    await deploy();
    expect(variables()).toEqual(['SEGMENT_PERSONA_KEY', 'SEGMENT_SPACE_ID', 'SEGMENT_WRITE_KEY']);
  });

  it('builds the plugin with the address of the functions', async () => {
    await deploy();
    const [version] = bench.clouds.plugins.store.plugins[0]!.versions;
    const file = [...bench.clouds.serverless.store.services.values()]
      .flatMap(({ versions }) => [...versions.values()])
      .find(({ path }) => version!.url.endsWith(path));
    expect(file?.content.toString()).toBe(`plugin one 1.0.0 https://${environment()!.domainName}`);
    expect(file?.visibility).toBe('protected');
  });

  it('shows what would change, and changes nothing', async () => {
    const { exit, out } = await deploy('--dry-run', '--release');
    expect(exit).toBe(0);
    expect(out.split('\n')[0]).toBe(`Account: ${bench.clouds.accountSid}, played by ${bench.clouds.origin}`);
    expect(out).toContain('+ function /hello  new');
    expect(out).toContain('+ variable SEGMENT_PERSONA_KEY  new');
    expect(out).toContain('agents do not load the plugin yet; then 1.0.0');
    expect(changes()).toEqual([]);

    await deploy('--release');
    Object.assign(bench.checkout, { functions: { '/hello': say('two') }, plugin: 'plugin two' });
    bench.variables['SEGMENT_SPACE_ID'] = 'spa_other';
    bench.variables['SEGMENT_WRITE_KEY'] = undefined;
    const before = changes().length;
    const planned = await deploy('--dry-run', '--json');
    expect(planned.json).toMatchObject({
      status: 'planned',
      plan: {
        files: [
          { path: '/hello', change: 'changed' },
          { path: '/open.json', change: 'same' },
          { path: '/deep/er', change: 'removed' },
        ],
        variables: [
          { name: 'SEGMENT_SPACE_ID', change: 'changed' },
          { name: 'SEGMENT_PERSONA_KEY', change: 'same' },
          { name: 'SEGMENT_WRITE_KEY', change: 'left' },
        ],
        plugin: { version: '1.0.1', change: 'new', released: '1.0.0' },
      },
    });
    expect(changes()).toHaveLength(before);
  });

  it('has nothing to do the second time', async () => {
    await deploy('--release');
    const before = changes().length;
    const { exit, out } = await deploy('--release');
    expect([exit, out]).toEqual([0, expect.stringMatching(/^Nothing had to change\.\n/)]);
    expect((await deploy('--release', '--json')).json).toMatchObject({ status: 'unchanged' });
    expect(changes()).toHaveLength(before);
  });

  it('takes the next version for a changed bundle, and says so', async () => {
    await deploy('--release');
    bench.checkout.plugin = 'plugin two';
    const { err } = await deploy();
    expect(err).toContain('1.0.1, new (1.0.0 is registered with another content)');
    expect(released()).toEqual(['plugin-customer-context 1.0.0']);
    expect((await deploy()).out).toContain('agents load 1.0.0: npm run deploy -- --release');
    await deploy('--release');
    expect(released()).toEqual(['plugin-customer-context 1.0.1']);
    expect(bench.clouds.plugins.store.plugins[0]!.versions.map(({ version }) => version)).toHaveLength(2);

    bench.checkout.version = '1.1.0';
    expect((await deploy()).err).toContain('plugin-customer-context 1.1.0, new');
  });

  it('takes the version that it is told, unless that is something else already', async () => {
    await deploy('--plugin-version', '2.0.0');
    expect((await deploy('--plugin-version', '2.0.0', '--json')).json).toMatchObject({ status: 'unchanged' });
    bench.checkout.plugin = 'plugin two';
    expect(await deploy('--plugin-version', '2.0.0')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('Version 2.0.0 of plugin-customer-context is registered with another content'),
    });
    expect((await deploy('--plugin-version', '1.9.0')).err).toContain('must be greater');
    expect((await deploy('--plugin-version', 'new')).exit).toBe(2);
  });

  it('keeps what agents load besides', async () => {
    const { store } = bench.clouds.plugins;
    const other = store.createPlugin({ uniqueName: 'plugin-other', friendlyName: undefined, description: undefined });
    const version = store.createVersion(other, {
      version: '4.0.0',
      url: 'https://other.example/bundle.js',
      changelog: '',
      private: false,
      validated: false,
    });
    const configuration = store.createConfiguration('Before', '', [{ plugin_version: version.sid, phase: 3 }]);
    store.createRelease(configuration.sid);
    await deploy('--release');
    expect(released().sort()).toEqual(['plugin-customer-context 1.0.0', 'plugin-other 4.0.0']);
  });
});

it('works on the sandbox when told so, whatever this machine is set up for', async () => {
  bench.variables = { ACCOUNT_SID: 'canary', SERVICE_SID: 'canary', FLEX_APP_PLACEMENT: 'canary' };
  expect((await deploy('--sandbox', bench.clouds.origin, '--release')).exit).toBe(0);
  expect(released()).toEqual(['plugin-customer-context 1.0.0']);
  expect(bench.remembered).toEqual({});
});

it('deploys to the environment without a suffix when told so', async () => {
  expect(await deploy('--production')).toMatchObject({
    exit: 0,
    out: expect.stringContaining('not released: npm run deploy -- --release --production\n'),
  });
  expect([...service()!.environments.values()]).toMatchObject([{ uniqueName: 'production', domainSuffix: null }]);
  expect((await deploy('--production', '--json')).json).toMatchObject({ status: 'unchanged' });
  expect((await deploy('--production', '--environment', 'dev')).exit).toBe(2);
});

describe('variables that stand in the way', () => {
  it('are all named at once, without what they hold, and nothing is asked of Twilio', async () => {
    bench.variables = { ACCOUNT_SID: 'canary-sid', SEGMENT_REGION: 'canary-region', FLEX_APP_PLACEMENT: 'canary' };
    const { exit, out, err } = await deploy();
    expect([exit, out]).toEqual([2, '']);
    for (const name of ['AUTH_TOKEN', 'SEGMENT_SPACE_ID', 'SEGMENT_PERSONA_KEY', 'SEGMENT_WRITE_KEY']) {
      expect(err).toContain(`${name} is missing. Expected: `);
    }
    for (const name of ['ACCOUNT_SID', 'SEGMENT_REGION', 'FLEX_APP_PLACEMENT']) {
      expect(err).toContain(`${name} is malformed. Expected: `);
    }
    expect(err).not.toContain('canary');
    const { json } = await deploy('--json');
    expect(json.error).toMatchObject({ code: 'not_configured', variables: expect.any(Array) });
  });

  it('may be missing here when the service holds them, or when told so', async () => {
    await deploy();
    bench.variables['SEGMENT_WRITE_KEY'] = '';
    expect((await deploy()).exit).toBe(0);
    expect(variables()).toContain('SEGMENT_WRITE_KEY');

    bench.variables['SERVICE_SID'] = undefined;
    expect((await deploy('--service-name', 'another')).err).toContain('SEGMENT_WRITE_KEY is missing');
    expect(service('another')).toBeUndefined();
    expect((await deploy('--service-name', 'another', '--allow-missing')).exit).toBe(0);
  });

  it('may be there under a former name', async () => {
    await deploy();
    const key = [...environment()!.variables.values()].find((one) => one.key === 'SEGMENT_PERSONA_KEY')!;
    key.key = 'SEGMENT_PERSONAS_KEY';
    bench.variables['SEGMENT_PERSONA_KEY'] = undefined;
    expect((await deploy('--dry-run')).out).toContain('= variable SEGMENT_PERSONA_KEY  left as it is');
  });

  it('are told apart from credentials that Twilio refuses', async () => {
    bench.variables['AUTH_TOKEN'] = '0'.repeat(32);
    const { exit, err } = await deploy();
    expect([exit, err]).toEqual([2, expect.stringContaining('Check ACCOUNT_SID and AUTH_TOKEN')]);
  });
});

it.each([
  ['--colour'],
  ['extra'],
  ['--service-name', 'a b'],
  ['--environment', 'UPPER'],
  ['--sandbox=http://x.example'],
  ['--plugin-version', 'v1'],
  ['--service-name', 'default'],
])('asked wrongly (%s) ends with 2', async (...args) => {
  expect(await deploy(...args)).toMatchObject({ exit: 2, out: '' });
  const { serverless, plugins } = bench.clouds.controls;
  expect([...serverless.requests, ...plugins.requests]).toEqual([]);
});

it('puts no functions into the service that Flex keeps plugins in, whatever it is called', async () => {
  const { store } = bench.clouds.serverless;
  const there = store.createService({ uniqueName: 'flex-plugins', friendlyName: 'Flex' });
  store.createEnvironment(there, { uniqueName: 'plugin-other', domainSuffix: '12345' });
  bench.variables['SERVICE_SID'] = there.sid;
  bench.clouds.plugins.configuration.update({ serverless_service_sids: [there.sid] });
  expect(await deploy()).toMatchObject({ exit: 2, err: expect.stringContaining('flex-plugins is the one that Flex') });
  expect(changes()).toEqual([]);
});

it('gives help', async () => {
  expect(await deploy('--help')).toMatchObject({ exit: 0, out: expect.stringContaining('--dry-run') });
});
