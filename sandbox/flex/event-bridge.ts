import type { IncomingMessage } from 'node:http';
import express, { type Router } from 'express';
import type { WebSocket } from 'ws';
import { isObject, type JsonObject } from '../../display/json';
import { ACCOUNT_SID, WORKSPACE_SID } from '../account';
import { RESERVATION_EVENTS } from '../state/bus';
import type { SandboxState } from '../state/sandbox-state';
import { InvalidRequest, RESERVATION_STATUSES, type ReservationStatus, type TaskChange } from '../state/types';
import { findToken } from '../tokens';
import { activityPayloads, channelPayloads, reservationPayload, taskPayload, workerPayload } from './payloads';

interface Command {
  url: string;
  method: string;
  params: JsonObject;
}

/**
 * Double of event-bridge.twilio.com, through which Flex talks to TaskRouter: commands as `POST /v1/wschannels` that
 * wrap a REST call, events over a WebSocket at the same path.
 */
export function eventBridgeRouter(state: SandboxState): Router {
  const router = express.Router();
  router.post('/v1/wschannels', express.text({ type: () => true, limit: '1mb' }), (request, response) => {
    const body = parseBody(request.body);
    const workerSid = findToken(body?.['token'])?.workerSid;
    if (!body || !workerSid) {
      response.status(401).json({ code: 20003, message: 'Authenticate', status: 401 });
      return;
    }
    try {
      const command: Command = {
        url: text(body['url']),
        method: text(body['method']) || 'GET',
        params: isObject(body['params']) ? body['params'] : {},
      };
      response.json({ payload: run(command, workerSid, state) });
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      response.status(error.status).json({ code: error.code, message: error.message, status: error.status });
    }
  });
  return router;
}

/** Serves one page's socket: hello first, then every change that concerns its worker. */
export function eventBridgeSocket(socket: WebSocket, request: IncomingMessage, state: SandboxState): void {
  const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('token');
  const workerSid = findToken(token)?.workerSid;
  if (!workerSid) {
    socket.close(1008, 'No worker for this token');
    return;
  }
  const send = (event_type: string, payload: unknown) => socket.send(JSON.stringify({ event_type, payload }));
  send('init', {
    channel_id: workerSid,
    account_sid: ACCOUNT_SID,
    workspace_sid: WORKSPACE_SID,
    token_lifetime: 28_800_000,
  });

  const { bus, taskRouter } = state;
  const stop = listen([
    bus.subscribe('reservation', (reservation) => {
      if (reservation.workerSid !== workerSid) return;
      send(
        RESERVATION_EVENTS[reservation.status],
        reservationPayload(reservation, taskRouter.task(reservation.taskSid)),
      );
    }),
    bus.subscribe('task', (task) => {
      if (taskRouter.activeReservations(workerSid).some(({ taskSid }) => taskSid === task.sid)) {
        send('task.updated', taskPayload(task));
      }
    }),
    bus.subscribe('worker', (worker, what) => {
      if (worker.sid === workerSid) send(`worker.${what}.update`, workerPayload(worker));
    }),
  ]);
  socket.on('close', stop);
}

function run({ url, method, params }: Command, workerSid: string, state: SandboxState): unknown {
  const { taskRouter } = state;
  const path = url.replace(/^\/+/, '').replace(/^v1\//, '');
  const write = method === 'POST';
  const reservation = /\/Reservations\/(WR\w+)$/.exec(path)?.[1];
  if (reservation && write) {
    const status = params['ReservationStatus'] as ReservationStatus;
    if (!RESERVATION_STATUSES.includes(status)) throw new InvalidRequest('No such reservation status.');
    const changed = taskRouter.setReservation(reservation, status);
    return reservationPayload(changed, taskRouter.task(changed.taskSid));
  }
  const task = /\/Tasks\/(WT\w+)$/.exec(path)?.[1];
  if (task) return taskPayload(write ? taskRouter.updateTask(task, taskChange(params)) : taskRouter.task(task));
  if (path.endsWith('/Tasks') && write) {
    return taskPayload(taskRouter.createTask({ attributes: attributesOf(params) ?? {} }).task);
  }
  if (path.endsWith('/Activities')) return list(activityPayloads(taskRouter.worker(workerSid).created));
  if (path.endsWith('/WorkerChannels')) return list(channelPayloads(taskRouter.worker(workerSid)));
  if (path.endsWith('/Reservations')) {
    const held = taskRouter.activeReservations(workerSid);
    return list(held.map((one) => reservationPayload(one, taskRouter.task(one.taskSid))));
  }
  const worker = /\/Workers\/(WK\w+)$/.exec(path)?.[1];
  if (worker) {
    const activitySid = params['ActivitySid'];
    const attributes = attributesOf(params);
    if (!write) return workerPayload(taskRouter.worker(worker));
    return workerPayload(
      taskRouter.updateWorker(worker, {
        ...(typeof activitySid === 'string' ? { activitySid } : {}),
        ...(attributes === undefined ? {} : { attributes }),
      }),
    );
  }
  throw new InvalidRequest(`The sandbox has no double for ${method} ${path}.`, 404);
}

function taskChange(params: JsonObject): TaskChange {
  const attributes = attributesOf(params);
  const status = params['AssignmentStatus'];
  const reason = params['Reason'];
  return {
    ...(attributes === undefined ? {} : { attributes }),
    ...(status === 'completed' || status === 'canceled' ? { status } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function attributesOf(params: JsonObject): JsonObject | string | undefined {
  const attributes = params['Attributes'];
  return isObject(attributes) || typeof attributes === 'string' ? attributes : undefined;
}

const list = (contents: unknown[]) => ({ contents, after_sid: null });

function listen(stops: (() => void)[]): () => void {
  return () => stops.forEach((stop) => stop());
}

function parseBody(text: unknown): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(String(text));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
