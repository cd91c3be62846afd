import { describe, expect, it } from 'vitest';
import { createExpiringCache } from './expiring-cache';
import { createSingleFlight } from './single-flight';

describe('an expiring cache', () => {
  it('forgets an entry when its time is over', () => {
    let time = 0;
    const cache = createExpiringCache<number>(5, () => time);
    cache.set('a', 1, 100);
    time = 99;
    expect(cache.get('a')).toBe(1);
    time = 100;
    expect(cache.get('a')).toBeUndefined();
  });

  it('never holds more than it was given room for; the oldest goes first', () => {
    const cache = createExpiringCache<number>(2, () => 0);
    cache.set('a', 1, 1);
    cache.set('b', 2, 1);
    cache.set('a', 3, 1);
    cache.set('c', 4, 1);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([3, undefined, 4]);
  });

  it('takes any key, those of Object.prototype included', () => {
    const cache = createExpiringCache<number>(2, () => 0);
    expect(cache.get('__proto__')).toBeUndefined();
    expect(cache.get('constructor')).toBeUndefined();
  });
});

describe('single flight', () => {
  it('runs work once for callers that come while it runs', async () => {
    const flight = createSingleFlight<number>();
    let runs = 0;
    const work = async () => ++runs;
    expect(await Promise.all([flight.run('k', work), flight.run('k', work)])).toEqual([1, 1]);
    expect(await flight.run('k', work)).toBe(2);
  });

  it('keeps keys apart', async () => {
    const flight = createSingleFlight<string>();
    expect(await Promise.all([flight.run('a', async () => 'a'), flight.run('b', async () => 'b')])).toEqual(['a', 'b']);
  });

  it('hands a failure to everyone who waited, and starts afresh afterwards', async () => {
    const flight = createSingleFlight<string>();
    const failing = async () => Promise.reject(new Error('no'));
    const results = await Promise.allSettled([flight.run('k', failing), flight.run('k', failing)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(await flight.run('k', async () => 'yes')).toBe('yes');
  });

  it('does not join work that a frozen container left behind', async () => {
    let time = 0;
    const flight = createSingleFlight<string>(5_000, () => time);
    void flight.run('k', () => new Promise(() => undefined));
    time = 5_000;
    expect(await flight.run('k', async () => 'fresh')).toBe('fresh');
  });
});
