/** Segment's two APIs in both regions, on this machine: the double, and the switches that tests turn. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account, Customer } from './customer';
import { ACCOUNTS, inventCustomers } from './customers/index';
import { answerProfileRequest, profileEndpoint } from './profile-api';
import { RateLimit } from './rate-limit';
import { SPACES, type Region, type Space } from './spaces';
import { ProfileStore } from './store';
import { answerTrackingRequest, readBody, trackingEndpoint } from './tracking-api';
import { TrackingLog } from './tracking-log';
import { underWeather } from './under-weather';
import { WeatherReport, type Endpoint } from './weather';
import { LIMITS, sendJson } from './wire';

export interface SegmentOptions {
  /** Milliseconds since 1970; default: the clock. */
  now?: () => number;
  /** Milliseconds between an accepted event and the changed profile; default 300. */
  applyDelayMs?: number;
  /** Requests per second and space to the Profile API; default 100, as Segment's. */
  requestsPerSecond?: number;
  /** Who is in both spaces, given the start in milliseconds since 1970; default: the invented customers. */
  customers?: (start: number) => Customer[];
  accounts?: readonly Account[];
}

/** Answers a request whose `url` is the path below the host, as the client sent it. */
export type SegmentHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Segment {
  /** One handler per host: Profile API and Tracking API of both regions. */
  hosts: Record<string, SegmentHandler>;
  /** What each endpoint does instead of answering properly. Both regions share it. */
  weather: WeatherReport;
  /** May be changed at any time; holds for events and requests from then on. */
  settings: { applyDelayMs: number; requestsPerSecond: number };
  /** What became of events that were sent. */
  tracking: TrackingLog;
  /** Requests met so far, by endpoint. */
  counts: Record<Endpoint, number>;
  /** The profiles of a region as they are now: what is due has been applied. */
  profiles: (region: Region) => ProfileStore;
  /** Milliseconds since 1970, by the double's own clock. */
  now: () => number;
  /** Applies every accepted event at once. */
  applyNow: () => void;
  /** Everyone as at the start, fine weather, default settings. */
  reset: () => void;
}

interface Double {
  space: Space;
  store: ProfileStore;
  rateLimit: RateLimit;
}

export function createSegment(options: SegmentOptions = {}): Segment {
  const now = options.now ?? Date.now;
  const defaults = {
    applyDelayMs: options.applyDelayMs ?? 300,
    requestsPerSecond: options.requestsPerSecond ?? LIMITS.requestsPerSecond,
  };
  const settings = { ...defaults };
  const weather = new WeatherReport();
  const tracking = new TrackingLog();
  const counts = noCounts();
  const filledStores = (): Record<Region, ProfileStore> => {
    const start = now();
    const customers = (options.customers ?? inventCustomers)(start);
    const accounts = options.accounts ?? ACCOUNTS;
    return { us: new ProfileStore(customers, accounts, start), eu: new ProfileStore(customers, accounts, start) };
  };
  const stores = filledStores();
  const open = (region: Region): Double => ({
    space: SPACES[region],
    store: stores[region],
    rateLimit: new RateLimit(() => settings.requestsPerSecond),
  });
  const regions: Record<Region, Double> = { us: open('us'), eu: open('eu') };

  const profiles =
    (double: Double): SegmentHandler =>
    async (request, response) => {
      const endpoint = profileEndpoint(pathOf(request));
      const answer = () => answerProfileRequest({ ...double, now }, request, response);
      if (endpoint === undefined) {
        answer();
        return;
      }
      counts[endpoint] += 1;
      await underWeather(weather.take(endpoint), request, response, answer);
    };

  const writes =
    (double: Double): SegmentHandler =>
    async (request, response) => {
      const endpoint = trackingEndpoint(pathOf(request));
      if (endpoint === undefined || request.method !== 'POST') {
        sendJson(response, 404, { success: false, message: 'not found', code: 'not_found' });
        return;
      }
      counts[endpoint] += 1;
      const body = await readBody(request);
      const api = { ...double, log: tracking, now, applyDelay: () => settings.applyDelayMs };
      await underWeather(weather.take(endpoint), request, response, () =>
        answerTrackingRequest(api, endpoint, request, body, response),
      );
    };

  return {
    hosts: Object.fromEntries(
      Object.values(regions).flatMap((double) => [
        [double.space.profileHost, profiles(double)],
        [double.space.trackingHost, writes(double)],
      ]),
    ),
    weather,
    settings,
    tracking,
    counts,
    profiles: (region) => {
      regions[region].store.settle(now());
      return regions[region].store;
    },
    now,
    applyNow: () => Object.values(regions).forEach((double) => double.store.settle(Infinity)),
    reset: () => {
      const fresh = filledStores();
      for (const double of Object.values(regions)) double.store = fresh[double.space.region];
      weather.clear();
      tracking.clear();
      Object.assign(settings, defaults);
      Object.assign(counts, noCounts());
    },
  };
}

function noCounts(): Record<Endpoint, number> {
  return { traits: 0, events: 0, external_ids: 0, metadata: 0, links: 0, identify: 0, track: 0, batch: 0 };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/\?.*$/s, '');
}
