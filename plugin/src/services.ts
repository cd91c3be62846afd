import { createContext, useContext } from 'react';
import { QueryClient } from '@tanstack/query-core';
import type { Folds } from './rows/folds';
import { agentFolds } from './state/agentFolds';
import { createChanges, type Changes } from './state/changes';
import { createClock, type Clock } from './state/clock';
import { createSchemaStore, genericSchema, type SchemaStore } from './schema/schemaStore';
import { createPersonaStore, type PersonaStore } from './persona/personaStore';
import { createPost, type Post } from './service/post';
import type { Settings } from './settings';
import { createShownTimes, type ShownTimes } from './tracking/shown';
import { createTracker, silent, type Tracker } from './tracking/tracker';

/** What lives as long as the agent is logged in. All of it in memory, except folds. */
export interface Services {
  /** Undefined: the plugin runs without functions. */
  post: Post | undefined;
  queries: QueryClient;
  schema: SchemaStore;
  /** Undefined: the plugin runs without functions. */
  personas: PersonaStore | undefined;
  changes: Changes;
  tracker: Tracker;
  shownTimes: ShownTimes;
  clock: Clock;
  foldsOf(agentId: string): Folds;
  /** The agent is done with a task: nothing of its customer stays. */
  forgetTask(taskSid: string): void;
  /** The agent logs out: nothing of any customer stays. */
  clear(): void;
}

/** @param watch puts something between the plugin and its requests. */
export function createServices(
  settings: Pick<Settings, 'functionsBase'> & Partial<Settings>,
  token: () => string,
  watch: (post: Post) => Post = (post) => post,
): Services {
  const queries = new QueryClient();
  queries.mount();
  const plain = settings.functionsBase === undefined ? undefined : createPost(settings.functionsBase, token);
  const post = plain && watch(plain);
  // Nobody needs to know that an event did not get through.
  const tracker = plain !== undefined && settings.tellsEvents === true ? createTracker(plain) : silent;
  const schema = post === undefined ? genericSchema : createSchemaStore(queries, post);
  const personas = post === undefined ? undefined : createPersonaStore(queries, post, schema);
  const changes = createChanges();
  const folds = new Map<string, Folds>();
  return {
    post,
    queries,
    schema,
    personas,
    changes,
    tracker,
    shownTimes: createShownTimes(tracker),
    clock: createClock(),
    foldsOf(agentId) {
      const known = folds.get(agentId) ?? agentFolds(agentId, () => localStorage);
      folds.set(agentId, known);
      return known;
    },
    forgetTask(taskSid) {
      personas?.forget(taskSid);
      changes.forget(taskSid);
    },
    clear() {
      personas?.clear();
      schema.stop();
      queries.clear();
      queries.unmount();
      changes.clear();
      tracker.stop();
    },
  };
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('No services');
  return services;
}
