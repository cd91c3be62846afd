/** Segment's weather: what each endpoint does instead of answering as it should. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './wire';

export const ENDPOINTS = [
  'traits',
  'events',
  'external_ids',
  'metadata',
  'links',
  'identify',
  'track',
  'batch',
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

export const PROFILE_ENDPOINTS: readonly Endpoint[] = ENDPOINTS.slice(0, 5);
export const TRACKING_ENDPOINTS: readonly Endpoint[] = ENDPOINTS.slice(5);

/** How an endpoint behaves. `times` limits it to the next n requests; after them the weather is fine again. */
export type Weather = { times?: number } & (
  | { kind: 'fine' }
  /** Answers correctly after `ms` milliseconds. */
  | { kind: 'slow'; ms: number }
  /** 429 with `Retry-After` in seconds. */
  | { kind: 'limited'; retryAfter: number }
  /** An error status from 500 to 599: JSON for 500, a gateway's HTML for the others, as Segment's edge answers. */
  | { kind: 'down'; status: number }
  /** Closes the connection: before any byte, or in the middle of the body. */
  | { kind: 'cut'; at: 'start' | 'middle' }
  /** 200 with JSON that stops half-way. */
  | { kind: 'broken' }
  /** 200 with well-formed JSON of this many megabytes, streamed. */
  | { kind: 'huge'; megabytes: number }
  /** A redirect to another address, which a client must not follow with its credentials. */
  | { kind: 'redirect'; to: string }
);

export type WeatherKind = Weather['kind'];

interface Kind {
  label: string;
  /** The one setting of this kind: its name, unit, default and highest value. */
  number?: { name: string; label: string; default: number; min: number; max: number };
}

/** Every kind of weather, for the control route, the panel and the tests. */
export const WEATHER: Record<WeatherKind, Kind> = {
  fine: { label: 'Fine' },
  slow: { label: 'Slow', number: { name: 'ms', label: 'Milliseconds', default: 2000, min: 0, max: 120_000 } },
  limited: {
    label: 'Rate limited (429)',
    number: { name: 'retryAfter', label: 'Retry after, seconds', default: 5, min: 0, max: 3600 },
  },
  down: { label: 'Down (5xx)', number: { name: 'status', label: 'Status', default: 503, min: 500, max: 599 } },
  cut: { label: 'Connection cut' },
  broken: { label: 'Broken JSON' },
  huge: { label: 'Huge answers', number: { name: 'megabytes', label: 'Megabytes', default: 40, min: 1, max: 500 } },
  redirect: { label: 'Redirect' },
};

const FINE: Weather = { kind: 'fine' };

/** The weather of every endpoint of one double. */
export class WeatherReport {
  private readonly current = new Map<Endpoint, Weather>();

  get(endpoint: Endpoint): Weather {
    return this.current.get(endpoint) ?? FINE;
  }

  /** Sets the weather of one endpoint, several, or `all`. */
  set(endpoints: Endpoint | readonly Endpoint[] | 'all', weather: Weather): void {
    const list = endpoints === 'all' ? ENDPOINTS : typeof endpoints === 'string' ? [endpoints] : endpoints;
    for (const endpoint of list) this.current.set(endpoint, { ...weather });
  }

  clear(): void {
    this.current.clear();
  }

  all(): Record<Endpoint, Weather> {
    return Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint, this.get(endpoint)])) as Record<Endpoint, Weather>;
  }

  /** The weather for one request; counts down `times`. */
  take(endpoint: Endpoint): Weather {
    const weather = this.get(endpoint);
    if (weather.times !== undefined) {
      if (weather.times <= 1) this.current.set(endpoint, FINE);
      else weather.times -= 1;
    }
    return weather;
  }
}

/**
 * Answers as the weather says. `answer` sends the proper answer; it is called at most once, and not at all in weather
 * that never lets a request through.
 */
export async function underWeather(
  weather: Weather,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (response: ServerResponse) => void,
): Promise<void> {
  switch (weather.kind) {
    case 'fine':
      answer(response);
      return;
    case 'slow':
      if (await stillThere(response, weather.ms)) answer(response);
      return;
    case 'limited': {
      const error = { code: 'rate_limit_error', message: 'Too many requests hit the API too quickly.' };
      const seconds = String(weather.retryAfter);
      sendJson(response, 429, { error }, { 'Retry-After': seconds, 'X-RateLimit-Reset': seconds });
      return;
    }
    case 'down':
      sendDown(response, weather.status);
      return;
    case 'cut':
      sendCut(request, response, weather.at);
      return;
    case 'broken':
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end('{"traits": {"first_name": "An');
      return;
    case 'huge':
      await sendHuge(response, weather.megabytes);
      return;
    case 'redirect':
      response.writeHead(302, { Location: weather.to, 'Content-Length': '0' });
      response.end();
  }
}

/** Waits. False when the client has gone in the meantime; the timer goes with it. */
function stillThere(response: ServerResponse, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const gone = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      response.off('close', gone);
      resolve(true);
    }, ms);
    response.once('close', gone);
  });
}

function sendDown(response: ServerResponse, status: number): void {
  if (status === 500) {
    sendJson(response, 500, { error: { code: 'internal_error', message: 'Something went wrong on our side.' } });
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/html' });
  response.end(`<html><head><title>${String(status)}</title></head><body><h1>Service unavailable</h1></body></html>`);
}

function sendCut(request: IncomingMessage, response: ServerResponse, at: 'start' | 'middle'): void {
  if (at === 'start') {
    request.socket.destroy();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '10000' });
  response.write('{"traits": {"first_name": "Ana", ', () => request.socket.destroy());
}

async function sendHuge(response: ServerResponse, megabytes: number): Promise<void> {
  const entry = (at: number) => `"padding_${String(at)}":"${'x'.repeat(65_500)}"`;
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('{"traits":{');
  for (let at = 0; at < megabytes * 16; at += 1) {
    if (response.destroyed) return;
    if (!response.write((at === 0 ? '' : ',') + entry(at))) await drained(response);
  }
  response.end('},"data":[],"cursor":{"url":"","has_more":false,"next":""}}');
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
