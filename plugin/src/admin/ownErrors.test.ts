import { expect, it } from 'vitest';
import { ServiceError } from '../service/post';
import { withOwnErrors } from './ownErrors';

it('knows the errors of the other script by what they say, not by their class', async () => {
  class ServiceErrorOfAnotherScript extends Error {
    readonly code = 'conflict';
    readonly retryAfter = 3;
    readonly said = 'Revision 2 was published in the meantime.';
  }
  const post = withOwnErrors(() => Promise.reject(new ServiceErrorOfAnotherScript()));
  const error = await post('x', {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ServiceError);
  expect(error).toMatchObject({
    code: 'conflict',
    retryAfter: 3,
    said: 'Revision 2 was published in the meantime.',
  });
});

it.each([undefined, 'text', { code: 'constructor' }, new TypeError('x')])('calls %s unreachable', async (thrown) => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- anything may be thrown
  await expect(withOwnErrors(() => Promise.reject(thrown))('x', {})).rejects.toMatchObject({ code: 'unreachable' });
});
