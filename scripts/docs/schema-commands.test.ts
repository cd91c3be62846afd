import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../schema/run';
import { readPage } from './pages/pages';

const { text } = readPage('docs/schema-commands.md');

describe('docs/schema-commands.md', () => {
  it('has a chapter for each command, and no other', () => {
    const chapters = [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(chapters.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it.each(COMMANDS)(
    'shows the usage of $name with every option, as the command itself does',
    ({ name, usage, options, flags }) => {
      const chapter = text.split(`\n## ${name}\n`)[1]?.split('\n## ')[0]?.replace(/\s+/g, ' ') ?? '';
      expect(chapter).toContain(`\`${name} `);
      const shown = [...chapter.matchAll(/--([a-z][a-z-]*)/g)].map(([, option = '']) => option);
      expect([...new Set(shown)].sort()).toEqual(Object.keys({ ...options, ...flags }).sort());
      expect(usage).not.toBe('');
    },
  );
});
