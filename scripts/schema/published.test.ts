import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type ServedDouble } from '../../sandbox/serverless/testing/serve';
import { bench } from './testing/bench';

let double: ServedDouble;
let clock: { now: number };
let table: ReturnType<typeof bench>;
let variables: Record<string, string>;

beforeEach(async () => {
  clock = { now: Date.now() };
  double = await serveDouble({ clock: () => clock.now, timings: { build: 5_000, propagation: 500 }, strict: true });
  const service = double.store.createService({ uniqueName: 'customer-context', friendlyName: 'Customer context' });
  variables = {
    ACCOUNT_SID,
    AUTH_TOKEN,
    SERVICE_SID: service.sid,
    CUSTOMER_CONTEXT_LOOPBACK: double.origin,
    USER: 'ana',
  };
  table = bench(variables, clock);
  for (const label of ['One', 'Two', 'Three']) {
    const document = {
      version: 1,
      context: { sections: [{ fields: [{ key: 'intent', label }] }] },
      traits: { sections: [] },
    };
    table.files[`${label}.json`] = JSON.stringify(document);
  }
});
afterEach(() => double.close());

const run = (...args: string[]) => table.run(...args);
const publish = (label: string, ...more: string[]) => {
  const base = more.includes('--base') ? [] : ['--base', 'live'];
  return run('publish', `${label}.json`, '--comment', `Say ${label}`, ...base, ...more);
};
const publishUnnamed = (file: string) => run('publish', file, '--comment', 'Change it');
const relabel = (file: string, from: string, to: string) => {
  table.files[file] = table.files[file]!.replace(from, to);
};
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

  it('refuse to publish on top of what the publisher has not seen', async () => {
    await publish('One');
    await publish('Two');
    const late = await publish('Three', '--base', '1');
    expect([late.exit, late.err]).toEqual([1, expect.stringContaining('Revision 2 was published in the meantime')]);
    expect(await live()).toMatchObject({ revision: 2 });
  });

  it('refuse a file that nothing says was made from what is live, and publish nothing', async () => {
    expect(await publishUnnamed('One.json')).toMatchObject({ exit: 0, out: 'Revision 1 is live.\n' });
    const { exit, err } = await publishUnnamed('Two.json');
    expect([exit, err]).toEqual([2, expect.stringContaining('add --base 1')]);
    expect(await live()).toMatchObject({ revision: 1 });
    expect((await run('publish', 'Two.json', '--comment', 'x', '--base', '1')).out).toBe('Revision 2 is live.\n');
  });

  it('publish a file that was pulled on top of the revision it came from, again and again, and of no other', async () => {
    await publish('One');
    await run('pull', '--out', 'mine.json');
    expect(JSON.parse(table.files['mine.json.base']!)).toEqual({
      revision: 1,
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    relabel('mine.json', '"One"', '"Mine"');
    expect((await publishUnnamed('mine.json')).out).toBe('Revision 2 is live.\n');
    relabel('mine.json', '"Mine"', '"Mine too"');
    expect((await publishUnnamed('mine.json')).out).toBe('Revision 3 is live.\n');
    await publish('Two');
    relabel('mine.json', '"Mine too"', '"Late"');
    const late = await publishUnnamed('mine.json');
    expect([late.exit, late.err]).toEqual([1, expect.stringContaining('Revision 4 was published in the meantime')]);
    table.files['mine.json.base'] = '{"revision":"x"';
    expect(await publishUnnamed('mine.json')).toMatchObject({ exit: 2, err: expect.stringContaining('Pull again') });
  });

  it('tell a revision from another of the same number', async () => {
    await publish('One');
    await run('pull', '--out', 'mine.json');
    table.files['mine.json.base'] = '{"revision":1,"id":"00000000000000aa"}';
    relabel('mine.json', '"One"', '"Mine"');
    expect((await publishUnnamed('mine.json')).exit).toBe(1);
    expect(await live()).toMatchObject({ revision: 1 });
  });

  it('ask again when Twilio stumbles while a publication is followed, and give up on what does not pass', async () => {
    double.control.fail('FetchBuildStatus', { kind: 'refuse', status: 503 }, 8);
    const { exit, out, err } = await publish('One');
    expect([exit, out]).toEqual([0, 'Revision 1 is live.\n']);
    expect(err).toMatch(/Twilio refused or did not answer while building: asking again in \d+ s/);
    double.control.fail('FetchBuildStatus', { kind: 'refuse', status: 503 }, 1000);
    const gone = await publish('Two');
    expect([gone.exit, gone.err]).toEqual([2, expect.stringContaining('Twilio refused or did not answer')]);
    expect(await live()).toMatchObject({ revision: 1 });
  });

  it('notice a colleague who deploys first', async () => {
    await publish('One');
    double.control.before('CreateBuild', async () => {
      const colleague = bench({ ...variables, USER: 'ben' }, clock);
      colleague.files['Two.json'] = table.files['Two.json']!;
      await colleague.run('publish', 'Two.json', '--comment', 'Faster', '--base', 'live');
    });
    const { exit, json } = await publish('Three', '--json');
    expect([exit, json.error.code]).toEqual([1, 'conflict']);
    expect(await live()).toMatchObject({ document: JSON.parse(table.files['Two.json']!) });
  });

  it.each(['failed', 'gone'] as const)('leave what is live alone when the build is %s', async (outcome) => {
    await publish('One');
    double.control.endBuilds(outcome);
    const { exit, err } = await publish('Two');
    expect([exit, err]).toEqual([1, expect.stringContaining('Nothing has changed for agents')]);
    expect(await live()).toMatchObject({ revision: 1 });
    expect((await publish('Two')).exit).toBe(0);
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
