import { beforeEach, describe, expect, it } from 'vitest';
import { OTHER_WORKER_SID, WORKER_SID } from '../account';
import { Bus } from './bus';
import { TaskRouter } from './task-router';

let bus: Bus;
let taskRouter: TaskRouter;
let events: string[];

beforeEach(() => {
  bus = new Bus();
  taskRouter = new TaskRouter(bus);
  events = [];
  bus.on('reservation', ({ status }) => events.push(`reservation ${status}`));
  bus.on('task', ({ status }) => events.push(`task ${status}`));
});

const newTask = () => taskRouter.createTask({ attributes: { name: 'Ana' } });

describe('a task', () => {
  it('waits for the agent, is accepted, wrapped up and completed', () => {
    const { task, reservation } = newTask();
    expect(task.status).toBe('reserved');
    for (const [status, then] of [
      ['accepted', 'assigned'],
      ['wrapping', 'wrapping'],
      ['completed', 'completed'],
    ] as const) {
      taskRouter.setReservation(reservation!.sid, status);
      expect(task.status).toBe(then);
    }
    expect(events).toEqual([
      'reservation pending',
      'reservation accepted',
      'reservation wrapping',
      'reservation completed',
    ]);
  });

  it('goes back to waiting when it is rejected, and can be offered again, to somebody else too', () => {
    const { task, reservation } = newTask();
    taskRouter.setReservation(reservation!.sid, 'rejected');
    expect(task.status).toBe('pending');
    taskRouter.offer(task.sid, OTHER_WORKER_SID);
    expect(taskRouter.reservationsOf(task.sid).map(({ workerSid, status }) => [workerSid, status])).toEqual([
      [OTHER_WORKER_SID, 'pending'],
      [WORKER_SID, 'rejected'],
    ]);
    expect(taskRouter.activeReservations(WORKER_SID)).toEqual([]);
  });

  it('is offered to one worker at a time', () => {
    expect(() => taskRouter.offer(newTask().task.sid)).toThrow('is reserved, not pending');
  });

  it.each(['pending', 'rejected', 'timeout'] as const)('cannot become %s once it is accepted', (status) => {
    const { reservation } = newTask();
    taskRouter.setReservation(reservation!.sid, 'accepted');
    expect(() => taskRouter.setReservation(reservation!.sid, status)).toThrow('cannot become');
  });

  it('ends its reservation when it is canceled', () => {
    const { task, reservation } = newTask();
    taskRouter.updateTask(task.sid, { status: 'canceled', reason: 'hung up' });
    expect([task.status, task.reason, reservation?.status]).toEqual(['canceled', 'hung up', 'canceled']);
  });

  it('changes its attributes as a whole, and tells', () => {
    const { task } = newTask();
    taskRouter.updateTask(task.sid, { attributes: { other: 1 } });
    expect(task.attributes).toBe('{"other":1}');
    expect(events.at(-1)).toBe('task reserved');
  });

  it('keeps its attributes when the new ones are refused', () => {
    const { task } = newTask();
    expect(() => taskRouter.updateTask(task.sid, { attributes: '{' })).toThrow();
    expect(task.attributes).toBe('{"name":"Ana"}');
  });

  it('is not found under another SID', () => {
    expect(() => taskRouter.task(`WT${'0'.repeat(32)}`)).toThrow('No task');
  });
});

describe('a worker', () => {
  it('changes activity to one that exists', () => {
    expect(() => taskRouter.updateWorker(WORKER_SID, { activitySid: 'WA0' })).toThrow('No activity');
  });
});
