import { isObject, type Json } from '../../display/json';

/** A publication that has begun, as it is kept. The ticket is signed, holds no secret, and is for the same person alone. */
export interface Begun {
  ticket: string;
  revision: number;
  /** Tells it from another publication of the same number. */
  id?: string;
  /** Ms since 1970: when it began, and until when the ticket is taken. */
  began: number;
  until: number;
}

/** What `display-schema/publish` answered, if it has begun one. */
export function readBegun(answer: Json, now: number): Begun | undefined {
  if (!isObject(answer) || answer['status'] !== 'building') return undefined;
  const { ticket, revision, id, expiresAt } = answer;
  const until = typeof expiresAt === 'string' ? Date.parse(expiresAt) : NaN;
  if (typeof ticket !== 'string' || typeof revision !== 'number' || Number.isNaN(until)) return undefined;
  return { ticket, revision, ...(typeof id === 'string' ? { id } : {}), began: now, until };
}

/** What was kept, unless its ticket is too old to be of use. */
export function readKept(kept: unknown, now: number): Begun | undefined {
  if (!isObject(kept)) return undefined;
  const { ticket, revision, id, began, until } = kept;
  if (typeof ticket !== 'string' || ticket === '' || typeof revision !== 'number') return undefined;
  if (typeof began !== 'number' || typeof until !== 'number' || until <= now) return undefined;
  return { ticket, revision, ...(typeof id === 'string' ? { id } : {}), began, until };
}
