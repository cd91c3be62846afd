import { describe, expect, it } from 'vitest';
import { parseIdTypes, parseOrigins, variables, type Variable } from './variables';

const table: readonly Variable[] = variables;

describe('the table of variables', () => {
  it('names each variable once', () => {
    const names = table.map((variable) => variable.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(table.filter((variable) => variable.default !== undefined))('$name accepts its own default', (variable) => {
    expect(variable.check(variable.default ?? '')).toBe(true);
  });

  it('keeps every secret away from the plugin', () => {
    for (const variable of table.filter((entry) => entry.secret || !entry.name.startsWith('FLEX_APP_'))) {
      expect([...variable.requiredBy, ...variable.usedBy]).not.toContain('plugin');
    }
  });

  it.each([
    ['http://127.0.0.1:3000', true],
    ['http://localhost:3000', true],
    ['https://127.0.0.1:3000', false],
    ['http://127.0.0.1:3000/', false],
    ['http://127.0.0.1.example.com:3000', false],
    ['http://localhost@evil.example:80', false],
    ['http://evil.example', false],
  ])('takes %s as a loopback origin: %s', (value, expected) => {
    expect(table.find((variable) => variable.name === 'CUSTOMER_CONTEXT_LOOPBACK')?.check(value)).toBe(expected);
  });

  it.each([
    ['https://customer-context-1234.twil.io', true],
    ['/_functions', true],
    ['http://localhost:3000/x', true],
    ['https://x.twil.io/', false],
    ['http://x.twil.io', false],
    ['javascript:alert(1)', false],
  ])('takes %s as the address of the functions: %s', (value, expected) => {
    expect(table.find((variable) => variable.name === 'FLEX_APP_FUNCTIONS_BASE')?.check(value)).toBe(expected);
  });
});

describe('parseIdTypes', () => {
  it('keeps the order, and takes pointers', () => {
    expect(parseIdTypes('userId=user_id, /customers/email = email,from=phone')).toEqual([
      { attribute: 'userId', idType: 'user_id' },
      { attribute: '/customers/email', idType: 'email' },
      { attribute: 'from', idType: 'phone' },
    ]);
  });

  it.each(['userId', 'userId=', '=user_id', 'a=b,', 'a=b/c', 'a=b:c'])('refuses %s', (value) => {
    expect(parseIdTypes(value)).toBeUndefined();
  });
});

describe('parseOrigins', () => {
  it('normalises a trailing slash and spaces', () => {
    expect(parseOrigins('https://flex.twilio.com/, http://localhost:3000')).toEqual([
      'https://flex.twilio.com',
      'http://localhost:3000',
    ]);
  });

  it.each(['*', 'null', 'flex.twilio.com', 'https://a.example/path', 'ftp://a.example', 'https://u:p@a.example'])(
    'refuses %s',
    (value) => {
      expect(parseOrigins(value)).toBeUndefined();
    },
  );
});

it.each(['context=user_id', '/context/userId=user_id', 'userId=user_id,/conversations/id=crm_id'])(
  'does not take the customer from what changes during a conversation: %s',
  (value) => {
    expect(parseIdTypes(value)).toBeUndefined();
  },
);

it('takes attributes whose names only begin like those', () => {
  expect(parseIdTypes('contextId=user_id,/conversationsOf/id=crm_id')).toHaveLength(2);
});
