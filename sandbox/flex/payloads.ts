import { ACCOUNT_SID, ACTIVITIES, CHANNELS, QUEUE_SID, WORKFLOW_SID, WORKSPACE_SID } from '../account';
import type { Reservation, Task, Worker } from '../state/types';

/**
 * TaskRouter's objects as the event bridge sends them to the page: dates in Unix seconds, attributes as JSON text. The
 * SDK in the page refuses an object that lacks any of these properties.
 */
const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

export function activityOf(sid: string) {
  return ACTIVITIES.find((activity) => activity.sid === sid) ?? ACTIVITIES[0];
}

export function workerPayload(worker: Worker) {
  const activity = activityOf(worker.activitySid);
  return {
    account_sid: ACCOUNT_SID,
    workspace_sid: WORKSPACE_SID,
    sid: worker.sid,
    friendly_name: worker.friendlyName,
    attributes: worker.attributes,
    activity_sid: activity.sid,
    activity_name: activity.name,
    available: activity.available,
    date_created: seconds(worker.created),
    date_updated: seconds(worker.updated),
    date_status_changed: seconds(worker.updated),
    version: String(worker.version),
  };
}

export function activityPayloads(created: Date) {
  return ACTIVITIES.map(({ sid, name, available }) => ({
    account_sid: ACCOUNT_SID,
    workspace_sid: WORKSPACE_SID,
    sid,
    friendly_name: name,
    available,
    date_created: seconds(created),
    date_updated: seconds(created),
  }));
}

export function channelPayloads(worker: Worker) {
  return Object.entries(CHANNELS).map(([name, sid], index) => ({
    account_sid: ACCOUNT_SID,
    workspace_sid: WORKSPACE_SID,
    sid: `WC${worker.sid.slice(2, -2)}${String(index).padStart(2, '0')}`,
    worker_sid: worker.sid,
    task_channel_sid: sid,
    task_channel_unique_name: name,
    assigned_tasks: 0,
    available: true,
    available_capacity_percentage: 100,
    configured_capacity: 20,
    last_reserved_time: seconds(worker.created),
    date_created: seconds(worker.created),
    date_updated: seconds(worker.created),
  }));
}

export function taskPayload(task: Task) {
  return {
    account_sid: ACCOUNT_SID,
    workspace_sid: WORKSPACE_SID,
    sid: task.sid,
    attributes: task.attributes,
    addons: '{}',
    age: Math.max(0, seconds(new Date()) - seconds(task.created)),
    assignment_status: task.status,
    date_created: seconds(task.created),
    date_updated: seconds(task.updated),
    priority: task.priority,
    queue_name: task.queueName,
    queue_sid: QUEUE_SID,
    reason: task.reason,
    routing_target: null,
    task_channel_sid: CHANNELS[task.channel],
    task_channel_unique_name: task.channel,
    timeout: 86_400,
    workflow_name: task.workflowName,
    workflow_sid: WORKFLOW_SID,
    version: String(task.version),
    virtual_start_time: seconds(task.created),
  };
}

export function reservationPayload(reservation: Reservation, task: Task) {
  return {
    account_sid: ACCOUNT_SID,
    workspace_sid: WORKSPACE_SID,
    sid: reservation.sid,
    worker_sid: reservation.workerSid,
    reservation_status: reservation.status,
    // Nothing here takes a reservation away by itself: whoever looks at the sandbox is in no hurry.
    reservation_timeout: 86_400,
    date_created: seconds(reservation.created),
    date_updated: seconds(reservation.updated),
    version: String(reservation.version),
    task: taskPayload(task),
  };
}
