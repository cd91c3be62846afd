import { decide, project, projectEvents, reveal, type Compiled } from '../../../../display/index';
import { isObject, type JsonObject } from '../../../../display/json';
import type { Events, Traits } from '../../persona/answers';
import type { Part, PartState } from '../../persona/part';
import type { PersonaStore } from '../../persona/personaStore';
import type { TaskPersona } from '../../persona/taskPersona';
import { noMarks } from '../../rows/marks';
import { ServiceError } from '../../service/post';
import type { Changes } from '../../state/changes';
import { factsOf, type Subject } from './subject';

const nothing = (): void => undefined;

function fixed<T>(state: PartState<T>): Part<T> {
  return {
    get: () => state,
    subscribe: () => nothing,
    refetch: nothing,
    set: nothing,
    recheck: nothing,
    stop: nothing,
  };
}

/** What an agent would be shown of a customer: the service's own steps, taken here on a sample that is here already. */
function personaOf(compiled: Compiled | null, subject: Subject, revision: number, fetchedAt: number): TaskPersona {
  const { sample, agent } = subject;
  const decision = decide(compiled, factsOf(subject));
  const facts = { found: true, revision, decision, fetchedAt };
  const idle = { get: () => 'idle' as const, subscribe: () => nothing, load: nothing, stop: nothing };
  const unknown = { is: 'failed', trouble: { code: 'no_user_id' }, busy: false } as const;
  const ready = <T>(data: T): PartState<T> => ({ is: 'ready', data, busy: false });

  let traits: PartState<Traits> = unknown;
  let events: PartState<Events> = unknown;
  if (sample !== undefined) {
    const { data, masked } = project(compiled, decision, 'traits', sample.traits);
    const shown: JsonObject = isObject(data) ? data : {};
    traits = ready({ ...facts, traits: shown, masked });
    events = ready({ ...facts, items: projectEvents(compiled, decision, [...sample.events]), cursor: undefined });
  }
  const eventsPart = fixed(events);
  return {
    traits: fixed(traits),
    events: () => eventsPart,
    openedEvents: eventsPart,
    more: idle,
    refresh: nothing,
    factsChanged: nothing,
    reveal(pointer) {
      const value = sample && reveal(compiled, decision, 'traits', sample.traits, pointer, agent.roles);
      return value === undefined ? Promise.reject(new ServiceError('reveal_not_allowed')) : Promise.resolve(value);
    },
    schemaChanged: nothing,
    stop: nothing,
  };
}

/** The one customer of the preview, there at once: no frame shows another document or another customer. */
export function previewPersonas(
  compiled: Compiled | null,
  subject: Subject,
  revision: number,
  changes: Changes,
  fetchedAt: number,
): PersonaStore {
  const persona = personaOf(compiled, subject, revision, fetchedAt);
  return { of: () => persona, seen: nothing, marksOf: () => noMarks, changes, forget: nothing, clear: nothing };
}
