import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deploy } from '../../sandbox/serverless/deployments';
import { AUTH_TOKEN, type ServedDouble } from '../../sandbox/serverless/testing/serve';
import { openAccount, type Account } from './testing/account';
import type { bench } from './testing/bench';

let account: Account;
let double: ServedDouble;
let table: ReturnType<typeof bench>;

beforeEach(async () => {
  account = await openAccount();
  ({ double, table } = account);
});
afterEach(() => double.close());

const run = (...args: string[]) => table.run(...args);
const publish = (label: string, ...more: string[]) =>
  run('publish', `${label}.json`, '--comment', `Say ${label}`, ...more);
const live = async (): Promise<unknown> => (await run('pull', '--json')).json;

describe('commands for what is published', () => {
  it('publish, show and bring back', async () => {
    expect(await run('history')).toMatchObject({ exit: 0, out: 'Nothing was published yet.\n' });
    expect(await run('pull')).toMatchObject({ exit: 1, err: 'Nothing was published yet.\n' });

    const first = await publish('One');
    expect(first).toMatchObject({ exit: 0, out: 'Revision 1 is live.\n' });
    expect(first.err).toMatch(/Uploading\n[\s\S]*Building revision 1\n[\s\S]*Done\n/);

    expect((await run('diff', 'Two.json')).out).toBe('Context\n  Label of `intent`: One → Two\n');
    const second = await publish('Two', '--name', 'Ana', '--base', '1');
    expect(second.err).toContain('Label of `intent`: One → Two');
    expect(await live()).toMatchObject({ revision: 2, document: JSON.parse(table.files['Two.json']!) });

    expect((await run('restore', '1', '--comment', 'Two was wrong', '--json')).json).toEqual({
      status: 'live',
      revision: 3,
      overwrote: false,
    });
    const { out } = await run('history');
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^ {4}3 {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}ana \(command line\): Two was wrong \(live, brings back revision 1\)$/,
    );
    expect(lines[1]).toMatch(/Ana: Say Two$/);

    expect((await run('pull', '--revision', '2', '--out', 'old.json')).out).toBe('Wrote revision 2 to old.json.\n');
    expect(JSON.parse(table.files['old.json']!)).toEqual(JSON.parse(table.files['Two.json']!));
    expect((await run('diff', 'old.json')).out).toContain('Label of `intent`: One → Two');
    expect((await run('diff', 'One.json')).out).toBe('Nothing differs from revision 3.\n');
  });

  it('publish nothing twice, and nothing with errors', async () => {
    await publish('One');
    const builds = () => double.control.requests.filter(({ step }) => step === 'CreateBuild').length;
    expect((await publish('One')).out).toContain('nothing to publish');
    table.files['Two.json'] = '{"version":1,"context":7}';
    expect(await publish('Two')).toMatchObject({ exit: 1, out: expect.stringContaining("can't be published") });
    expect(builds()).toBe(1);
  });

  it.each([
    ['--name', 'x'.repeat(101), 'A name has 1 to 100 characters. (--name)'],
    ['--name', ' ', 'A name has 1 to 100 characters. (--name)'],
    ['--comment', 'x'.repeat(501), 'A comment has at most 500 characters. (--comment)'],
  ])('take no %s of any length', async (option, text, sentence) => {
    for (const command of [
      ['publish', 'One.json'],
      ['restore', '1'],
    ]) {
      const { exit, err } = await run(...command, '--comment', 'Why', option, text);
      expect([exit, err]).toEqual([2, expect.stringContaining(sentence)]);
    }
    expect(double.control.requests).toEqual([]);
    expect((await publish('One', '--name', 'x'.repeat(100))).exit).toBe(0);
  });

  it('refuse to publish on top of what the publisher has not seen', async () => {
    await publish('One');
    await publish('Two', '--base', 'live');
    const late = await publish('Three', '--base', '1');
    expect([late.exit, late.err]).toEqual([1, expect.stringContaining('Revision 2 was published in the meantime')]);
    expect(late.err).toContain('diff Three.json');
    expect(await live()).toMatchObject({ revision: 2 });
  });

  it('say so when what was published is taken back before it is seen served', async () => {
    await publish('One');
    const [environment] = [...account.service.environments.values()];
    const former = environment!.buildSid!;
    double.control.before('ListDeployment', () => undefined);
    double.control.before('ListDeployment', () => {
      deploy(double.store, account.service, environment!, former);
    });
    const { exit, err } = await publish('Two', '--base', '1');
    expect([exit, err]).toEqual([1, expect.stringContaining('Revision 2 was live and was taken back')]);
    expect(await live()).toMatchObject({ revision: 1 });
  });

  it('notice a colleague who deploys first', async () => {
    await publish('One');
    double.control.before('CreateBuild', async () => {
      const colleague = account.colleague('ben');
      await colleague.run('publish', 'Two.json', '--comment', 'Faster', '--base', '1');
    });
    const { exit, json } = await publish('Three', '--base', '1', '--json');
    expect([exit, json.error.code]).toEqual([1, 'conflict']);
    expect(await live()).toMatchObject({ document: JSON.parse(table.files['Two.json']!) });
  });

  it.each(['failed', 'gone'] as const)('leave what is live alone when the build is %s', async (outcome) => {
    await publish('One');
    double.control.endBuilds(outcome);
    const { exit, err } = await publish('Two', '--base', '1');
    expect([exit, err]).toEqual([1, expect.stringContaining('Nothing has changed for agents')]);
    expect(await live()).toMatchObject({ revision: 1 });
    expect((await publish('Two', '--base', '1')).exit).toBe(0);
  });

  it('end when a build never does', async () => {
    double.control.endBuilds('hangs');
    const { exit, err } = await publish('One');
    expect([exit, err]).toEqual([1, expect.stringContaining('half an hour')]);
  }, 30_000);

  it('know what is not kept', async () => {
    await publish('One');
    expect(await run('restore', '9', '--comment', 'x')).toMatchObject({
      exit: 1,
      err: 'Revision 9 is not kept any more.\n',
    });
    expect((await run('pull', '--revision', '9', '--json')).json).toMatchObject({ error: { code: 'not_found' } });
  });

  it('end with 2 and without a secret when Twilio refuses', async () => {
    double.control.fail('ListEnvironment', { kind: 'refuse', status: 401 }, 10);
    const { exit, out, err } = await run('history');
    expect([exit, out]).toEqual([2, '']);
    expect(err).not.toContain(AUTH_TOKEN);
    expect(err).not.toContain('127.0.0.1');
  });

  it('print documents that a terminal does not obey, without changing them', async () => {
    const odd = { version: 1, context: { title: 'a\u202eb\u009b1m', sections: [] }, traits: { sections: [] } };
    table.files['One.json'] = JSON.stringify(odd);
    await publish('One');
    const { out } = await run('pull');
    expect(out).toContain('a\\u202eb\\u009b1m');
    expect(JSON.parse(out)).toEqual(odd);
  });
});
