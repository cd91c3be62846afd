import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenSegment, type ListeningSegment } from './listen';
import { SPACES } from './spaces';
import { ask, basic, profilePath, trackingPath } from './testing/client';
import { ENDPOINTS, PROFILE_ENDPOINTS, TRACKING_ENDPOINTS, type Endpoint, type Weather } from './weather';

const ANA = { userId: 'u-ana-duarte', ids: [], traits: { plan: 'gold' }, events: [], firstSeenDaysAgo: 10 };

let double: ListeningSegment;
beforeEach(async () => {
  double = await listenSegment({ customers: () => [ANA] });
});
afterEach(() => double.close());

const call = (endpoint: Endpoint) =>
  TRACKING_ENDPOINTS.includes(endpoint)
    ? ask(double.url, trackingPath(endpoint), {
        method: 'POST',
        headers: basic(SPACES.us.writeKey),
        body: JSON.stringify(endpoint === 'batch' ? { batch: [] } : { userId: 'u-ana-duarte', event: 'Tested' }),
      })
    : ask(double.url, profilePath('user_id:u-ana-duarte', endpoint), { headers: basic(SPACES.us.accessToken) });

describe.each(ENDPOINTS)('the weather of %s', (endpoint) => {
  it('is fine at the start', async () => {
    expect((await call(endpoint)).status).toBe(200);
  });

  it('can be slow and still answer', async () => {
    double.segment.weather.set(endpoint, { kind: 'slow', ms: 30 });
    expect((await call(endpoint)).status).toBe(200);
  });

  it('can limit the rate, with Retry-After', async () => {
    double.segment.weather.set(endpoint, { kind: 'limited', retryAfter: 7 });
    const answer = await call(endpoint);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '7']);
    expect(answer.json().error.code).toBe('rate_limit_error');
  });

  it('can be down: JSON for 500, a page of HTML for 503', async () => {
    double.segment.weather.set(endpoint, { kind: 'down', status: 500 });
    const inside = await call(endpoint);
    double.segment.weather.set(endpoint, { kind: 'down', status: 503 });
    const edge = await call(endpoint);
    expect([inside.status, inside.headers['content-type']]).toEqual([500, 'application/json']);
    expect([edge.status, edge.headers['content-type']]).toEqual([503, 'text/html']);
  });

  it.each(['start', 'middle'] as const)('can cut the connection at the %s', async (at) => {
    double.segment.weather.set(endpoint, { kind: 'cut', at });
    await expect(call(endpoint)).rejects.toThrow(/socket hang up|aborted|ECONNRESET/);
  });

  it('can break JSON under a 200', async () => {
    double.segment.weather.set(endpoint, { kind: 'broken' });
    const answer = await call(endpoint);
    expect(answer.status).toBe(200);
    expect(() => answer.json()).toThrow(SyntaxError);
  });

  it('can answer hugely, in valid JSON', async () => {
    double.segment.weather.set(endpoint, { kind: 'huge', megabytes: 3 });
    const answer = await call(endpoint);
    expect(answer.text.length).toBeGreaterThan(3_000_000);
    expect(Object.keys(answer.json().traits)).toHaveLength(48);
  });

  it('can point elsewhere', async () => {
    double.segment.weather.set(endpoint, { kind: 'redirect', to: 'https://elsewhere.example.com/' });
    const answer = await call(endpoint);
    expect([answer.status, answer.headers.location]).toEqual([302, 'https://elsewhere.example.com/']);
  });
});

describe('weather', () => {
  it('holds for its endpoint alone', async () => {
    double.segment.weather.set('events', { kind: 'down', status: 503 });
    expect((await call('traits')).status).toBe(200);
    expect((await call('events')).status).toBe(503);
  });

  it('can hold for all endpoints, or for those of one API', async () => {
    double.segment.weather.set('all', { kind: 'down', status: 500 });
    expect((await call('batch')).status).toBe(500);
    double.segment.weather.set(PROFILE_ENDPOINTS, { kind: 'fine' });
    expect([(await call('links')).status, (await call('batch')).status]).toEqual([200, 500]);
  });

  it('clears up after the number of requests it was given', async () => {
    double.segment.weather.set('traits', { kind: 'limited', retryAfter: 0, times: 2 });
    const statuses = [await call('traits'), await call('traits'), await call('traits')].map(({ status }) => status);
    expect(statuses).toEqual([429, 429, 200]);
  });

  it('never lets a refused event through', async () => {
    const refused: Weather[] = [
      { kind: 'limited', retryAfter: 1 },
      { kind: 'down', status: 502 },
      { kind: 'cut', at: 'middle' },
    ];
    for (const weather of refused) {
      double.segment.weather.set('identify', weather);
      await call('identify').catch(() => undefined);
    }
    expect(double.segment.tracking.all()).toEqual([]);
  });

  it('counts requests by endpoint, refused ones too', async () => {
    double.segment.weather.set('traits', { kind: 'down', status: 503 });
    await call('traits');
    await call('traits');
    await call('events');
    expect(double.segment.counts).toMatchObject({ traits: 2, events: 1, identify: 0 });
  });

  it('is fine again after a reset, and everyone is as at the start', async () => {
    double.segment.settings.applyDelayMs = 0;
    await ask(double.url, trackingPath('identify'), {
      method: 'POST',
      headers: basic(SPACES.us.writeKey),
      body: JSON.stringify({ userId: 'u-ana-duarte', traits: { plan: 'changed' } }),
    });
    const plan = () =>
      double.segment.profiles('us').find('users', 'user_id', 'u-ana-duarte')?.traits.get('plan')?.value;
    expect(plan()).toBe('changed');
    double.segment.weather.set('all', { kind: 'broken' });
    double.segment.reset();
    expect([plan(), (await call('traits')).status, double.segment.settings.applyDelayMs]).toEqual(['gold', 200, 300]);
  });
});
