import type { SandboxState } from '../state/sandbox-state';
import type { Answer, Tunnel } from './twilsock';

const EMPTY: Answer = { status: 200, body: {} };

/** Answers what pages send through Twilsock. */
export function createTunnel(_state: SandboxState): Tunnel {
  return ({ host, path }) => {
    if (host === 'flex-sdk.twilio.com' && path.startsWith('/v1/Telemetry/')) return EMPTY;
    return undefined;
  };
}
