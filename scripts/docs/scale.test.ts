import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What `npm run bench scale -- --write` left. */
const { tables } = JSON.parse(readFileSync('bench/scale/result.json', 'utf8')) as {
  tables: { title: string; header: string[]; rows: string[][] }[];
};
const cellsOf = (line: string): string => line.replace(/ +/g, ' ').trim();
const page = readFileSync('docs/scale.md', 'utf8').split('\n').map(cellsOf);

it('there are figures', () => expect(tables.length).toBe(5));

it.each(tables)('“$title” stands in docs/scale.md as it was printed', ({ title, rows }) => {
  expect(page).toContain(`### ${title}`);
  for (const row of rows) expect(page).toContain(cellsOf(`| ${row.join(' | ')} |`));
});
