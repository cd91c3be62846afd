import { describe, expect, it } from 'vitest';
import { variables, type Variable } from '../../../service/settings/variables';
import { PAGES } from './pages';

const table: readonly Variable[] = variables;

/** Names in capitals that are no variables of ours, and what they are. */
const OTHERS: Readonly<Record<string, string>> = {
  NODE_ENV: 'npm sets it for --production',
  ENVIRONMENT_SID: 'Twilio gives it to each function',
  DOMAIN_NAME: 'Twilio gives it to each function',
  VALIDATE_AUTH: 'a variable of the original plugin (docs/migrate.md)',
  OKTA_ISSUER: 'a variable of the original plugin (docs/migrate.md)',
  REVALIDATE_MS: 'a constant of plugin/src/schema/schemaStore.ts',
};

const name = /(?<![A-Z0-9_])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![A-Z0-9_*])(?:=([^\s`"']*))?/g;
const mentions = PAGES.flatMap(({ path, text }) =>
  [...text.matchAll(name)].map(([whole, value]) => ({ page: path, variable: whole.split('=')[0] ?? '', value })),
);
const distinct = [...new Map(mentions.map((mention) => [JSON.stringify(mention), mention])).values()];

describe('variables in the documentation', () => {
  it.each(distinct)('$page: $variable exists', ({ variable }) => {
    expect([...table.flatMap(({ name, formerly = [] }) => [name, ...formerly]), ...Object.keys(OTHERS)]).toContain(
      variable,
    );
  });

  it.each(distinct.filter(({ value }) => value !== undefined && !/^[<…]|^$/.test(value)))(
    '$page: $variable takes $value',
    ({ variable, value = '' }) => {
      const known = table.find((one) => one.name === variable);
      if (known !== undefined) expect(known.check(value)).toBe(true);
    },
  );

  it.each(table.map((one) => one.name))('%s is explained on some page', (variable) => {
    expect(mentions.some((mention) => mention.variable === variable)).toBe(true);
  });

  it('has no exception that nobody needs', () => {
    expect(Object.keys(OTHERS).filter((one) => !mentions.some(({ variable }) => variable === one))).toEqual([]);
  });
});
