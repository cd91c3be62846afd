import type { Json } from './json';
import { parsePointer, valueAt } from './pointer';

/**
 * What conditions may look at. A part that is absent has not been loaded yet: comparisons on it are unknown.
 *
 * `context` belongs to the task: once the task's attributes are here, a missing `context` is known to be missing.
 */
export interface Facts {
  task?: {
    sid?: string | undefined;
    channel?: string | undefined;
    queue?: string | undefined;
    workflow?: string | undefined;
    attributes?: Json | undefined;
  };
  worker?: { roles?: readonly string[] | undefined; attributes?: Json | undefined };
  /** The task's `context`, an object or the JSON text of one. */
  context?: Json | undefined;
  /** The customer's traits as Segment has them, before any projection. */
  traits?: Json | undefined;
}

/** One place to look in: its word in a document, and what admins and documentation call it. */
export interface FactRoot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Whether a pointer may follow: "traits:/plan". */
  readonly deep: boolean;
  /** Whether there can be an answer yet. */
  loaded(facts: Facts): boolean;
  value(facts: Facts): Json | undefined;
}

const roles = (facts: Facts): Json | undefined => facts.worker?.roles && [...facts.worker.roles];

/** Every fact of the design, in the order of the editor's list. JSON Schema, report and documentation read it. */
export const FACTS: readonly FactRoot[] = [
  {
    id: 'context',
    title: 'Context',
    description: 'What the bot or flow learned: context:/intent, context:/order/total.',
    deep: true,
    loaded: (facts) => facts.context !== undefined || facts.task?.attributes !== undefined,
    value: (facts) => facts.context,
  },
  {
    id: 'traits',
    title: 'Traits',
    description: 'What Segment knows of the customer: traits:/plan. Decided by the server.',
    deep: true,
    loaded: (facts) => facts.traits !== undefined,
    value: (facts) => facts.traits,
  },
  {
    id: 'task.channel',
    title: 'Channel',
    description: 'Unique name of the task channel, such as voice, chat or sms.',
    deep: false,
    loaded: (facts) => facts.task !== undefined,
    value: (facts) => facts.task?.channel,
  },
  {
    id: 'task.queue',
    title: 'Queue',
    description: 'Name of the queue the task is in.',
    deep: false,
    loaded: (facts) => facts.task !== undefined,
    value: (facts) => facts.task?.queue,
  },
  {
    id: 'task.workflow',
    title: 'Workflow',
    description: 'Name of the workflow that routed the task.',
    deep: false,
    loaded: (facts) => facts.task !== undefined,
    value: (facts) => facts.task?.workflow,
  },
  {
    id: 'task.sid',
    title: 'Task SID',
    description: 'The task’s own identifier, WT and 32 characters.',
    deep: false,
    loaded: (facts) => facts.task !== undefined,
    value: (facts) => facts.task?.sid,
  },
  {
    id: 'task.attributes',
    title: 'Task attributes',
    description: 'Anything among the task’s attributes: task.attributes:/direction.',
    deep: true,
    loaded: (facts) => facts.task?.attributes !== undefined,
    value: (facts) => facts.task?.attributes,
  },
  {
    id: 'worker.roles',
    title: 'Roles of the agent',
    description: 'Flex roles of whoever is looking: agent, supervisor, admin. A list: use contains.',
    deep: false,
    loaded: (facts) => facts.worker?.roles !== undefined,
    value: roles,
  },
  {
    id: 'worker.attributes',
    title: 'Agent’s attributes',
    description: 'Anything among the worker’s attributes: worker.attributes:/team.',
    deep: true,
    loaded: (facts) => facts.worker?.attributes !== undefined,
    value: (facts) => facts.worker?.attributes,
  },
];

const roots = new Map(FACTS.map((root) => [root.id, root]));

/** A fact as a document names it. */
export interface Fact {
  readonly root: FactRoot;
  readonly path: readonly string[];
}

/** "traits:/plan" → where to look. The colon may be left out. Undefined: no such fact, so every comparison is unknown. */
export function parseFact(text: string): Fact | undefined {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const root = roots.get(written.endsWith(':') ? written.slice(0, -1) : written);
  if (root === undefined) return undefined;
  if (slash < 0) return written.endsWith(':') ? undefined : { root, path: [] };
  const path = parsePointer(text.slice(slash));
  return root.deep && path !== undefined ? { root, path } : undefined;
}

/** The fact's value; undefined when it is missing or its source has not been loaded. */
export function readFact(fact: Fact, facts: Facts): Json | undefined {
  const value = fact.root.value(facts);
  return value === undefined ? undefined : valueAt(value, fact.path);
}
