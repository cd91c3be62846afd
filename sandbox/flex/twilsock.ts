import type { RawData, WebSocket } from 'ws';
import { isObject, type JsonObject } from '../../display/json';
import { newSid } from '../state/sid';
import { decodeFrame, encodeFrame, payloadJson } from './twilsock-frame';

/** An HTTP request that the page sent through the socket. */
export interface Tunnelled {
  host: string;
  path: string;
  /** Of the path and of `params`, in which the SDKs put theirs. */
  query: URLSearchParams;
  method: string;
  body: unknown;
  token: unknown;
}

export interface Answer {
  status: number;
  body: unknown;
}

/** A page's socket, for whoever answers requests and wants to push something later. */
export interface Pusher {
  push: (messageType: string, payload: unknown) => void;
  isOpen: () => boolean;
}

export type Tunnel = (request: Tunnelled, pusher: Pusher) => Answer | undefined;

/**
 * Double of tsock.us1.twilio.com, the socket under telemetry, Sync and Conversations: greets, tunnels HTTP requests to
 * `tunnel`, and says yes to everything else. What the tunnel does not know is answered with 404.
 */
export function twilsockSocket(socket: WebSocket, tunnel: Tunnel): void {
  let token: unknown;
  const isOpen = () => socket.readyState === socket.OPEN;
  const pusher: Pusher = {
    isOpen,
    push: (message_type, payload) => {
      if (!isOpen()) return;
      socket.send(encodeFrame({ method: 'notification', id: newSid('TM'), message_type }, payload));
    },
  };
  socket.on('message', (data: RawData) => {
    const frame = decodeFrame(toBuffer(data));
    if (!frame) return;
    const { header } = frame;
    const id = header['id'] ?? '';
    if (header['method'] === 'reply') return;
    if (header['method'] === 'init') {
      token = header['token'];
      socket.send(encodeFrame(greeting(id, header)));
      return;
    }
    if (header['method'] === 'message' && isObject(header['http_request'])) {
      const request = readRequest(header['http_request'], payloadJson(frame), token);
      const { status, body } = tunnel(request, pusher) ?? { status: 404, body: { status: 404, message: 'Not found' } };
      const http_status = { code: status, status: status < 400 ? 'OK' : 'Error' };
      const reply = { method: 'reply', id, status: { code: 200, status: 'OK' }, http_status, http_headers: {} };
      socket.send(encodeFrame(reply, body));
      return;
    }
    socket.send(encodeFrame({ method: 'reply', id, status: { code: 200, status: 'OK' } }));
  });
}

function greeting(id: JsonObject[string], header: JsonObject): JsonObject {
  return {
    method: 'reply',
    id,
    status: { code: 200, status: 'OK' },
    payload_type: 'application/json',
    continuation_token: 'sandbox',
    continuation_token_status: { reissued: false },
    capabilities: header['capabilities'] ?? [],
    offline_storage: {},
    init_registrations: [],
  };
}

function readRequest(http: JsonObject, body: unknown, token: unknown): Tunnelled {
  const text = (key: string) => (typeof http[key] === 'string' ? http[key] : '');
  const url = new URL(text('path'), 'https://localhost');
  for (const [name, value] of Object.entries(isObject(http['params']) ? http['params'] : {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' || typeof one === 'number') url.searchParams.append(name, String(one));
    }
  }
  return {
    host: text('host'),
    path: url.pathname,
    query: url.searchParams,
    method: text('method').toUpperCase() || 'GET',
    body,
    token,
  };
}

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
