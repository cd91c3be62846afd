import { PLUGIN_EVENTS } from '../../schemas/plugin-events';
import type { PluginEvents } from '../../schemas/generated/plugin-events';
import { validate } from '../../schemas/generated/plugin-events-validator';
import type { TrackAnswer } from '../../schemas/generated/track-answer';
import { authenticate, type TokenDependencies } from '../auth/token';
import { requireAdmin } from '../auth/worker';
import type { Call } from '../call';
import { ServiceError } from '../error';

/** Whom Segment is told that an event is of. */
export type Actor = { userId: string } | { anonymousId: string };

/** One event as Segment takes it. */
export type TrackCall = Actor & {
  event: string;
  messageId: string;
  timestamp: Date;
  properties: Record<string, string | number | boolean | null>;
};

export interface TrackDependencies {
  tokens: TokenDependencies;
  /** "off": nothing is sent on; else how an event names who it is of. See the variable FLEX_APP_PLUGIN_EVENTS. */
  naming: () => string;
  /** Resolves when Segment has taken them. */
  send: (calls: readonly TrackCall[], call: Call) => Promise<void>;
}

export interface TrackInput {
  token: string | undefined;
  /** A random id of the visit. */
  session: string;
  /** JSON text of a list of events. schemas/contracts/plugin-events.json */
  events: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Passes events of the plugin on to Segment. Only what schemas/plugin-events.ts knows goes through, all of it or none;
 * who it is of is taken from the token, never from the request.
 *
 * @throws ServiceError `not_configured` where events are turned off, `bad_request`, `not_an_admin` for an event of
 *   admins, those of `authenticate` and of `send`.
 */
export async function trackEvents(
  { token, session, events }: TrackInput,
  { tokens, naming, send }: TrackDependencies,
  call: Call,
): Promise<TrackAnswer> {
  const worker = await authenticate(token, tokens, call);
  const how = naming();
  if (how === 'off') {
    throw new ServiceError('not_configured', { message: 'Events of the plugin are off (FLEX_APP_PLUGIN_EVENTS).' });
  }
  if (!UUID.test(session)) throw new ServiceError('bad_request', { message: 'session must be a UUID.' });
  const list = readEvents(events);
  if (list.some(({ event }) => PLUGIN_EVENTS[event].by === 'admins')) requireAdmin(worker);
  const actor: Actor = how === 'worker' ? { userId: worker.workerSid } : { anonymousId: session };
  const calls = list.map(({ event, id, age, properties }) => ({
    ...actor,
    event,
    messageId: id,
    timestamp: new Date(call.now() - age),
    properties: { ...properties },
  }));
  await send(calls, call);
  return { accepted: calls.length };
}

function readEvents(text: string): PluginEvents {
  let events: unknown;
  try {
    events = JSON.parse(text);
  } catch {
    throw new ServiceError('bad_request', { message: 'events is not valid JSON.' });
  }
  if (validate(events)) return events;
  throw new ServiceError('bad_request', {
    message: 'events must be a list of the events in schemas/plugin-events.ts, with their properties and no others.',
  });
}
