import type { Facts } from '../../display/facts';
import { own } from '../../display/json';
import { factsMentioned } from '../../display/layout';
import { authenticate } from '../auth/token';
import { mayLookAtAnyTask, type Worker } from '../auth/worker';
import type { Call } from '../call';
import { ServiceError } from '../error';
import type { TwilioApi } from '../twilio/api';
import { hasReservation, isTaskSid, readTask, workerAttributes, type Task } from '../taskrouter/task';
import { flexWorkspace } from '../taskrouter/workspace';
import type { PersonaDependencies } from './dependencies';
import { traitsDocument, type Published } from './published';

/** A task that its asker may look at, and what decides how. */
export interface OpenTask {
  worker: Worker;
  task: Task;
  published: Published;
  /** For conditions; traits still missing. */
  facts: Facts;
}

/** @throws ServiceError `bad_request` for anything but the SID of a task. */
export function requireTaskSid(taskSid: string): string {
  if (!isTaskSid(taskSid)) throw new ServiceError('bad_request', { message: 'taskSid must be the SID of a task.' });
  return taskSid;
}

/**
 * Lets in who may look at this task: an agent with a pending, accepted or wrapping reservation on it, a supervisor, an
 * admin. What does not depend on one another is asked side by side; nothing about the task is asked before the token is
 * known to be good.
 */
export async function openTask(
  token: string | undefined,
  taskSid: string,
  dependencies: PersonaDependencies,
  call: Call,
): Promise<OpenTask> {
  const { tokens, store, memory, api } = dependencies;
  const finding = flexWorkspace(api, tokens.credentials.accountSid, memory.workspace, call);
  const reading = traitsDocument(store, memory.documents, call);
  // Awaited below, once it is known who asks; until then their failures must not count as unhandled.
  finding.catch(() => undefined);
  reading.catch(() => undefined);

  const worker = await authenticate(token, tokens, call);
  const sid = requireTaskSid(taskSid);
  const workspace = await finding;
  const task = await allowedTask(worker, workspace, sid, dependencies, call);
  const published = await reading;
  return { worker, task, published, facts: await factsOf(worker, task, published, workspace, api, call) };
}

/** @throws ServiceError `task_not_found`, `not_your_task`. */
export async function allowedTask(
  worker: Worker,
  workspace: string,
  taskSid: string,
  { api, access }: PersonaDependencies,
  call: Call,
): Promise<Task> {
  const free = mayLookAtAnyTask(worker) || access() === 'any';
  const [task, mine] = await Promise.allSettled([
    readTask(api, workspace, taskSid, call),
    free ? true : hasReservation(api, workspace, taskSid, worker.workerSid, call),
  ]);
  if (task.status === 'rejected') throw task.reason;
  if (mine.status === 'rejected') throw mine.reason;
  if (!mine.value) throw new ServiceError('not_your_task');
  return task.value;
}

async function factsOf(
  worker: Worker,
  task: Task,
  { compiled }: Published,
  workspace: string,
  api: TwilioApi,
  call: Call,
): Promise<Facts> {
  const mentioned = compiled !== null && factsMentioned(compiled).has('worker.attributes');
  return {
    task: {
      sid: task.sid,
      channel: task.channel,
      queue: task.queue,
      workflow: task.workflow,
      attributes: task.attributes,
    },
    worker: {
      roles: worker.roles,
      attributes: mentioned ? await workerAttributes(api, workspace, worker.workerSid, call) : undefined,
    },
    context: own(task.attributes, 'context'),
  };
}
