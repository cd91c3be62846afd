import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../display/json';
import { resolve } from '../../display/pointer';
import { isId, type ProfileId } from '../segment/profile-id';
import type { IdSource } from '../settings/variables';

/** The ids a task names its customer by, in the order in which they are tried. */
export function customerIds(attributes: JsonObject, sources: readonly IdSource[]): ProfileId[] {
  const found: ProfileId[] = [];
  for (const { attribute, idType } of sources) {
    const value = resolve(attributes, attribute);
    const id = typeof value === 'number' ? String(value) : value;
    if (typeof id === 'string' && isId(id)) found.push({ idType, id });
  }
  return found;
}

/**
 * A name for a customer in the log: the same customer always has the same one, and nobody can tell from it who it is
 * without the account's auth token.
 */
export function customerHash({ idType, id }: ProfileId, authToken: string): string {
  return createHmac('sha256', `customer-context log ${authToken}`).update(`${idType}:${id}`).digest('hex').slice(0, 24);
}
