import type { Json, JsonObject } from '../../../display/json';
import { isObject, own } from '../../../display/json';

/** What the plugin needs to know of a Flex task. */
export interface Task {
  /** Reservation SID (WR…): what "the same task" means on this agent's screen. */
  sid: string;
  /** Task SID (WT…): what the service asks for. */
  taskSid: string;
  channel: string;
  queue: string;
  workflow: string;
  attributes: JsonObject;
}

/** A Flex task as it comes, of which any part may be missing in the middle of an update. */
export interface FlexTask {
  sid?: string;
  taskSid?: string;
  taskChannelUniqueName?: string;
  queueName?: string;
  workflowName?: string;
  attributes?: unknown;
}

/** The task that is on the screen, or undefined when there is none. */
export function readTask(task: FlexTask | undefined): Task | undefined {
  if (task?.sid === undefined) return undefined;
  return {
    sid: task.sid,
    taskSid: task.taskSid ?? '',
    channel: task.taskChannelUniqueName ?? '',
    queue: task.queueName ?? '',
    workflow: task.workflowName ?? '',
    attributes: isObject(task.attributes) ? task.attributes : {},
  };
}

/** The task's `context` as it was passed; undefined when there is none. */
export function contextOf(task: Task): Json | undefined {
  return own(task.attributes, 'context');
}
