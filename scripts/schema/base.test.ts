import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAccount, type Account } from './testing/account';

let account: Account;
beforeEach(async () => void (account = await openAccount()));
afterEach(() => account.double.close());

const files = () => account.table.files;
const run = (...args: string[]) => account.run(...args);
const publish = (file: string, ...more: string[]) => run('publish', file, '--comment', 'Because', ...more);
const noted = (file: string) =>
  JSON.parse(files()[`${file}.base`]!) as { service: string; revision: number; id: string };
const served = async (): Promise<unknown> => (await run('pull', '--json')).json;
const edit = (file: string, from: string) => (files()[file] = files()[`${from}.json`]!);

describe('what a file is published on top of', () => {
  it('is noted by pull and by publish, so a file can be changed and published again and again', async () => {
    expect((await publish('One.json')).exit).toBe(0);
    expect(noted('One.json')).toEqual({
      service: account.variables['SERVICE_SID'],
      revision: 1,
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    await run('pull', '--out', 'mine.json');
    expect(noted('mine.json')).toEqual(noted('One.json'));
    edit('mine.json', 'Two');
    expect((await publish('mine.json')).out).toBe('Revision 2 is live.\n');
    expect(noted('mine.json')).toMatchObject({ revision: 2 });
    edit('mine.json', 'Three');
    expect((await publish('mine.json')).out).toBe('Revision 3 is live.\n');
  });

  it('is never guessed', async () => {
    await publish('One.json');
    const { exit, err } = await publish('Two.json');
    expect(exit).toBe(2);
    expect(err).toMatch(/^Revision 1 is live, and nothing says whether Two\.json was made from it: .*--base 1 .*\n$/);
    expect((await publish('Two.json', '--json')).json.error.code).toBe('no_base');
    expect(await served()).toMatchObject({ revision: 1 });
    expect((await publish('Two.json', '--base', 'live')).exit).toBe(0);
  });

  it('keeps what a colleague published after the pull', async () => {
    await publish('One.json');
    await run('pull', '--out', 'mine.json');
    await publish('Two.json', '--base', '1');
    edit('mine.json', 'Three');
    const { exit, err } = await publish('mine.json');
    expect([exit, err]).toEqual([1, expect.stringContaining('Revision 2 was published in the meantime')]);
    expect(noted('mine.json')).toMatchObject({ revision: 1 });
  });

  it('tells two revisions of one number apart by their ids', async () => {
    await publish('One.json');
    const { revision, id } = noted('One.json');
    const other = id === '0'.repeat(16) ? '1'.repeat(16) : '0'.repeat(16);
    files()['One.json.base'] = JSON.stringify({ ...noted('One.json'), id: other });
    edit('One.json', 'Two');
    expect((await publish('One.json')).exit).toBe(1);
    expect((await publish('One.json', '--base', `${revision}-${other}`)).exit).toBe(1);
    expect(await served()).toMatchObject({ revision: 1 });
    expect((await publish('One.json', '--base', `${revision}-${id}`)).exit).toBe(0);
  });

  it('is looked at once more before deploying, for publish and restore', async () => {
    await publish('One.json');
    const ben = account.colleague('ben');
    for (const command of [
      ['publish', 'Two.json', '--comment', 'x', '--base', '1'],
      ['restore', '1', '--comment', 'x'],
    ]) {
      account.double.control.before('CreateBuild', async () => {
        await ben.run('publish', 'Three.json', '--comment', 'Faster', '--base', 'live');
      });
      expect((await run(...command, '--json')).json.error.code).toBe('conflict');
      edit('One.json', 'One');
      ben.files['Three.json'] = ben.files['Two.json']!;
    }
  });

  it('belongs to one service', async () => {
    await publish('One.json');
    files()['One.json.base'] = JSON.stringify({ ...noted('One.json'), service: `ZS${'0'.repeat(32)}` });
    edit('One.json', 'Two');
    const { exit, err } = await publish('One.json');
    expect([exit, err]).toEqual([2, expect.stringContaining('SERVICE_SID is another')]);
  });

  it.each(['', '[]', '{"service":"x","revision":0}', '{"service":"x","revision":1,"id":"y"}'])(
    'is asked for when the note is %j',
    async (note) => {
      await publish('One.json');
      files()['One.json.base'] = note;
      edit('One.json', 'Two');
      const { exit, err } = await publish('One.json');
      expect([exit, err]).toEqual([2, expect.stringContaining('say it with --base')]);
      expect(files()['One.json.base']).toBe(note);
    },
  );

  it('must be typed as something that can be one', async () => {
    await publish('One.json');
    for (const base of ['newest', '1-x', '-1', '01']) {
      expect((await publish('Two.json', `--base=${base}`)).exit).toBe(2);
    }
  });
});
