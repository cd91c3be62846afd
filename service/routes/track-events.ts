import { BROWSER_BUDGET, type Route } from '../edge/handler';
import { readEventsConfig } from '../segment/config';
import { sendBatch } from '../segment/tracking';
import type { Settings } from '../settings/settings';
import { trackEvents, type TrackDependencies } from '../track/track-events';
import { createMemory, tokenOf, twilioSide, type Memory } from './twilio';

/** 25 events of the longest kind are half of it. */
const MAX_EVENTS_BYTES = 32_768;

/** `POST /track-events` with `Token`, `session` and `events`: how the plugin is used, for Segment. Opt-in. */
export function trackEventsRoute(now?: () => number): Route {
  const memory = createMemory(now);
  return {
    name: 'track-events',
    audience: 'browser',
    budget: BROWSER_BUDGET,
    async run(fields, settings, call) {
      const input = {
        token: tokenOf(fields),
        session: fields.required('session'),
        events: fields.required('events', MAX_EVENTS_BYTES),
      };
      return trackEvents(input, trackDependencies(settings, memory), call);
    },
  };
}

function trackDependencies(settings: Settings, memory: Memory): TrackDependencies {
  return {
    tokens: twilioSide(settings, memory).tokens,
    naming: () => settings.get('FLEX_APP_PLUGIN_EVENTS'),
    send: (calls, call) => {
      const options = {
        config: readEventsConfig(settings),
        loopbackOrigin: settings.optional('CUSTOMER_CONTEXT_LOOPBACK'),
        upstream: 'segment track',
      };
      return sendBatch(options, calls.length, (analytics) => calls.forEach((one) => analytics.track(one)), call);
    },
  };
}
