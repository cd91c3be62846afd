import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserScript } from '../host/browser-scripts';
import { segmentExtension } from './extension';
import { listenSegment, type ListeningSegment } from './listen';
import { SPACES } from './spaces';
import { ask } from './testing/client';
import { ENDPOINTS, WEATHER, type WeatherKind } from './weather';

let double: ListeningSegment;
beforeEach(async () => {
  double = await listenSegment();
});
afterEach(() => double.close());

const get = (path = '') => ask(double.url, `/sandbox/api/segment${path}`);
const post = (path: string, body: unknown = {}) =>
  ask(double.url, `/sandbox/api/segment${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the switches over HTTP', () => {
  it.each(Object.keys(WEATHER) as WeatherKind[])('set %s weather with its defaults', async (kind) => {
    const answer = await post('/weather', { endpoint: 'traits', weather: { kind } });
    expect(answer.status).toBe(200);
    expect(double.segment.weather.get('traits').kind).toBe(kind);
    expect(double.segment.weather.get('events').kind).toBe('fine');
    expect(answer.json().weather.traits).toMatchObject({ kind });
  });

  it('set the weather of all endpoints for a number of requests', async () => {
    await post('/weather', { endpoint: 'all', weather: { kind: 'slow', ms: 5, times: 3 } });
    expect(ENDPOINTS.map((endpoint) => double.segment.weather.get(endpoint))).toEqual(
      ENDPOINTS.map(() => ({ kind: 'slow', ms: 5, times: 3 })),
    );
  });

  it.each([
    [{ endpoint: 'nothing', weather: { kind: 'fine' } }],
    [{ endpoint: 'traits', weather: { kind: 'foggy' } }],
    [{ endpoint: 'traits', weather: { kind: 'slow', ms: -1 } }],
    [{ endpoint: 'traits', weather: { kind: 'down', status: 200 } }],
    [{ endpoint: 'traits', weather: { kind: 'huge', megabytes: 1e9 } }],
    [{ endpoint: 'traits', weather: { kind: 'fine', times: '2' } }],
    [{ endpoint: 'traits' }],
    [{}],
    [[]],
  ])('refuse %j and change nothing', async (body) => {
    const before = double.segment.weather.all();
    const answer = await post('/weather', body);
    expect(answer.status).toBe(400);
    expect(answer.json().error.message).toMatch(/\.$/);
    expect(double.segment.weather.all()).toEqual(before);
  });

  it('set the delay and the rate limit', async () => {
    await post('/settings', { applyDelayMs: 5000 });
    await post('/settings', { requestsPerSecond: 3 });
    expect(double.segment.settings).toEqual({ applyDelayMs: 5000, requestsPerSecond: 3 });
    expect((await post('/settings', { requestsPerSecond: 0 })).status).toBe(400);
  });

  it('list the customers of a region with the size of their profiles', async () => {
    const people = JSON.parse((await get('/customers?region=eu')).text) as {
      userId: string;
      name: string;
      traits: number;
    }[];
    expect(people.length).toBeGreaterThanOrEqual(50);
    expect(people.find(({ userId }) => userId === 'u-lars-vikander')).toMatchObject({
      name: 'Lars Vikander',
      traits: 900,
      events: 500,
    });
    expect(people.every(({ name }) => name !== '')).toBe(true);
  });

  it('put everything back', async () => {
    await post('/weather', { endpoint: 'all', weather: { kind: 'broken' } });
    await post('/reset');
    expect(double.segment.weather.get('traits').kind).toBe('fine');
  });

  it('never show a token or a write key', async () => {
    const text = (await get()).text + (await get('/customers')).text;
    for (const { accessToken, writeKey } of Object.values(SPACES)) {
      expect(text).not.toContain(accessToken);
      expect(text).not.toContain(writeKey);
    }
  });
});

it('has a panel that bundles for the browser', async () => {
  const { panel } = segmentExtension();
  expect(await browserScript(panel!.script)).toContain('panel-segment');
});
