/** The Tracking API of one region. It answers 200 to nearly everything: only the store shows what became of an event. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, own, type Json, type JsonObject } from '../../display/json';
import type { Space } from './spaces';
import type { ProfileStore } from './store';
import type { TrackingLog } from './tracking-log';
import { readEvent } from './tracking-event';
import { TRACKING_ENDPOINTS, type Endpoint } from './weather';
import { LIMITS, basicUser, sendJson } from './wire';

export interface TrackingApi {
  space: Space;
  store: ProfileStore;
  log: TrackingLog;
  now: () => number;
  /** Milliseconds between the answer 200 and the change of the profile. */
  applyDelay: () => number;
}

export function trackingEndpoint(path: string): Endpoint | undefined {
  return TRACKING_ENDPOINTS.find((endpoint) => path === `/v1/${endpoint}`);
}

/** Reads the body to its end, or to the largest size that is ever accepted plus one byte. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LIMITS.batchBytes + 1) chunks.push(chunk);
  }
  return size > LIMITS.batchBytes ? Buffer.alloc(LIMITS.batchBytes + 1) : Buffer.concat(chunks);
}

/** Answers one call whose body has been read. */
export function answerTrackingRequest(
  api: TrackingApi,
  endpoint: Endpoint,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const call = readCall(endpoint, body);
  if (typeof call === 'string') {
    sendJson(response, 400, { success: false, message: call, code: 'invalid_request' }, { Connection: 'close' });
    return;
  }
  const writeKey = basicUser(request.headers.authorization) ?? call.writeKey;
  for (const event of call.events) take(api, writeKey, event);
  sendJson(response, 200, { success: true });
}

/** The events of a call, or why all of them are refused. */
function readCall(endpoint: Endpoint, body: Buffer): { events: JsonObject[]; writeKey: Json | undefined } | string {
  if (body.length > (endpoint === 'batch' ? LIMITS.batchBytes : LIMITS.eventBytes)) return 'body too large';
  const parsed = parse(body);
  if (parsed === undefined) return 'malformed JSON';
  const events: Json | undefined = endpoint === 'batch' ? own(parsed, 'batch') : [{ ...parsed, type: endpoint }];
  if (!Array.isArray(events) || !events.every(isObject)) return 'malformed JSON';
  if (events.length > LIMITS.batchEvents) return 'too many events';
  const tooLarge = (event: JsonObject) => Buffer.byteLength(JSON.stringify(event)) > LIMITS.eventBytes;
  return endpoint === 'batch' && events.some(tooLarge)
    ? 'event too large'
    : { events, writeKey: own(parsed, 'writeKey') };
}

function take(api: TrackingApi, writeKey: Json | undefined, body: JsonObject): void {
  const type = own(body, 'type');
  const name = typeof type === 'string' ? type : '';
  const now = api.now();
  if (writeKey === api.space.eventsWriteKey) {
    takeBeside(api, name, body);
    return;
  }
  // A key of the other region is as unknown here as an invented one: accepted, and lost.
  if (writeKey !== api.space.writeKey) {
    api.log.add({ type: name, outcome: 'dropped', reason: 'unknown write key' });
    return;
  }
  const event = readEvent(name, body, now);
  if ('dropped' in event) {
    api.log.add({ type: name, outcome: 'dropped', reason: event.dropped });
    return;
  }
  const fresh = api.store.accept(event, now + api.applyDelay());
  api.log.add({
    type: name,
    messageId: event.messageId,
    ...(event.userId === undefined ? {} : { userId: event.userId }),
    outcome: fresh ? 'accepted' : 'duplicate',
  });
}

/** An event of a source that is not connected to the space: Segment has it, and no profile changes. */
function takeBeside(api: TrackingApi, type: string, body: JsonObject): void {
  const event = readEvent(type, body, api.now());
  if ('dropped' in event) {
    api.log.add({ type, outcome: 'dropped', reason: event.dropped });
    return;
  }
  const { messageId, userId, anonymousId } = event;
  api.log.add({
    type,
    messageId,
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
    ...(event.type === 'track' ? { event: event.event, properties: event.properties } : {}),
    outcome: 'accepted',
  });
}

function parse(body: Buffer): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
