import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { eventBridgeSocket } from '../flex/event-bridge';
import { twilsockSocket, type Tunnel } from '../flex/twilsock';
import { OUTSIDE } from '../host/outside-path';
import type { BusEvents } from '../state/bus';
import type { SandboxState } from '../state/sandbox-state';
import { isLocal } from './local-only';

const LIVE_EVENTS = [
  'reservation',
  'task',
  'worker',
  'session',
  'schema',
  'faults',
  'message',
  'reset',
] as const satisfies readonly (keyof BusEvents)[];

/** Answers WebSockets: the event bridge, Twilsock, and the sandbox's own news. */
export function serveSockets(server: Server, state: SandboxState, tunnel: Tunnel): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) => {
    // A peer that hangs up in the middle of the handshake is no fault of the sandbox.
    stream.on('error', () => stream.destroy());
    const [pathname = ''] = (request.url ?? '').split('?');
    const serve: ((socket: WebSocket) => void) | undefined = {
      [`${OUTSIDE}event-bridge.twilio.com/v1/wschannels`]: (socket: WebSocket) =>
        eventBridgeSocket(socket, request, state),
      [`${OUTSIDE}tsock.us1.twilio.com/v3/wsconnect`]: (socket: WebSocket) => twilsockSocket(socket, tunnel),
      '/sandbox/live': (socket: WebSocket) => liveSocket(socket, state),
    }[pathname];
    if (!serve || !isLocal(request)) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, serve);
  });
  return sockets;
}

/** Tells a page that something has changed; the page asks for what it shows. */
function liveSocket(socket: WebSocket, { bus }: SandboxState): void {
  const stops = LIVE_EVENTS.map((type) => bus.subscribe(type, () => socket.send(JSON.stringify({ type }))));
  socket.on('close', () => stops.forEach((stop) => stop()));
}
