import { ACTIVITIES, OTHER_WORKER_SID, WORKER_SID } from '../account';
import type { JsonObject } from '../../display/json';
import { attributesText } from './attributes';
import type { Bus } from './bus';
import { newSid } from './sid';
import {
  InvalidRequest,
  type NewTask,
  type Reservation,
  type ReservationStatus,
  type Task,
  type TaskChange,
  type TaskStatus,
  type Worker,
} from './types';

/** The task's status once its reservation has reached this one. */
const TASK_STATUS_AFTER: Record<ReservationStatus, TaskStatus> = {
  pending: 'reserved',
  accepted: 'assigned',
  wrapping: 'wrapping',
  completed: 'completed',
  rejected: 'pending',
  timeout: 'pending',
  rescinded: 'pending',
  canceled: 'canceled',
};

/** Which statuses a reservation may go to from each; nothing follows the others. */
const NEXT: Partial<Record<ReservationStatus, readonly ReservationStatus[]>> = {
  pending: ['accepted', 'rejected', 'timeout', 'canceled', 'rescinded'],
  accepted: ['wrapping', 'completed', 'canceled'],
  wrapping: ['completed', 'canceled'],
};

/** Tasks, reservations and workers: the one state behind the page's event bridge and the REST API alike. */
export class TaskRouter {
  readonly tasks = new Map<string, Task>();
  readonly reservations = new Map<string, Reservation>();
  readonly workers = new Map<string, Worker>();

  constructor(private readonly bus: Bus) {
    this.clear();
  }

  /** No tasks, and the two workers as they were at the start. */
  clear(): void {
    this.tasks.clear();
    this.reservations.clear();
    this.workers.clear();
    this.addWorker(WORKER_SID, 'noor.haddad', 'Noor Haddad');
    this.addWorker(OTHER_WORKER_SID, 'kim.soerensen', 'Kim Sørensen');
  }

  createTask(input: NewTask): { task: Task; reservation?: Reservation } {
    const now = input.created ?? new Date();
    const task: Task = {
      sid: newSid('WT'),
      attributes: attributesText(input.attributes),
      status: 'pending',
      channel: input.channel ?? 'default',
      queueName: input.queueName ?? 'Everyone',
      workflowName: input.workflowName ?? 'Assign to Anyone',
      reason: null,
      priority: 0,
      created: now,
      updated: now,
      version: 0,
    };
    this.tasks.set(task.sid, task);
    const workerSid = input.workerSid === undefined ? WORKER_SID : input.workerSid;
    if (workerSid === null) {
      this.bus.emit('task', task);
      return { task };
    }
    const reservation = this.offer(task.sid, workerSid, now);
    if (input.reservation === 'accepted' || input.reservation === 'wrapping') {
      this.setReservation(reservation.sid, 'accepted');
    }
    if (input.reservation === 'wrapping') this.setReservation(reservation.sid, 'wrapping');
    return { task, reservation };
  }

  /** Reserves a waiting task for a worker. */
  offer(taskSid: string, workerSid: string = WORKER_SID, now = new Date()): Reservation {
    const task = this.task(taskSid);
    this.worker(workerSid);
    if (task.status !== 'pending') throw new InvalidRequest(`Task ${taskSid} is ${task.status}, not pending.`);
    const reservation: Reservation = {
      sid: newSid('WR'),
      taskSid,
      workerSid,
      status: 'pending',
      created: now,
      updated: now,
      version: 0,
    };
    this.reservations.set(reservation.sid, reservation);
    this.touch(task, { status: 'reserved' });
    this.bus.emit('reservation', reservation);
    return reservation;
  }

  setReservation(sid: string, status: ReservationStatus): Reservation {
    const reservation = this.reservations.get(sid);
    if (!reservation) throw new InvalidRequest(`No reservation ${sid}.`, 404);
    if (!NEXT[reservation.status]?.includes(status)) {
      throw new InvalidRequest(`A reservation that is ${reservation.status} cannot become ${status}.`);
    }
    this.touch(reservation, { status });
    this.touch(this.task(reservation.taskSid), { status: TASK_STATUS_AFTER[status] });
    this.bus.emit('reservation', reservation);
    return reservation;
  }

  updateTask(sid: string, change: TaskChange): Task {
    const task = this.task(sid);
    if (change.attributes !== undefined) this.touch(task, { attributes: attributesText(change.attributes) });
    if (change.reason !== undefined) task.reason = change.reason;
    if (change.status !== undefined) {
      const open = this.reservationsOf(sid).find(({ status }) => NEXT[status] !== undefined);
      if (open) this.setReservation(open.sid, change.status);
      else this.touch(task, { status: change.status });
    }
    this.bus.emit('task', task);
    return task;
  }

  updateWorker(sid: string, change: { attributes?: JsonObject | string; activitySid?: string }): Worker {
    const worker = this.worker(sid);
    if (change.attributes !== undefined) {
      this.touch(worker, { attributes: attributesText(change.attributes) });
      this.bus.emit('worker', worker, 'attributes');
    }
    if (change.activitySid !== undefined) {
      if (!ACTIVITIES.some((activity) => activity.sid === change.activitySid)) {
        throw new InvalidRequest(`No activity ${change.activitySid}.`, 404);
      }
      this.touch(worker, { activitySid: change.activitySid });
      this.bus.emit('worker', worker, 'activity');
    }
    return worker;
  }

  task(sid: string): Task {
    const task = this.tasks.get(sid);
    if (!task) throw new InvalidRequest(`No task ${sid}.`, 404);
    return task;
  }

  worker(sid: string): Worker {
    const worker = this.workers.get(sid);
    if (!worker) throw new InvalidRequest(`No worker ${sid}.`, 404);
    return worker;
  }

  /** Newest first, as the REST API lists them. */
  reservationsOf(taskSid: string): Reservation[] {
    return [...this.reservations.values()].filter((reservation) => reservation.taskSid === taskSid).reverse();
  }

  /** What a worker still has in hand: pending, accepted or wrapping. */
  activeReservations(workerSid: string): Reservation[] {
    return [...this.reservations.values()].filter(
      (reservation) => reservation.workerSid === workerSid && NEXT[reservation.status] !== undefined,
    );
  }

  private addWorker(sid: string, friendlyName: string, fullName: string): void {
    const now = new Date();
    this.workers.set(sid, {
      sid,
      friendlyName,
      attributes: JSON.stringify({
        full_name: fullName,
        contact_uri: `client:${friendlyName}`,
        email: `${friendlyName}@example.com`,
        roles: ['agent'],
        routing: { skills: ['refunds', 'orders'], levels: {} },
      }),
      activitySid: ACTIVITIES[0].sid,
      created: now,
      updated: now,
      version: 0,
    });
  }

  private touch<T extends { version: number; updated: Date }>(target: T, change: Partial<T>): void {
    Object.assign(target, change);
    target.version += 1;
    target.updated = new Date();
  }
}
