import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { variables } from '../../service/settings/variables';
import { generateEnvExample } from './env-example';

const { text } = generateEnvExample();

it('explains every variable that an operator can set', () => {
  for (const variable of variables) {
    if ('providedByTwilio' in variable && variable.name === 'SERVICE_SID') continue;
    expect(text).toMatch(new RegExp(`^(# )?${variable.name}=`, 'm'));
  }
});

it('can be copied as it is: what is needed is there to be filled in, and no value is invented', () => {
  const parsed = parseEnv(text);
  expect(parsed).toHaveProperty('SEGMENT_WRITE_KEY', '');
  expect(Object.values(parsed).every((value) => value === '')).toBe(true);
});
