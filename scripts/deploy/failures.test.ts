import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, say, type CommandBench } from '../cloud/testing/bench';
import { failAt, faultsOf, stepsOf } from '../cloud/testing/failing';
import type { CloudCommand } from '../cloud/command';
import { deployCommand } from './command';

let bench: CommandBench;
let command: CloudCommand;
async function open() {
  bench = await commandBench();
  command = deployCommand(bench.builder);
}
beforeEach(open);
afterEach(() => bench.close());

const deploy = (...args: string[]) => bench.run(command, '--release', ...args);

/** What each domain serves, and what agents load. */
function live() {
  const { serverless, plugins } = bench.clouds;
  const served = [...serverless.store.services.values()].flatMap((service) =>
    [...service.environments.values()].flatMap(({ uniqueName, buildSid }) => {
      const versions = service.builds.get(buildSid ?? '')?.versions ?? [];
      return uniqueName.endsWith('-environment')
        ? versions.map(({ path, content }) => `${path} ${content.toString()}`).sort()
        : [];
    }),
  );
  const loaded = plugins.store.active?.configuration.plugins.map(({ version }) => version.version) ?? [];
  return { served, loaded };
}

describe('a deployment that fails', () => {
  it('at any request of the first one is finished by running it again', async () => {
    const steps = await stepsOf(bench, () => deploy());
    const expected = live();
    expect(steps.length).toBeGreaterThan(20);
    for (const step of steps.filter(({ changes }) => changes)) {
      for (const fault of faultsOf(step)) {
        await bench.close();
        await open();
        failAt(bench, step, fault);
        const told = `${step.step} ${fault.kind}`;
        const first = await deploy();
        if (first.exit !== 0) {
          expect(first.err, told).toMatch(/Run the same command again/);
          expect(live().loaded, told).toEqual([]);
        }
        expect(await deploy(), told).toMatchObject({ exit: 0 });
        expect(live(), told).toEqual(expected);
      }
    }
  });

  it('at any request of a later one leaves what is live as it was, and is finished by running it again', async () => {
    let number = 1;
    const change = () => {
      number += 1;
      bench.checkout.functions['/hello'] = say(`number ${number}`);
      bench.checkout.plugin = `plugin ${number}`;
      bench.variables['SEGMENT_SPACE_ID'] = `spa_${number}000`;
    };
    await deploy();
    change();
    const steps = await stepsOf(bench, () => deploy());
    expect(steps.length).toBeGreaterThan(15);
    let failed = 0;
    for (const step of steps) {
      for (const fault of faultsOf(step)) {
        const before = live();
        change();
        failAt(bench, step, fault);
        const told = `${step.step} ${fault.kind}`;
        const first = await deploy();
        const between = live();
        if (first.exit === 0) {
          expect(between.loaded, told).not.toEqual(before.loaded);
        } else {
          failed += 1;
          expect(between.loaded, told).toEqual(before.loaded);
          // The functions are the old ones as a whole, or the new ones as a whole; then it says so.
          const moved = JSON.stringify(between.served) !== JSON.stringify(before.served);
          if (moved) expect(first.err, told).toContain('The functions are deployed');
          else expect(between.served, told).toEqual(before.served);
        }
        bench.clouds.controls.serverless.clear();
        bench.clouds.controls.plugins.clear();
        expect(await deploy(), told).toMatchObject({ exit: 0 });
        const after = live();
        expect(after.served, told).toContain(`/hello ${say(`number ${number}`)}`);
        expect(after.loaded, told).not.toEqual(before.loaded);
      }
    }
    expect(failed).toBeGreaterThan(15);
  });

  it.each([
    [401, 'Twilio answered 401: Refused by order', 'Check ACCOUNT_SID and AUTH_TOKEN'],
    [403, 'Twilio answered 403: Refused by order', 'Check ACCOUNT_SID and AUTH_TOKEN'],
    [429, 'Twilio answered 429: Refused by order', 'Run the same command again'],
    [500, 'Twilio answered 500: Refused by order', 'Run the same command again'],
    ['drop', 'Twilio did not answer', 'Run the same command again'],
  ] as const)(
    'with %s at any request names the step, what Twilio said, how things stand and what to do',
    async (kind, said, advice) => {
      const steps = await stepsOf(bench, () => deploy());
      // What only shortens a deployment, or looks back on it, may be out of reach.
      const spared = ['ServeAsset', 'ListDeployment', 'ListConfiguredPlugin'];
      const needed = steps.filter(({ step }) => !spared.includes(step));
      for (const step of needed) {
        await bench.close();
        await open();
        failAt(bench, step, kind === 'drop' ? { kind } : { kind: 'refuse', status: kind }, 50);
        const { exit, out, err } = await deploy();
        const [last = ''] = err.trimEnd().split('\n').slice(-1);
        expect([exit, out], step.step).toEqual([2, '']);
        expect(last, step.step).toMatch(/^[A-Z][^:]+: Twilio /);
        expect(last, step.step).toContain(said);
        expect(last, step.step).toMatch(/Nothing has changed|as before|nothing is live/);
        expect(last, step.step).toContain(advice);
      }
    },
  );

  it.each([
    ['CreateService', 'The service may be there now; nothing is live in it.'],
    ['CreateEnvironment', 'The environment may be there now; nothing is live in it.'],
  ] as const)('without an answer to %s does not claim that nothing has changed', async (step, says) => {
    failAt(bench, { cloud: 'serverless', step, changes: true }, { kind: 'lose' });
    const { exit, err } = await deploy();
    expect([exit, err]).toEqual([2, expect.stringContaining(says)]);
    expect(err).not.toContain('Nothing has changed');
    expect((await deploy()).exit).toBe(0);
  });

  it('while variables are set says that the functions which are live read what is set already', async () => {
    await deploy();
    bench.variables['SEGMENT_SPACE_ID'] = 'spa_another';
    bench.checkout.functions['/hello'] = say('two');
    failAt(bench, { cloud: 'serverless', step: 'UpdateVariable', changes: true }, { kind: 'refuse', status: 500 });
    const { exit, err } = await deploy();
    expect([exit, err]).toEqual([
      2,
      expect.stringContaining('Some variables may be set already, and the functions that'),
    ]);
  });

  it('with 429 at any request goes on after a moment', async () => {
    const steps = await stepsOf(bench, () => deploy());
    for (const step of steps) {
      await bench.close();
      await open();
      failAt(bench, step, { kind: 'refuse', status: 429 });
      expect(await deploy(), step.step).toMatchObject({ exit: 0 });
    }
  });

  it.each(['failed', 'gone', 'hangs'] as const)(
    'because a build is %s, says so and changes nothing',
    async (outcome) => {
      await deploy();
      const before = live();
      bench.checkout.functions['/hello'] = say('two');
      bench.clouds.controls.serverless.endBuilds(outcome);
      const { exit, err } = await deploy();
      expect([exit, err]).toEqual([1, expect.stringContaining('what was live is live')]);
      expect(live()).toEqual(before);
      expect((await deploy()).exit).toBe(0);
      expect(live().served).toContain(`/hello ${say('two')}`);
    },
  );
});
