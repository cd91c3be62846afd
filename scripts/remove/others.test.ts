import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileKind } from '../../sandbox/serverless/records';
import { commandBench, say, type CommandBench } from '../cloud/testing/bench';
import { deployCommand } from '../deploy/command';
import { removeCommand } from './command';

let bench: CommandBench;
beforeEach(async () => {
  bench = await commandBench();
  await bench.run(deployCommand(bench.builder), '--release');
});
afterEach(() => bench.close());

const ours = { plugin: 'plugin-customer-context', functions: ['/hello', '/deep/er'], assets: ['/open.json'] };
const remove = (...args: string[]) => bench.run(removeCommand(ours), ...args);
const store = () => bench.clouds.serverless.store;
const service = () => [...store().services.values()].find(({ uniqueName }) => uniqueName === 'customer-context');
const dev = () => [...service()!.environments.values()][0]!;
const variable = (name: string) => [...dev().variables.values()].find(({ key }) => key === name);

describe('what others do while a person reads what is to be removed', () => {
  const answerAfter = (change: () => void) => {
    Object.defineProperty(bench, 'answer', {
      get: () => {
        change();
        return 'yes';
      },
    });
  };

  it('is not removed with it: what goes is what was shown', async () => {
    answerAfter(() => bench.deployAnothers('/their/own'));
    const { exit, err } = await remove();
    expect([exit, err]).toEqual([1, expect.stringContaining('has changed since it was shown, so nothing was changed')]);
    expect(bench.clouds.plugins.store.active?.configuration.plugins).toHaveLength(1);
    expect(dev().buildSid).toBeTruthy();
  });

  it('matters no more than that: the same again is removed', async () => {
    answerAfter(() => undefined);
    expect(await remove()).toMatchObject({ exit: 0, out: expect.stringContaining('Removed.') });
    expect(service()).toBeUndefined();
  });
});

it('deletes no environment that others deploy to at that moment', async () => {
  bench.clouds.controls.plugins.before('CreatePluginRelease', () => {
    bench.deployAnothers('/their/own');
  });
  const { exit, err } = await remove('--yes');
  expect([exit, err]).toEqual([1, expect.stringMatching(/Deleting service .*: somebody else deployed .* do not load/)]);
  expect(dev().buildSid).toBeTruthy();
});

describe('a variable that holds another value than here', () => {
  it('is not deleted without a word', async () => {
    variable('SEGMENT_WRITE_KEY')!.value = 'somebody-elses-key';
    const { out } = await remove('--dry-run');
    expect(out).toContain('- variable SEGMENT_WRITE_KEY  its value is not the one that is set here\n');
    expect(out).toContain('- variable SEGMENT_SPACE_ID\n');
    expect(out).not.toContain('somebody-elses-key');
  });

  it('stays where others have functions, which may use it', async () => {
    bench.deployAnothers('/their/own');
    variable('SEGMENT_WRITE_KEY')!.value = 'somebody-elses-key';
    const { exit, err } = await remove('--yes');
    expect([exit, err]).toEqual([0, expect.stringContaining('= variable SEGMENT_WRITE_KEY  stays: its value')]);
    expect([...dev().variables.values()].map(({ key }) => key)).toEqual(['SEGMENT_WRITE_KEY']);
  });
});

describe('a service with something of others that no build holds', () => {
  const make = (kind: FileKind, name: string, content?: string) => {
    const file = store().createFile(service()!, kind, name);
    if (content === undefined) return;
    store().createVersion(service()!, file, {
      path: '/x',
      visibility: 'public',
      content: Buffer.from(content),
      contentType: 'application/javascript',
    });
  };

  it.each([
    ['function', 'made in the Console', undefined],
    ['function', 'saved in the Console', 'exports.handler = 1;'],
    ['asset', '/logo.png', 'png'],
  ] as const)('stays: %s %s', async (kind, name, content) => {
    make(kind, name, content);
    const { exit, err } = await remove('--yes');
    expect([exit, err]).toEqual([0, expect.stringContaining(`= ${kind} ${name}  stays: not ours, in no build yet`)]);
    expect([...service()!.files.values()].map(({ friendlyName }) => friendlyName)).toContain(name);
    expect(service()!.environments.size).toBe(0);
    expect((await remove('--yes')).out).toBe('There is nothing to remove.\n');
  });

  it('goes where it is left over from us', async () => {
    make('function', '/hello');
    make('asset', '/r/12.json', '{}');
    expect((await remove('--yes')).exit).toBe(0);
    expect(service()).toBeUndefined();
  });

  it('goes with functions of our earlier versions', async () => {
    const { functions } = bench.checkout;
    functions['/former'] = say('former');
    await bench.run(deployCommand(bench.builder));
    delete functions['/former'];
    await bench.run(deployCommand(bench.builder));
    expect((await remove('--yes')).exit).toBe(0);
    expect(service()).toBeUndefined();
  });
});
