import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../schemas/error-codes';

/** What the plugin itself says and waits; loaded as it runs, since scripts are no part of it. */
const load = <T>(file: string) => import(resolve('plugin/src', file)) as Promise<T>;
const { strings } = await load<{ strings: Record<string, unknown> & { partFailed: (part: string) => string } }>(
  'strings.ts',
);
const { REVEALED_FOR_MS } = await load<{ REVEALED_FOR_MS: number }>('values/Masked.tsx');
const { SEEN_AFTER_MS } = await load<{ SEEN_AFTER_MS: number }>('panel/useSeen.ts');

const page = readFileSync('docs/agent.md', 'utf8');
const prose = page.replace(/\s+/g, ' ');

/** Every sentence and word of the panel; those with something in them, as the page has it. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    return [2, 3, 12, 'traits', '3:12 PM'].map((given) => String((value as (one: unknown) => unknown)(given)));
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}
const said = [...wordsIn(strings), ...Object.values(ERROR_CODES).map(({ message }) => message)];

const bold = [...new Set([...prose.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name.replace(/\.$/, '')))];
const quoted = [...prose.matchAll(/“([^”]+)”/g)].map(([, sentence = '']) => sentence);

/** Bold words of the page that are headings of a list or come from the engine, not words on the panel. */
const NOT_ON_SCREEN = new Set([
  'Highlights',
  'Copy a value',
  'Reveal a masked value',
  'Find something',
  'Fold a section',
  'Narrow the events',
  '2 min',
]);

describe('docs/agent.md', () => {
  it.each(bold.filter((name) => !NOT_ON_SCREEN.has(name)))('names “%s”, which is on the screen', (name) => {
    expect(said.map((one) => one.toLowerCase())).toContain(name.toLowerCase());
  });

  it.each(quoted)('quotes “%s”, which the panel says', (sentence) => {
    expect(said.some((one) => one.startsWith(sentence))).toBe(true);
  });

  it('quotes what the panel says when traits, events or context are not there', () => {
    const states = [
      ...['noContext', 'emptyContext', 'noUserId', 'unknownCustomer', 'noTraits', 'forbidden'].map((id) => strings[id]),
      strings['offlineShort'],
      strings['eventsOnlyFailed'],
      strings.partFailed('traits'),
    ];
    for (const state of states) expect(quoted).toContain(state);
  });

  it('has the times that the code has', () => {
    expect([prose.includes('hides again after 30 seconds'), REVEALED_FOR_MS]).toEqual([true, 30_000]);
    expect([prose.includes('for a few seconds'), SEEN_AFTER_MS < 10_000]).toEqual([true, true]);
  });
});
