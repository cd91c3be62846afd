import type { Decision, PersonaEvent } from '../../../display/index';
import type { JsonObject } from '../../../display/json';
import type { Persona } from '../../../schemas/generated/persona';
import { ERROR_CODES, type ErrorCode } from '../../../schemas/error-codes';
import { ServiceError } from '../service/post';
import { isSameRevision, type Follows } from '../schema/sameRevision';

/** What every answer of the service says besides its data. */
interface Answer extends Follows {
  /** Whether Segment knows the customer. */
  found: boolean;
  decision: Decision;
  /** Milliseconds since 1970. */
  fetchedAt: number;
}

export interface Traits extends Answer {
  traits: JsonObject;
  /** Texts of masked traits, by JSON Pointer. */
  masked: Readonly<Record<string, string>>;
}

export interface Events extends Answer {
  /** All pages so far, newest first. */
  items: readonly PersonaEvent[];
  /** Undefined: there are no more. */
  cursor: string | undefined;
}

function answerOf({ found, revision, revisionId, layout, truths, fetchedAt }: Persona): Answer {
  return { found, revision, revisionId, decision: { layout, truths }, fetchedAt: Date.parse(fetchedAt) };
}

/** A part that is missing from an answer is a failure of that part. */
function missing(failure: Persona['partial']['traits']): ServiceError {
  if (failure === undefined) return new ServiceError('unreachable');
  const known = Object.prototype.hasOwnProperty.call(ERROR_CODES, failure.code);
  return new ServiceError(known ? (failure.code as ErrorCode) : 'internal', failure.retryAfter);
}

export function traitsOf(persona: Persona): Traits {
  if (persona.traits === null) throw missing(persona.partial.traits);
  return { ...answerOf(persona), traits: persona.traits as JsonObject, masked: persona.masked };
}

/** The first page, and what is known of older ones when it reaches back to them. */
export function eventsOf(persona: Persona, known: Events | undefined): Events {
  if (persona.events === null) throw missing(persona.partial.events);
  const answer = answerOf(persona);
  const items = persona.events.items as PersonaEvent[];
  const cursor = persona.events.cursor ?? undefined;
  const ids = new Set(items.map(({ id }) => id));
  const older = known?.items.filter(({ id }) => !ids.has(id)) ?? [];
  const joins =
    known !== undefined &&
    isSameArrangement(answer, known) &&
    known.items.length > items.length &&
    older.length < known.items.length;
  return joins ? { ...answer, items: [...items, ...older], cursor: known.cursor } : { ...answer, items, cursor };
}

/** Whether two answers follow the same revision and layout, so that one may continue the other. */
export function isSameArrangement(
  a: Follows & { decision: { layout: string | null } },
  b: Follows & { decision: { layout: string | null } },
): boolean {
  return isSameRevision(a, b) && a.decision.layout === b.decision.layout;
}
