import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAccount, type Account } from './testing/account';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
  await run('publish', 'One.json', '--comment', 'First');
  await run('pull', '--out', 'mine.json');
  await run('publish', 'Two.json', '--comment', 'Second', '--base', '1');
});
afterEach(() => account.double.close());

const files = () => account.table.files;
const run = (...args: string[]) => account.run(...args);
const pull = (...more: string[]) => run('pull', '--out', 'mine.json', ...more);
const label = () =>
  (JSON.parse(files()['mine.json']!) as { context: { sections: { fields: { label: string }[] }[] } }).context
    .sections[0]!.fields[0]!.label;
const noted = () => (JSON.parse(files()['mine.json.base']!) as { revision: number }).revision;

describe('pull into a file that is there', () => {
  it('replaces what was pulled or published and not changed since, however it is laid out', async () => {
    files()['mine.json'] = JSON.stringify(JSON.parse(files()['mine.json']!));
    expect((await pull()).exit).toBe(0);
    expect([label(), noted()]).toEqual(['Two', 2]);
    expect((await pull('--revision', '1')).exit).toBe(0);
    expect([label(), noted()]).toEqual(['One', 1]);
  });

  it.each([
    ['was changed', () => files()['Three.json']!],
    ['can’t be read as JSON', () => '{ "version": 1'],
    ['only differs in the order of its keys', () => '{"traits":{"sections":[]},"version":1}'],
  ])('refuses when it %s, unless it is told to', async (_what, content) => {
    const before = (files()['mine.json'] = content());
    const { exit, err } = await pull();
    expect([exit, err]).toEqual([
      2,
      'mine.json holds what is not published: name another file with --out, or write over it with --force.\n',
    ]);
    expect([files()['mine.json'], noted()]).toEqual([before, 1]);
    expect((await pull('--json')).json.error.code).toBe('exists');
    expect((await pull('--force')).exit).toBe(0);
    expect([label(), noted()]).toEqual(['Two', 2]);
  });

  it.each([
    ['nothing says where it comes from', undefined],
    ['the note is none', '[]'],
    ['the note is of another service', `{"service":"ZS${'0'.repeat(32)}","revision":1}`],
    ['the note is of a revision that is not kept', 'revision 7'],
    ['the note is of another publication of that number', 'another id'],
  ])('refuses when %s', async (_what, note) => {
    const real = JSON.parse(files()['mine.json.base']!) as object;
    if (note === undefined) delete files()['mine.json.base'];
    else if (note === 'revision 7') files()['mine.json.base'] = JSON.stringify({ ...real, revision: 7 });
    else if (note === 'another id') files()['mine.json.base'] = JSON.stringify({ ...real, id: '0'.repeat(16) });
    else files()['mine.json.base'] = note;
    expect((await pull()).exit).toBe(2);
    expect(label()).toBe('One');
  });

  it('takes a file that already says what is pulled, and notes where that comes from', async () => {
    files()['mine.json'] = files()['Two.json']!;
    delete files()['mine.json.base'];
    expect((await pull()).exit).toBe(0);
    expect(noted()).toBe(2);
  });

  it('does not take Twilio’s silence for a revision that is gone', async () => {
    const { control } = account.double;
    // What is live takes three: the index twice, and the document.
    for (let read = 0; read < 3; read += 1) control.before('ServeAsset', () => undefined);
    control.before('ServeAsset', () => control.fail('ServeAsset', { kind: 'refuse', status: 500 }, 50));
    const { exit, err } = await pull();
    expect([exit, err]).toEqual([2, expect.stringContaining('can’t be read at the moment')]);
    expect(label()).toBe('One');
  });
});
