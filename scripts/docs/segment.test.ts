import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseIdTypes, variables, type Variable } from '../../service/settings/variables';

const page = readFileSync('docs/segment.md', 'utf8');
const all: readonly Variable[] = variables;

/** What has to do with Segment: its own variables, and who may look. */
const concerned = all.filter(
  ({ name, usedBy, requiredBy }) =>
    name.startsWith('SEGMENT_') || (usedBy.length + requiredBy.length === 1 && usedBy.includes('fetch-persona')),
);

/** Rows of the table of variables: cells by variable. */
const rows = new Map(
  [...page.matchAll(/^\| `([A-Z_]+)` +\|(.+)\|$/gm)].map(([, name = '', rest = '']) => [
    name,
    rest.split('|').map((cell) => cell.trim()),
  ]),
);

describe('docs/segment.md', () => {
  it('has a row for every variable about Segment, and for no other', () => {
    expect(concerned.length).toBeGreaterThan(5);
    expect([...rows.keys()].sort()).toEqual(concerned.map(({ name }) => name).sort());
  });

  it.each(concerned)(
    'tells of $name what the table of variables says',
    ({ name, requiredBy, expects, default: value }) => {
      const needed = requiredBy.map((user) => `\`${user}\``).join(', ');
      expect(rows.get(name)).toEqual([needed, expects, value === undefined ? 'not set up' : `\`${value}\``]);
    },
  );

  it('names variables that exist, with values they take', () => {
    const mentioned = [...page.matchAll(/\b([A-Z]+(?:_[A-Z]+)+)(?:=([^\s`]+))?/g)];
    expect(mentioned.length).toBeGreaterThan(8);
    for (const [, name = '', value] of mentioned) {
      const variable = all.find((one) => one.name === name);
      expect(variable, name).toBeDefined();
      if (value !== undefined) expect(variable?.check(value), `${name}=${value}`).toBe(true);
    }
  });

  it('shows id types as the functions read them', () => {
    const shown = /SEGMENT_ID_TYPES=(\S+)/.exec(page)?.[1] ?? '';
    expect(parseIdTypes(shown)?.map(({ attribute }) => attribute)).toEqual(['userId', 'email', 'from']);
  });
});
