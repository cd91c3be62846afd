/** The double's switches over HTTP, for the side page: JSON in, JSON out, below `/sandbox/api/segment`. */
import express, { Router, type RequestHandler } from 'express';
import { isObject, own, type Json, type JsonObject } from '../../display/json';
import type { Segment } from './segment';
import { SPACES, type Region } from './spaces';
import { ENDPOINTS, WEATHER, type Endpoint, type Weather, type WeatherKind } from './weather';
import { LIMITS } from './wire';

/**
 * - `GET /` → weather by endpoint, settings, counts of requests, what became of events, and the kinds of weather
 * - `POST /weather` `{endpoint: "all" | name, weather: {kind, …, times?}}`
 * - `POST /settings` `{applyDelayMs?, requestsPerSecond?}`
 * - `GET /customers?region=us|eu` → `[{userId, name, ids, traits, events}]` with the numbers of traits and of
 *   events in the last 14 days
 * - `POST /apply` applies accepted events now; `POST /reset` puts everything back
 *
 * A request that makes no sense gets 400 `{error: {message}}` and changes nothing.
 */
export function controlRouter(segment: Segment): Router {
  const router = Router();
  const answer = (act: (body: JsonObject) => unknown): RequestHandler => {
    return (request, response) => {
      try {
        const body: unknown = request.body;
        response.json(act(isObject(body) ? body : {}) ?? controlState(segment));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        response.status(400).json({ error: { message: error.message } });
      }
    };
  };
  router.use(express.json());
  router.get(
    '/',
    answer(() => undefined),
  );
  router.get('/customers', (request, response) => {
    const region: Region = request.query.region === 'eu' ? 'eu' : 'us';
    response.json(customersOf(segment, region));
  });
  router.post(
    '/weather',
    answer((body) => segment.weather.set(endpointFrom(own(body, 'endpoint')), weatherFrom(own(body, 'weather')))),
  );
  router.post(
    '/settings',
    answer((body) => {
      const change = {
        applyDelayMs: numberFrom(own(body, 'applyDelayMs'), 'applyDelayMs', 0, 600_000),
        requestsPerSecond: numberFrom(own(body, 'requestsPerSecond'), 'requestsPerSecond', 1, 100_000),
      };
      if (change.applyDelayMs !== undefined) segment.settings.applyDelayMs = change.applyDelayMs;
      if (change.requestsPerSecond !== undefined) segment.settings.requestsPerSecond = change.requestsPerSecond;
    }),
  );
  router.post(
    '/apply',
    answer(() => segment.applyNow()),
  );
  router.post(
    '/reset',
    answer(() => segment.reset()),
  );
  return router;
}

/** What `GET /` answers. */
export function controlState(segment: Segment) {
  return {
    weather: segment.weather.all(),
    settings: segment.settings,
    counts: segment.counts,
    tracking: segment.tracking.all().slice(-20),
    kinds: WEATHER,
    spaces: Object.values(SPACES).map(({ region, spaceId, profileHost }) => ({ region, spaceId, profileHost })),
  };
}

function customersOf(segment: Segment, region: Region) {
  const oldest = segment.now() - LIMITS.eventDays * 86_400_000;
  return segment
    .profiles(region)
    .users()
    .map((profile) => ({
      userId: profile.ids.find(({ type }) => type === 'user_id')?.id,
      name: profile.traits.get('name')?.value ?? fullName(profile.traits),
      ids: profile.ids.map(({ type, id }) => ({ type, id })),
      traits: profile.traits.size,
      events: profile.events.filter(({ timestamp }) => timestamp >= oldest).length,
    }));
}

function fullName(traits: ReadonlyMap<string, { value: Json }>): string {
  const part = (key: string) => {
    const value = traits.get(key)?.value;
    return typeof value === 'string' ? value : '';
  };
  return `${part('first_name')} ${part('last_name')}`.trim();
}

function endpointFrom(value: Json | undefined): Endpoint | 'all' {
  const endpoint = value === 'all' ? value : ENDPOINTS.find((one) => one === value);
  if (endpoint === undefined) throw new RangeError(`endpoint must be all, or one of: ${ENDPOINTS.join(', ')}.`);
  return endpoint;
}

/** Reads weather from JSON. Throws a RangeError that says what was expected. */
export function weatherFrom(value: Json | undefined): Weather {
  const given: JsonObject = isObject(value) ? value : {};
  const kind = own(given, 'kind');
  const name = (Object.keys(WEATHER) as WeatherKind[]).find((one) => one === kind);
  if (name === undefined) throw new RangeError(`weather.kind must be one of: ${Object.keys(WEATHER).join(', ')}.`);
  const setting = WEATHER[name].number;
  const number = setting
    ? (numberFrom(own(given, setting.name), setting.name, setting.min, setting.max) ?? setting.default)
    : 0;
  const times = numberFrom(own(given, 'times'), 'times', 1, 100_000);
  return { ...weatherOf(name, number, given), ...(times === undefined ? {} : { times }) };
}

function weatherOf(kind: WeatherKind, number: number, given: JsonObject): Weather {
  const to = own(given, 'to');
  switch (kind) {
    case 'slow':
      return { kind, ms: number };
    case 'limited':
      return { kind, retryAfter: number };
    case 'down':
      return { kind, status: number };
    case 'huge':
      return { kind, megabytes: number };
    case 'cut':
      return { kind, at: own(given, 'at') === 'start' ? 'start' : 'middle' };
    case 'redirect':
      return { kind, to: typeof to === 'string' ? to : '/elsewhere' };
    case 'fine':
    case 'broken':
      return { kind };
  }
}

function numberFrom(value: Json | undefined, name: string, min: number, max: number): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`${name} must be a whole number from ${String(min)} to ${String(max)}.`);
}
