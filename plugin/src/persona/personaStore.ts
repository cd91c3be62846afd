import type { QueryClient } from '@tanstack/query-core';
import type { SchemaStore } from '../schema/schemaStore';
import type { Post } from '../service/post';
import { createChanges, type Changes } from '../state/changes';
import { noMarks, type Marks } from '../rows/marks';
import { isSameArrangement, type Traits } from './answers';
import { identityOf } from './identity';
import { createTaskPersona, type PersonaTask, type TaskPersona } from './taskPersona';

/**
 * The customers of an agent's tasks: in memory only, one entry per task and identity, gone when the task ends, when the
 * task turns out to be another customer's, and at log-out.
 */
export interface PersonaStore {
  /** What is known of a task's customer; asks when nothing is. Undefined once the task has ended. */
  of(task: PersonaTask): TaskPersona | undefined;
  /** A task is on the screen as it is now. */
  seen(task: PersonaTask): void;
  /** Marks of what changed in a task's traits while the agent was not looking; none while there are no traits. */
  marksOf(sid: string, traits: Traits | undefined): Marks;
  /** The same marks, by the SID of the task (WR…). */
  changes: Changes;
  forget(sid: string): void;
  clear(): void;
}

interface Entry {
  identity: string;
  /** All attributes, as they were when they were last seen. */
  attributes: string;
  persona: TaskPersona;
}

/** An agent holds a few tasks; who looks at many, as supervisors do, keeps the last of them. */
const MOST = 30;

export function createPersonaStore(client: QueryClient, post: Post, schema: SchemaStore): PersonaStore {
  const entries = new Map<string, Entry>();
  // A reservation that has ended never comes back, but Flex may still draw it for a moment.
  const ended = new Set<string>();
  const changes = createChanges();
  const arrangements = new Map<string, Traits>();
  let closed = false;
  const drop = (sid: string): void => {
    entries.get(sid)?.persona.stop();
    entries.delete(sid);
    changes.forget(sid);
    arrangements.delete(sid);
  };
  const stopListening = schema.subscribe(() => {
    // A copy: what this draws again moves its entry to the end of the map.
    for (const { persona } of [...entries.values()]) persona.schemaChanged();
  });

  const of = (task: PersonaTask): TaskPersona | undefined => {
    if (closed || ended.has(task.sid) || task.taskSid === '') return undefined;
    const identity = identityOf(task.attributes);
    const known = entries.get(task.sid);
    if (known?.identity === identity) {
      entries.delete(task.sid);
      entries.set(task.sid, known);
      return known.persona;
    }
    drop(task.sid);
    const persona = createTaskPersona(task, identity, { client, post, schema });
    entries.set(task.sid, { identity, attributes: JSON.stringify(task.attributes), persona });
    const [oldest] = entries.keys();
    if (entries.size > MOST && oldest !== undefined) drop(oldest);
    return persona;
  };

  return {
    of,
    seen(task) {
      const entry = entries.get(task.sid);
      const attributes = JSON.stringify(task.attributes);
      if (entry === undefined || entry.attributes === attributes || entry.identity !== identityOf(task.attributes)) {
        return;
      }
      entry.attributes = attributes;
      entry.persona.factsChanged();
    },
    marksOf(sid, traits) {
      if (traits === undefined) return noMarks;
      const before = arrangements.get(sid);
      // Another document or layout sends other traits: that is no change of the customer's.
      if (before !== undefined && !isSameArrangement(before, traits)) changes.forget(sid);
      arrangements.set(sid, traits);
      return changes.marksFor(sid, traits.traits);
    },
    changes,
    forget(sid) {
      ended.add(sid);
      drop(sid);
    },
    clear() {
      closed = true;
      stopListening();
      for (const sid of [...entries.keys()]) drop(sid);
    },
  };
}
