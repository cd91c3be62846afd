import type { JsonObject } from '../display/json';
import { WORKER_SID } from './account';
import type { FunctionsRuntime } from './functions/built-functions';
import { parseAttributes } from './state/attributes';
import type { Fault } from './state/faults';
import type { Publication } from './state/published-schema';
import type { RequestLog, SeenRequest } from './state/request-log';
import type { SandboxState } from './state/sandbox-state';
import { seed } from './state/seed';
import { InvalidRequest, type NewTask, type ReservationStatus, type Session } from './state/types';

/** A task as tests and the side page see it. */
export interface TaskView {
  sid: string;
  status: string;
  channel: string;
  attributes: JsonObject;
  /** JSON text to the letter. */
  attributesText: string;
  reservations: { sid: string; workerSid: string; status: ReservationStatus }[];
}

/** Everything that a person at the side page, or a test, can do to the sandbox. */
export interface Control {
  createTask: (task: NewTask) => TaskView;
  /** Replaces the attributes, as TaskRouter does: keys that are left out are gone. */
  updateAttributes: (taskSid: string, attributes: JsonObject | string) => TaskView;
  task: (taskSid: string) => TaskView;
  /** Newest first. */
  tasks: () => TaskView[];
  /** Offers a waiting task to a worker; default: the sandbox's agent. */
  offer: (taskSid: string, workerSid?: string) => TaskView;
  /** Moves the task's newest reservation on. */
  setReservation: (taskSid: string, status: ReservationStatus) => TaskView;
  /** Who sits in front of Flex, and how it looks. Open Flex pages reload. */
  setSession: (change: Partial<Session>) => Session;
  session: () => Session;
  /** Attributes or activity of a worker; default: the sandbox's agent. */
  setWorker: (change: { attributes?: JsonObject | string; activitySid?: string }, workerSid?: string) => void;
  /** Puts a display schema in force, byte for byte, usable or not. Its revision. */
  publish: (document: string | Publication) => number;
  /** Published, but its index cannot be read. */
  makeSchemaUnreadable: () => void;
  /** As if nothing had ever been published. */
  unpublish: () => void;
  /** The customer in a chat says something. */
  customerSays: (taskSid: string, body: string) => void;
  /** Breaks an upstream by name for the functions' requests, `functions` for the page's; null mends it. */
  setFault: (upstream: string, fault: Fault | null, options?: { times?: number }) => void;
  upstreams: () => string[];
  /** What reached the doubles and the functions, oldest first. */
  requests: (filter?: Parameters<RequestLog['list']>[0]) => SeenRequest[];
  clearRequests: () => void;
  /** The next request finds functions that remember nothing. Changing the schema here does so by itself. */
  restartFunctions: () => void;
  /** As at the start. `empty`: without the waiting tasks. Open Flex pages reload. */
  reset: (options?: { empty?: boolean }) => void;
}

export function createControl(state: SandboxState, functions: FunctionsRuntime, onReset: () => void): Control {
  const { taskRouter, session, schema, faults, requests, conversations, bus } = state;

  const task = (sid: string): TaskView => {
    const { status, channel, attributes } = taskRouter.task(sid);
    return {
      sid,
      status,
      channel,
      attributes: parseAttributes(attributes),
      attributesText: attributes,
      reservations: taskRouter
        .reservationsOf(sid)
        .map(({ sid: reservation, workerSid, status: at }) => ({ sid: reservation, workerSid, status: at })),
    };
  };

  return {
    createTask: (input) => task(taskRouter.createTask(input).task.sid),
    updateAttributes: (sid, attributes) => task(taskRouter.updateTask(sid, { attributes }).sid),
    task,
    tasks: () =>
      [...taskRouter.tasks.values()]
        .reverse()
        .sort((a, b) => b.created.getTime() - a.created.getTime())
        .map(({ sid }) => task(sid)),
    offer: (sid, workerSid) => task(taskRouter.offer(sid, workerSid).taskSid),
    setReservation: (sid, status) => {
      const [newest] = taskRouter.reservationsOf(sid);
      if (!newest) throw new InvalidRequest(`Task ${sid} has no reservation.`, 404);
      return task(taskRouter.setReservation(newest.sid, status).taskSid);
    },
    setSession: (change) => session.set(change),
    session: () => session.current,
    setWorker: (change, workerSid = WORKER_SID) => {
      taskRouter.updateWorker(workerSid, change);
    },
    publish: (publication) => schema.publish(typeof publication === 'string' ? { document: publication } : publication),
    makeSchemaUnreadable: () => schema.makeUnreadable(),
    unpublish: () => schema.clear(),
    customerSays: (sid, body) => {
      const conversationSid = parseAttributes(taskRouter.task(sid).attributes)['conversationSid'];
      const conversation = conversations.all.get(typeof conversationSid === 'string' ? conversationSid : '');
      if (!conversation) throw new InvalidRequest(`Task ${sid} is no chat.`, 404);
      conversations.say(conversation.sid, conversation.customer, body);
    },
    setFault: (upstream, fault, options) => faults.set(upstream, fault, options),
    upstreams: () => faults.names,
    requests: (filter) => requests.list(filter),
    clearRequests: () => requests.clear(),
    restartFunctions: () => functions.restart(),
    reset: ({ empty = false } = {}) => {
      state.clear();
      onReset();
      functions.restart();
      if (!empty) seed(state);
      bus.emit('reset');
    },
  };
}
