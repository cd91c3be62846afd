import type { Json } from '../../../display/json';
import type { EventsAnswer } from '../../../schemas/generated/events-answer';
import { validate as isEventsAnswer } from '../../../schemas/generated/events-answer-validator';
import type { Persona } from '../../../schemas/generated/persona';
import { validate as isPersona } from '../../../schemas/generated/persona-validator';
import { validate as isRevealAnswer } from '../../../schemas/generated/reveal-answer-validator';
import { ServiceError, type Post } from '../service/post';
import type { Follows } from '../schema/sameRevision';

const path = 'fetch-persona';

export interface Question {
  /** WT… */
  taskSid: string;
  /** Ask Segment even if the service has an answer of the last seconds. */
  refresh: boolean;
}

const fields = ({ taskSid, refresh }: Question): Record<string, string> =>
  refresh ? { taskSid, refresh: 'true' } : { taskSid };

/** Traits or the first page of events of a task's customer. An answer of another shape is no answer. */
export async function askPersona(
  post: Post,
  question: Question,
  include: 'traits' | 'events',
  signal: AbortSignal,
): Promise<Persona> {
  const answer: unknown = await post(path, { ...fields(question), include }, signal);
  if (!isPersona(answer)) throw new ServiceError('unreachable');
  return answer;
}

/** The page of events after a cursor. */
export async function askMoreEvents(
  post: Post,
  taskSid: string,
  cursor: string,
  signal: AbortSignal,
): Promise<EventsAnswer> {
  const answer: unknown = await post(path, { taskSid, cursor }, signal);
  if (!isEventsAnswer(answer)) throw new ServiceError('unreachable');
  return answer;
}

/** The value behind one mask, and the revision that the service went by. */
export async function askReveal(
  post: Post,
  taskSid: string,
  pointer: string,
  signal: AbortSignal,
): Promise<Follows & { value: Json }> {
  const answer: unknown = await post(path, { taskSid, reveal: pointer }, signal);
  if (!isRevealAnswer(answer) || answer.pointer !== pointer) throw new ServiceError('unreachable');
  return { revision: answer.revision, revisionId: answer.revisionId, value: answer.value as Json };
}
