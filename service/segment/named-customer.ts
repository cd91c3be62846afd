import { ServiceError } from '../error';
import { isId, isIdType, type ProfileId } from './profile-id';

/**
 * A customer that a caller names by id type and id.
 * @throws ServiceError `bad_request` for what can't be an id.
 */
export function namedCustomer(idType: string, identifier: string): ProfileId {
  if (!isIdType(idType)) throw new ServiceError('bad_request', { message: 'idType must be a Segment id type.' });
  if (!isId(identifier)) throw new ServiceError('bad_request', { message: 'identifier is not a possible id.' });
  return { idType, id: identifier };
}
