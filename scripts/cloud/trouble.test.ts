import { expect, it } from 'vitest';
import { cloudError, sentenceIn } from './trouble';

it.each([
  ['a file that is missing here', Object.assign(new Error('no such file'), { code: 'ENOENT' })],
  ['a module that can’t be loaded', Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' })],
  ['a mistake of ours', new TypeError('x is not a function')],
  ['nothing', undefined],
])('takes %s for no answer of Twilio’s', (_what, error) => {
  expect(cloudError(error)).toBeUndefined();
});

it('takes over what Twilio said, and nothing that hangs on the error', () => {
  const refused = Object.assign(new Error('Service not found.'), { status: 404, config: { headers: 'canary' } });
  expect(cloudError(refused)).toMatchObject({ status: 404, message: 'Twilio answered 404: Service not found' });
  const silent = Object.assign(new Error('connect ECONNREFUSED canary'), { isAxiosError: true, code: 'ECONNREFUSED' });
  expect(cloudError(silent)).toMatchObject({ status: 0, message: 'Twilio did not answer' });
});

it.each([
  ['[HTTP 502] Failed to execute request', undefined],
  [' Two\n lines. ', 'Two lines'],
  ['', undefined],
  [undefined, undefined],
  ['x'.repeat(1000), `${'x'.repeat(300)}…`],
])('makes one bearable line of %j', (message, expected) => {
  expect(sentenceIn(message)).toBe(expected);
});
