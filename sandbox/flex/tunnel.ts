import type { SandboxState } from '../state/sandbox-state';
import { chatApi } from './chat/chat-api';
import type { Answer, Tunnel } from './twilsock';

const EMPTY: Answer = { status: 200, body: {} };

/** Answers what pages send through Twilsock. */
export function createTunnel(state: SandboxState): Tunnel {
  const chat = chatApi(state);
  return (request, pusher) => {
    const { host, path } = request;
    if (host === 'flex-sdk.twilio.com' && path.startsWith('/v1/Telemetry/')) return EMPTY;
    return chat(request, pusher);
  };
}
