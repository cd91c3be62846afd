import { ERROR_CODES } from '../../../schemas/error-codes';
import { ServiceError } from '../service/post';
import { editorStrings as strings } from './strings';

/** What an admin should be told of a failure: the service’s own sentence, which says what to do, where there is one. */
export function said(error: unknown): string {
  if (!(error instanceof ServiceError) || error.code === 'unreachable') return strings.unreachable;
  return error.said ?? ERROR_CODES[error.code].message;
}
