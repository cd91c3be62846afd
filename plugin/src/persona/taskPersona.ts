import type { QueryClient } from '@tanstack/query-core';
import type { PersonaEvent } from '../../../display/index';
import type { Json, JsonObject } from '../../../display/json';
import { isSameRevision, type Follows } from '../schema/sameRevision';
import type { SchemaStore } from '../schema/schemaStore';
import { ServiceError, type Post } from '../service/post';
import { eventsOf, isSameArrangement, traitsOf, type Events, type Traits } from './answers';
import { askMoreEvents, askPersona, askReveal } from './ask';
import { createMore, type More } from './more';
import type { Store } from '../state/useStore';
import { createPart, type Fit, type Part, type PartState } from './part';

/** What is asked for: a task, and who its customer is as far as the task says. */
export interface PersonaTask {
  /** WR… */
  sid: string;
  /** WT… */
  taskSid: string;
  attributes: JsonObject;
}

/** The customer of one task. Made for one identity: another one is another object. */
export interface TaskPersona {
  traits: Part<Traits>;
  /** Asked for when it is first read. */
  events(): Part<Events>;
  /** The events if they were asked for; becomes known as soon as they are. */
  openedEvents: Store<PartState<Events> | undefined>;
  /** Older events. */
  more: More;
  /** Asks anew for what is here. */
  refresh(): void;
  /** The task says something else about its customer: another layout may hold. */
  factsChanged(): void;
  /** @throws ServiceError also when the service goes by another revision than what is on the screen. */
  reveal(pointer: string, signal: AbortSignal): Promise<Json>;
  schemaChanged(): void;
  stop(): void;
}

/** Whether an answer follows the document that panels are drawn by, or is all that there is to go by. */
export function fitsSchema(answer: Follows, schema: SchemaStore): Fit {
  const state = schema.get();
  if (state.pending) return 'unknown';
  if (state.compiled !== null && !state.compiled.usable) return 'fits';
  return isSameRevision(answer, state) ? 'fits' : 'misfit';
}

export function createTaskPersona(
  { sid, taskSid }: PersonaTask,
  identity: string,
  { client, post, schema }: { client: QueryClient; post: Post; schema: SchemaStore },
): TaskPersona {
  const key = (part: string): string[] => ['persona', part, sid, taskSid, identity];
  const fits = (answer: Follows): Fit => fitsSchema(answer, schema);

  const traits = createPart<Traits>({
    client,
    queryKey: key('traits'),
    fits,
    load: async (signal, refresh) => {
      const answer = traitsOf(await askPersona(post, { taskSid, refresh }, 'traits', signal));
      schema.seenRevision(answer);
      return answer;
    },
  });
  let events: Part<Events> | undefined;
  const opened = new Set<() => void>();
  const createEvents = (): Part<Events> =>
    createPart<Events>({
      client,
      queryKey: key('events'),
      fits,
      load: async (signal, refresh, known) => {
        const answer = eventsOf(await askPersona(post, { taskSid, refresh }, 'events', signal), known);
        schema.seenRevision(answer);
        return answer;
      },
    });
  const openEvents = (): Part<Events> => {
    if (events !== undefined) return events;
    events = createEvents();
    events.subscribe(() => {
      for (const listener of opened) listener();
    });
    return events;
  };

  const more = createMore(async (signal) => {
    const state = events?.get();
    if (events === undefined || state === undefined || !('data' in state) || state.data.cursor === undefined) return;
    const page = await askMoreEvents(post, taskSid, state.data.cursor, signal);
    const now = events.get();
    const arrangement = { revision: page.revision, revisionId: page.revisionId, decision: { layout: page.layout } };
    // Cursors end, and documents change, while an agent reads: then the first page is asked for anew.
    if (!('data' in now) || now.data.cursor !== state.data.cursor || !isSameArrangement(arrangement, now.data)) {
      events.refetch(false);
      return;
    }
    const items = [...now.data.items, ...(page.events.items as PersonaEvent[])];
    events.set({ ...now.data, items, cursor: page.events.cursor ?? undefined });
  });

  const openedEvents: Store<PartState<Events> | undefined> = {
    get: () => events?.get(),
    subscribe: (listener) => {
      opened.add(listener);
      return () => opened.delete(listener);
    },
  };

  return {
    traits,
    events: openEvents,
    openedEvents,
    more,
    refresh() {
      traits.refetch(true);
      events?.refetch(true);
    },
    factsChanged() {
      traits.refetch(false);
      events?.refetch(false);
    },
    async reveal(pointer, signal) {
      const state = traits.get();
      const answer = await askReveal(post, taskSid, pointer, signal);
      if (!('data' in state) || !isSameRevision(answer, state.data)) throw new ServiceError('unreachable');
      return answer.value;
    },
    schemaChanged() {
      traits.recheck();
      events?.recheck();
    },
    stop() {
      more.stop();
      traits.stop();
      events?.stop();
    },
  };
}
