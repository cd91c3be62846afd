import { MOST_EVENTS, OLDEST_EVENT_MS, type PluginEventName } from '../../../schemas/plugin-events';
import type { PluginEvent } from '../../../schemas/generated/plugin-events';
import { ServiceError, type Post } from '../service/post';

export type PropertiesOf<Name extends PluginEventName> = Extract<PluginEvent, { event: Name }>['properties'];

/** Tells how the plugin is used, where the operator wants to know. docs/plugin-events.md */
export interface Tracker {
  /** Takes note of an event, and returns at once. */
  track: <Name extends PluginEventName>(event: Name, properties: PropertiesOf<Name>) => void;
  /** Drops what is waiting, and takes no more. */
  stop: () => void;
}

/** For a plugin whose operator does not want to know. */
export const silent: Tracker = { track: () => undefined, stop: () => undefined };

const BATCH_AFTER_MS = 10_000;
/** Beyond these, events are lost: nobody's memory fills up because a function is down. */
const MOST_WAITING = 100;

interface Waiting {
  event: PluginEventName;
  id: string;
  at: number;
  properties: object;
}

/**
 * Sends events in batches, one request at a time, and never twice. What can't be sent is lost. When the service says that
 * it does not want them, no more are sent until Flex is loaded again.
 */
export function createTracker(post: Post): Tracker {
  const session = crypto.randomUUID();
  let waiting: Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let stopped = false;

  const stop = (): void => {
    stopped = true;
    waiting = [];
    clearTimeout(timer);
  };
  const send = async (): Promise<void> => {
    timer = undefined;
    const now = Date.now();
    const batch = waiting.splice(0, MOST_EVENTS).flatMap(({ at, ...event }) => {
      const age = Math.max(0, Math.round(now - at));
      return age > OLDEST_EVENT_MS ? [] : [{ ...event, age }];
    });
    if (batch.length === 0) return;
    sending = true;
    try {
      await post('track-events', { session, events: JSON.stringify(batch) });
    } catch (error) {
      if (!(error instanceof ServiceError) || !error.retryable) stop();
    } finally {
      sending = false;
      schedule();
    }
  };
  const schedule = (): void => {
    if (stopped || sending || timer !== undefined || waiting.length === 0) return;
    timer = setTimeout(() => void send(), waiting.length >= MOST_EVENTS ? 0 : BATCH_AFTER_MS);
  };

  return {
    track(event, properties) {
      if (stopped || waiting.length >= MOST_WAITING) return;
      waiting.push({ event, id: crypto.randomUUID(), at: Date.now(), properties });
      if (waiting.length === MOST_EVENTS) {
        clearTimeout(timer);
        timer = undefined;
      }
      schedule();
    },
    stop,
  };
}
