import type { Facts, PersonaEvent } from '../../../../display/index';
import { readContext } from '../../../../display/index';
import type { Json, JsonObject } from '../../../../display/json';
import type { Agent } from '../../flex/agent';
import { contextOf, type Task } from '../../flex/task';

/** Traits and events to try a document on, as Segment has them. In memory only. */
export interface Sample {
  traits: JsonObject;
  events: readonly PersonaEvent[];
}

/** As whom, and in which surroundings, the preview is drawn. */
export interface Surroundings {
  role: string;
  /** Undefined: the task's own. */
  channel: string | undefined;
  /** BCP 47. */
  locale: string;
  /** Undefined: as Flex is. */
  theme: 'light' | 'dark' | undefined;
  /** Panel width in px. */
  width: number;
  /** Name of a layout to draw whatever its condition says; null: the document's own; undefined: the one that wins. */
  layout: string | null | undefined;
}

/** What the preview shows: a task, perhaps a customer, and who looks. */
export interface Subject {
  task: Task;
  agent: Agent;
  sample: Sample | undefined;
}

export function subjectOf(task: Task, viewer: Agent, sample: Sample | undefined, at: Surroundings): Subject {
  return {
    task: at.channel === undefined ? task : { ...task, channel: at.channel },
    // A role of their own choice, and never the notices that are for admins alone unless they ask for that role.
    agent: { ...viewer, roles: [at.role], isAdmin: at.role === 'admin', locale: at.locale },
    sample,
  };
}

/** What conditions look at, traits included: an admin sees them unprojected. */
export function factsOf({ task, agent, sample }: Subject): Facts {
  const { taskSid: sid, channel, queue, workflow, attributes } = task;
  return {
    context: readContext(contextOf(task)),
    task: { sid, channel, queue, workflow, attributes },
    worker: { roles: agent.roles, attributes: agent.attributes },
    ...(sample === undefined ? {} : { traits: sample.traits }),
  };
}

/** A task that exists only in the preview. */
export function inventedTask(id: string, context: Json | undefined, more: Partial<Task> = {}): Task {
  return {
    sid: `preview-${id}`,
    taskSid: `preview-${id}`,
    channel: 'chat',
    queue: '',
    workflow: '',
    ...more,
    attributes: context === undefined ? {} : { context },
  };
}
