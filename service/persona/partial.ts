import type { Failure, Persona } from '../../schemas/generated/persona';
import { ServiceError } from '../error';

/** What could not be loaded, as the answer says it. */
export function partialOf(traits: unknown, events: unknown): Persona['partial'] {
  return {
    ...(traits instanceof ServiceError ? { traits: failure(traits) } : {}),
    ...(events instanceof ServiceError ? { events: failure(events) } : {}),
  };
}

function failure({ code, message, retryAfter }: ServiceError): Failure {
  return { code, message, ...(retryAfter === undefined ? {} : { retryAfter }) };
}
