import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '../build/root';
import { COMMANDS } from './run';
import { bench } from './testing/bench';

const { files, run } = bench();
files['good.json'] = '{ "version": 1, "context": { "sections": [] }, "traits": { "sections": [] } }';
files['warned.json'] =
  '{\n  "version": 1,\n  "zeta": 1,\n  "context": { "sections": [] }, "traits": { "sections": [] } }';
files['wrong.json'] = '{\n  "version": 1,\n  "context": { "sections": 7 } }';
files['broken.json'] = '{\n  "version": 1,\n}';
files['samples.json'] = '[{ "plan": "Gold", "secretToken": "canary" }]';

describe('check', () => {
  it('takes a document without errors', async () => {
    expect(await run('check', 'good.json')).toMatchObject({ exit: 0, out: 'good.json: can be published\n', err: '' });
  });

  it('does not fail for warnings', async () => {
    const { exit, out } = await run('check', 'warned.json');
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/^warned\.json:3:11 warning: .*\nwarned\.json: can be published, 1 warning\n$/),
    ]);
  });

  it('says where an error is, of every file', async () => {
    const { exit, out } = await run('check', 'good.json', 'wrong.json', 'broken.json');
    expect(exit).toBe(1);
    expect(out).toContain('wrong.json:3:28 error: Context → Sections');
    expect(out).toContain('broken.json:2:15 error: This comma must go');
    expect(out).toContain("broken.json: 1 error: can't be published");
  });

  it('prints the same for programs', async () => {
    const { exit, json } = await run('check', 'wrong.json', '--json');
    expect(exit).toBe(1);
    expect(json.files[0]).toMatchObject({
      file: 'wrong.json',
      errors: 1,
      problems: [{ severity: 'error', line: 3, pointer: '/context/sections' }, { severity: 'warning' }],
    });
  });

  it.each([
    ['a key that is there twice', '{ "version": 1,\n  "traits": {}, "traits": {} }', 'traits', 2, 17],
    ['a number that is too large', '{ "version": 1,\n  "zeta": 1e400 }', 'zeta', 2, 11],
  ])('finds %s, which would be lost without a word', async (_what, text, key, line, column) => {
    files['lost.json'] = text;
    const { exit, json } = await run('check', 'lost.json', '--json');
    expect(exit).toBe(1);
    expect(json.files[0].problems).toMatchObject([{ severity: 'error', pointer: `/${key}`, line, column }]);
  });

  it('ends with 2 for a file that is not there', async () => {
    expect(await run('check', 'nowhere.json')).toMatchObject({
      exit: 2,
      out: '',
      err: "nowhere.json can't be read. Is it there?\n",
    });
    expect((await run('check', 'nowhere.json', '--json')).json).toMatchObject({ error: { code: 'unreadable' } });
  });
});

describe('diff of two files', () => {
  it('speaks the words of the editor', async () => {
    const { exit, out } = await run('diff', 'good.json', 'warned.json');
    expect([exit, out]).toEqual([0, '`zeta`: none → 1\n']);
    expect((await run('diff', 'good.json', 'good.json')).out).toBe('The documents are the same.\n');
    expect((await run('diff', 'good.json', 'warned.json', '--json')).json.changes[0]).toMatchObject({
      path: '/zeta',
      kind: 'changed',
    });
    expect((await run('diff', 'good.json', 'broken.json')).exit).toBe(1);
  });
});

describe('infer', () => {
  it('prints a document that check takes, and its reasons beside it', async () => {
    const { exit, out, err } = await run('infer', 'samples.json', '--traits', 'samples.json');
    expect(exit).toBe(0);
    expect(err).toContain('context plan (1 of 1): Badge, because');
    expect(out + err).not.toContain('canary');
    files['made.json'] = out;
    expect((await run('check', 'made.json')).out).toBe('made.json: can be published\n');
  });

  it('writes a file where it is told to', async () => {
    const { out } = await run('infer', 'samples.json', '--out', 'first.json');
    expect(out).toContain('Wrote first.json.');
    expect(JSON.parse(files['first.json']!)).toMatchObject({ version: 1, context: { hidden: ['secretToken'] } });
  });

  it('writes over nobody’s work, unless it is told to', async () => {
    files['mine.json'] = files['good.json']!;
    const { exit, err } = await run('infer', 'samples.json', '--out', 'mine.json');
    expect([exit, err]).toEqual([
      2,
      'mine.json is there already: name another file with --out, or write over it with --force.\n',
    ]);
    expect(files['mine.json']).toBe(files['good.json']);
    expect((await run('infer', 'samples.json', '--out', 'mine.json', '--json')).json.error.code).toBe('exists');
    expect((await run('infer', 'samples.json', '--out', 'mine.json', '--force')).exit).toBe(0);
    expect(files['mine.json']).toContain('secretToken');
    expect((await run('infer', 'samples.json', '--out', 'mine.json')).exit).toBe(0);
  });

  it('leaves no note beside what it wrote that says where the file before it came from', async () => {
    for (const name of ['forced.json', 'gone.json']) files[`${name}.base`] = '{}';
    files['forced.json'] = '{}';
    await run('infer', 'samples.json', '--out', 'forced.json', '--force');
    await run('infer', 'samples.json', '--out', 'gone.json');
    expect(Object.keys(files).filter((file) => file.endsWith('.base'))).toEqual([]);
  });

  it('takes objects only', async () => {
    files['list.json'] = '[7]';
    expect((await run('infer', 'list.json')).exit).toBe(1);
    expect((await run('infer')).exit).toBe(2);
  });
});

describe('a command that was asked wrongly', () => {
  it.each([
    [[]],
    [['chekc']],
    [['check']],
    [['check', 'good.json', '--colour']],
    [['pull', 'x']],
    [['publish', 'good.json']],
    [['restore', 'x', '--comment', 'y']],
  ])('%j ends with 2 and says how', async (args) => {
    const { exit, out, err } = await run(...args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('npm run schema -- ');
  });

  it('gets help', async () => {
    expect(await run('--help')).toMatchObject({ exit: 0, out: expect.stringContaining('publish') });
    expect(await run('publish', '--help')).toMatchObject({ exit: 0, out: expect.stringContaining('--comment') });
  });

  it('is told which variable is missing, not what others hold', async () => {
    const incomplete = bench({ ACCOUNT_SID: `AC${'0'.repeat(32)}`, AUTH_TOKEN: 'canary' });
    const { exit, err } = await incomplete.run('history');
    expect([exit, err]).toEqual([2, 'AUTH_TOKEN is malformed: expected 32 characters.\n']);
  });
});

it('is documented as a whole', () => {
  const page = readFileSync(at('docs/schema-commands.md'), 'utf8');
  for (const { name, options, flags } of COMMANDS) {
    expect(page).toContain(`## ${name}`);
    for (const option of Object.keys({ ...options, ...flags })) expect(page).toContain(`--${option}`);
  }
});

describe('a command that there is not', () => {
  it.each([
    [['bogus', '--json'], 'There is no command “bogus”.'],
    [['--json'], 'Say which command.'],
  ])('is answered as JSON where that was asked for: %j', async (args, message) => {
    const { exit, out, err } = await run(...args);
    expect([exit, JSON.parse(out), err]).toEqual([2, { error: { code: 'usage', message } }, '']);
  });

  it('is answered with those that there are', async () => {
    const { exit, out, err } = await run('bogus');
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/^There is no command “bogus”\.\n\nnpm run schema -- <command>/);
  });
});
