import { expect, it } from 'vitest';
import { withoutSecrets } from './secrets';

const variables = {
  ACCOUNT_SID: 'AC00',
  AUTH_TOKEN: 'canary-token',
  SEGMENT_PERSONAS_KEY: 'canary key',
  SEGMENT_PERSONA_KEY: 'canary-new',
  SEGMENT_WRITE_KEY: 'short',
};
const base64 = (text: string) => Buffer.from(text).toString('base64');

it.each([
  ['a canary-token b', 'a ••• b'],
  ['both canary key and canary-new', 'both ••• and •••'],
  ['?key=canary%20key', '?key=•••'],
  [`x ${base64('AC00:canary-token')}`, 'x •••='],
  [`x ${base64('canary key:')}`, 'x •••='],
  ['Authorization: Basic c29tZWJvZHk6ZWxzZQ==', 'Authorization: Basic •••'],
  ['{"authorization":"Bearer abcdefgh.ijk"}', '{"authorization":"Bearer •••"}'],
  ['a basic mistake, short', 'a basic mistake, short'],
])('of %j leaves %j', (text, expected) => {
  expect(withoutSecrets(text, variables)).toBe(expected);
});
