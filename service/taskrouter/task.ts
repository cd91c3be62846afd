import { isObject, type JsonObject } from '../../display/json';
import type { Call } from '../call';
import { ServiceError } from '../error';
import type { TwilioApi } from '../twilio/api';

/** A task, as far as the service looks at it. */
export interface Task {
  sid: string;
  /** Unique name of its channel: "chat", "voice". */
  channel: string | undefined;
  queue: string | undefined;
  workflow: string | undefined;
  attributes: JsonObject;
}

/** True for WT and 32 hexadecimal digits. */
export function isTaskSid(text: string): boolean {
  return /^WT[0-9a-fA-F]{32}$/.test(text);
}

const workspaceUrl = (workspace: string) => `https://taskrouter.twilio.com/v1/Workspaces/${workspace}`;

/** @throws ServiceError `task_not_found`, and those of TwilioApi.get. */
export async function readTask(api: TwilioApi, workspace: string, sid: string, call: Call): Promise<Task> {
  const body = await api.get('taskrouter task', `${workspaceUrl(workspace)}/Tasks/${sid}`, call);
  if (body === undefined) throw new ServiceError('task_not_found');
  return {
    sid,
    channel: text(body['task_channel_unique_name']),
    queue: text(body['task_queue_friendly_name']),
    workflow: text(body['workflow_friendly_name']),
    attributes: parseAttributes(body['attributes']),
  };
}

/** States in which a worker has to do with a task's customer. */
const CONCERNED = new Set(['pending', 'accepted', 'wrapping']);

/**
 * Whether this worker has a pending, accepted or wrapping reservation on the task. False also when there is no such task.
 * @throws ServiceError as TwilioApi.get.
 */
export async function hasReservation(
  api: TwilioApi,
  workspace: string,
  task: string,
  worker: string,
  call: Call,
): Promise<boolean> {
  const url = `${workspaceUrl(workspace)}/Tasks/${task}/Reservations?WorkerSid=${worker}&PageSize=1000`;
  const body = await api.get('taskrouter reservations', url, call);
  if (body === undefined) return false;
  const list = body['reservations'];
  if (!Array.isArray(list)) throw new ServiceError('twilio_unavailable', { detail: 'taskrouter: unreadable' });
  // The filter is asked for, and not trusted.
  return list.some(
    (item) =>
      isObject(item) &&
      item['worker_sid'] === worker &&
      typeof item['reservation_status'] === 'string' &&
      CONCERNED.has(item['reservation_status']),
  );
}

/** Attributes of a worker; undefined when Twilio does not know the worker. */
export async function workerAttributes(
  api: TwilioApi,
  workspace: string,
  worker: string,
  call: Call,
): Promise<JsonObject | undefined> {
  const body = await api.get('taskrouter worker', `${workspaceUrl(workspace)}/Workers/${worker}`, call);
  return body && parseAttributes(body['attributes']);
}

/** TaskRouter keeps attributes as JSON text. Anything but an object counts as none. */
function parseAttributes(value: unknown): JsonObject {
  if (typeof value !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(value);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
