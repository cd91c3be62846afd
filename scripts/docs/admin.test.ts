import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LONGEST_COMMENT } from '../../editor/publication';
import { STEPS } from '../../editor/publication/steps';
import { REVISIONS_KEPT } from '../../service/schema-store/index-document';
import { TICKET_LIFETIME_MS } from '../../service/publish/ticket';

const page = readFileSync('docs/admin.md', 'utf8');
const prose = page.replace(/\s+/g, ' ');

/** Every word of the editor; those with something in them, with 15 in it. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (...given: unknown[]) => unknown)(15, 15, 15, 15))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** Names of settings: the titles in the JSON Schema. */
function titlesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'title' && typeof inner === 'string' ? [inner] : titlesIn(inner),
  );
}

/** Each file of words, wherever the editor has one. */
const files = readdirSync('plugin/src/admin', { recursive: true, encoding: 'utf8' })
  .filter((file) => /strings\.ts$/i.test(file))
  .map((file) => resolve('plugin/src/admin', file));
const modules = await Promise.all(files.map((file) => import(file) as Promise<Record<string, unknown>>));
const said = [...modules.flatMap((one) => Object.values(one)), STEPS].flatMap(wordsIn);
const titles = titlesIn(JSON.parse(readFileSync('schemas/display-schema.json', 'utf8')));
/** A count in brackets is not part of a name. */
const names = new Set([...said, ...titles].map((word) => word.replace(/ \(15\)$/, '')));

const bold = [...new Set([...prose.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name))];
const quoted = [...prose.matchAll(/“([^”]+\.)”/g)].map(([, sentence = '']) => sentence);

describe('docs/admin.md', () => {
  it.each(bold)('names “%s”, which the editor has', (name) => {
    expect(names).toContain(name);
  });

  it.each(quoted)('quotes “%s”, which the editor says', (sentence) => {
    expect(said.some((one) => one.startsWith(sentence.replace(/\.$/, '')))).toBe(true);
  });

  it('names every button of the toolbar and every step of a publication', () => {
    const buttons = ['History', 'Export', 'Import', 'Discard', 'Publish…'];
    expect(bold).toEqual(expect.arrayContaining([...buttons, ...STEPS.map(({ title }) => title)]));
  });

  it('has the limits that the code has', () => {
    expect(prose).toContain(`The last ${REVISIONS_KEPT} revisions are kept`);
    expect(prose).toContain(`A comment has up to ${LONGEST_COMMENT} characters`);
    expect([prose.includes('within half an hour'), TICKET_LIFETIME_MS]).toEqual([true, 30 * 60_000]);
  });
});
