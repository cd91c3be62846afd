import { isObject, own } from '../../../display/json';
import { ERROR_CODES } from '../../../schemas/error-codes';
import { ServiceError, type FailureCode, type Post } from '../service/post';

function isFailureCode(code: unknown): code is FailureCode {
  return code === 'unreachable' || (typeof code === 'string' && Object.hasOwn(ERROR_CODES, code));
}

/** The same failure as an error of this script: the plugin's script has a class of its own by that name. */
function readError(error: unknown): ServiceError {
  if (!isObject(error)) return new ServiceError('unreachable');
  const { code } = error as Record<string, unknown>;
  const retryAfter = own(error, 'retryAfter');
  const said = own(error, 'said');
  return new ServiceError(
    isFailureCode(code) ? code : 'unreachable',
    typeof retryAfter === 'number' ? retryAfter : undefined,
    typeof said === 'string' ? said : undefined,
  );
}

/** What the plugin asks the service with, rejecting with errors that the editor knows. */
export function withOwnErrors(post: Post): Post {
  return (route, fields, signal) =>
    post(route, fields, signal).catch((error: unknown) => {
      throw readError(error);
    });
}
