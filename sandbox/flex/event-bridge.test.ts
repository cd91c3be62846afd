import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { ACTIVITIES, OTHER_WORKER_SID, WORKER_SID, WORKSPACE_SID } from '../account';
import { startTestSandbox, type TestSandbox } from '../testing/sandbox';
import { TOKENS } from '../tokens';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset({ empty: true }));

const workspace = `Workspaces/${WORKSPACE_SID}`;

interface Payload {
  sid: string;
  task?: { sid: string };
  contents: Payload[];
  attributes: string;
  activity_sid: string;
}

interface Event {
  event_type: string;
  payload: Payload;
}

async function command(url: string, method = 'GET', params: unknown = {}, token: unknown = TOKENS.agent.token) {
  const response = await fetch(`${sandbox.url}/_out/event-bridge.twilio.com/v1/wschannels`, {
    method: 'POST',
    body: JSON.stringify({ url, method, params, token }),
  });
  const body = (await response.json()) as { payload: Payload; message: string };
  return { status: response.status, payload: body.payload, body };
}

/** A page's socket, and the events it has received. */
async function listen(token: string) {
  const address = `${sandbox.url.replace('http', 'ws')}/_out/event-bridge.twilio.com/v1/wschannels?token=${token}`;
  const socket = new WebSocket(address);
  const events: Event[] = [];
  socket.on('message', (data) => events.push(JSON.parse((data as Buffer).toString()) as Event));
  await once(socket, 'message');
  return { socket, events };
}

describe('commands', () => {
  it('lists what an agent needs at the start', async () => {
    const task = sandbox.control.createTask({ attributes: { name: 'Ana' } });
    sandbox.control.createTask({ attributes: {}, workerSid: OTHER_WORKER_SID });
    const { payload: reservations } = await command(`${workspace}/Workers/${WORKER_SID}/Reservations`);
    expect(reservations.contents.map((one) => one.task?.sid)).toEqual([task.sid]);
    const { payload: activities } = await command(`${workspace}/Activities`);
    expect(activities.contents.map((one) => one.sid)).toContain(
      (await command(`${workspace}/Workers/${WORKER_SID}`)).payload.activity_sid,
    );
    expect((await command(`${workspace}/Workers/${WORKER_SID}/WorkerChannels`)).payload.contents).not.toEqual([]);
  });

  it('accepts a task, and refuses what cannot follow', async () => {
    const task = sandbox.control.createTask({ attributes: {} });
    const url = `${workspace}/Workers/${WORKER_SID}/Reservations/${task.reservations[0]!.sid}`;
    expect((await command(url, 'POST', { ReservationStatus: 'accepted' })).payload).toMatchObject({
      reservation_status: 'accepted',
      task: { assignment_status: 'assigned' },
    });
    expect((await command(url, 'POST', { ReservationStatus: 'rejected' })).status).toBe(400);
    expect((await command(url, 'POST', { ReservationStatus: 'nonsense' })).status).toBe(400);
  });

  it('sets attributes, within the limit', async () => {
    const { sid } = sandbox.control.createTask({ attributes: {} });
    const url = `${workspace}/Tasks/${sid}`;
    expect((await command(url, 'POST', { Attributes: { a: 1 } })).payload.attributes).toBe('{"a":1}');
    expect((await command(url, 'POST', { Attributes: { a: 'x'.repeat(4096) } })).status).toBe(400);
  });

  it('changes the activity', async () => {
    const { payload } = await command(`${workspace}/Workers/${WORKER_SID}`, 'POST', { ActivitySid: ACTIVITIES[1].sid });
    expect(payload).toMatchObject({ activity_name: 'Break', available: false });
  });

  it.each([undefined, '', 'x', 7, TOKENS.guest.token])('refuses the token %j', async (token) => {
    expect((await command(`${workspace}/Activities`, 'GET', {}, token ?? null)).status).toBe(401);
  });

  it('says when it has no double of something', async () => {
    expect((await command(`${workspace}/Nonsense`)).body.message).toContain('has no double');
  });
});

describe('events', () => {
  it('greets, then tells what concerns this worker and nothing else', async () => {
    const { socket, events } = await listen(TOKENS.agent.token);
    sandbox.control.createTask({ attributes: {}, workerSid: OTHER_WORKER_SID });
    const { sid } = sandbox.control.createTask({ attributes: {} });
    sandbox.control.setReservation(sid, 'accepted');
    sandbox.control.updateAttributes(sid, { a: 1 });
    sandbox.control.setReservation(sid, 'wrapping');
    sandbox.control.setReservation(sid, 'completed');
    await expect.poll(() => events.length).toBe(6);
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'init',
      'reservation.created',
      'reservation.accepted',
      'task.updated',
      'reservation.wrapup',
      'reservation.completed',
    ]);
    expect(events.slice(1).every(({ payload }) => [payload.sid, payload.task?.sid].includes(sid))).toBe(true);
    socket.close();
  });

  it('closes the socket of somebody without a worker', async () => {
    const address = `${sandbox.url.replace('http', 'ws')}/_out/event-bridge.twilio.com/v1/wschannels?token=x`;
    const [code] = (await once(new WebSocket(address), 'close')) as [number];
    expect(code).toBe(1008);
  });
});
