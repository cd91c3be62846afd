import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { at } from '../build/root';

interface Result {
  rows: { side: string; name: string; perAgentHour: number }[];
  tables: { title: string; header: string[]; rows: string[][] }[];
}

/** What `npm run bench scale -- --write` left. */
const written = JSON.parse(readFileSync(at('bench/scale/result.json'), 'utf8')) as Result;
const cellsOf = (line: string): string => line.replace(/ +/g, ' ').trim();
const page = readFileSync(at('docs/scale.md'), 'utf8').split('\n').map(cellsOf);

it('there are figures', () => expect(written.tables.length).toBe(5));

it.each(written.tables)('“$title” stands in docs/scale.md as it was printed', ({ title, rows }) => {
  expect(page).toContain(`### ${title}`);
  for (const row of rows) expect(page).toContain(cellsOf(`| ${row.join(' | ')} |`));
});

/** Requests per agent and hour that are not few and far between. */
const ofWeight = ({ rows }: Result): Record<string, number> =>
  Object.fromEntries(
    rows
      .filter(({ perAgentHour }) => perAgentHour > 5)
      .map(({ side, name, perAgentHour }) => [`${side}: ${name}`, perAgentHour]),
  );

it('the code still asks as often as the page says, within a tenth', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  try {
    const file = join(folder, 'result.json');
    const few = ['--agents', '400', '--measured', '400', '--minutes', '10', '--json', file];
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/scale.ts', ...few], {
      cwd: at(''),
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const now = ofWeight(JSON.parse(readFileSync(file, 'utf8')) as Result);
    const then = ofWeight(written);
    expect(Object.keys(now)).toEqual(Object.keys(then));
    for (const [name, rate] of Object.entries(now)) {
      expect(Math.abs(rate / then[name]! - 1), `${name}: ${rate} now, ${then[name]} on the page`).toBeLessThan(0.1);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
