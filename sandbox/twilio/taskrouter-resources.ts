import { ACCOUNT_SID, ACTIVITIES, CHANNELS, QUEUE_SID, WORKFLOW_SID, WORKSPACE_SID } from '../account';
import type { Reservation, Task, Worker } from '../state/types';

/** TaskRouter's objects as its REST API shows them. Dates are ISO 8601 without fractions. */
const BASE = `https://taskrouter.twilio.com/v1/Workspaces/${WORKSPACE_SID}`;
const iso = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
const common = (object: { created: Date; updated: Date }) => ({
  account_sid: ACCOUNT_SID,
  workspace_sid: WORKSPACE_SID,
  date_created: iso(object.created),
  date_updated: iso(object.updated),
});

export function taskResource(task: Task) {
  const url = `${BASE}/Tasks/${task.sid}`;
  return {
    ...common(task),
    sid: task.sid,
    age: Math.max(0, Math.floor((Date.now() - task.created.getTime()) / 1000)),
    assignment_status: task.status,
    attributes: task.attributes,
    addons: '{}',
    ignore_capacity: false,
    priority: task.priority,
    reason: task.reason,
    routing_target: null,
    task_channel_sid: CHANNELS[task.channel],
    task_channel_unique_name: task.channel,
    task_queue_entered_date: iso(task.created),
    task_queue_friendly_name: task.queueName,
    task_queue_sid: QUEUE_SID,
    timeout: 86_400,
    virtual_start_time: iso(task.created),
    workflow_friendly_name: task.workflowName,
    workflow_sid: WORKFLOW_SID,
    url,
    links: {
      reservations: `${url}/Reservations`,
      task_queue: `${BASE}/TaskQueues/${QUEUE_SID}`,
      workflow: `${BASE}/Workflows/${WORKFLOW_SID}`,
      workspace: BASE,
    },
  };
}

export function reservationResource(reservation: Reservation, worker: Worker) {
  const task = `${BASE}/Tasks/${reservation.taskSid}`;
  return {
    ...common(reservation),
    sid: reservation.sid,
    reservation_status: reservation.status,
    task_sid: reservation.taskSid,
    worker_name: worker.friendlyName,
    worker_sid: worker.sid,
    url: `${task}/Reservations/${reservation.sid}`,
    links: { task, worker: `${BASE}/Workers/${worker.sid}`, workspace: BASE },
  };
}

export function workerResource(worker: Worker) {
  const activity = ACTIVITIES.find(({ sid }) => sid === worker.activitySid) ?? ACTIVITIES[0];
  const url = `${BASE}/Workers/${worker.sid}`;
  return {
    ...common(worker),
    sid: worker.sid,
    friendly_name: worker.friendlyName,
    attributes: worker.attributes,
    activity_name: activity.name,
    activity_sid: activity.sid,
    available: activity.available,
    date_status_changed: iso(worker.updated),
    url,
    links: { activity: `${BASE}/Activities/${activity.sid}`, workspace: BASE, reservations: `${url}/Reservations` },
  };
}

/** A page of a list, all of it on one page. */
export function pageOf(key: string, path: string, items: unknown[]) {
  const url = `${BASE}${path}`;
  const first = `${url}?PageSize=50&Page=0`;
  return {
    [key]: items,
    meta: {
      key,
      page: 0,
      page_size: 50,
      first_page_url: first,
      url: first,
      next_page_url: null,
      previous_page_url: null,
    },
  };
}
