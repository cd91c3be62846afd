import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../../schemas/error-codes';
import { generateHttpApi } from './http-api';
import { ROUTES } from './routes';

const { text } = generateHttpApi();

it('every function is documented, and nothing else', () => {
  const paths = readdirSync('functions', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.replace(/(\.protected)?\.ts$/, ''));
  expect(ROUTES.map(({ path }) => path).sort()).toEqual(paths.sort());
});

it('every error code is explained', () => {
  for (const code of Object.keys(ERROR_CODES)) expect(text).toContain(`| \`${code}\``);
});
