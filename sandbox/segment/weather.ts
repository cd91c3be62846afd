/** Segment's weather: what each endpoint does instead of answering as it should. */
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
