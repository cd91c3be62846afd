import { describe, expect, it } from 'vitest';
import { parseRetryAfter, retry } from './retry';

describe('retry', () => {
  const clock = (random = 1) => {
    const state = { time: 0, waits: [] as number[] };
    return {
      state,
      clock: {
        now: () => state.time,
        random: () => random,
        sleep: async (ms: number) => {
          state.waits.push(ms);
          state.time += ms;
        },
      },
    };
  };

  it('waits longer each time, at most the doubled base', async () => {
    const { state, clock: c } = clock();
    const failing = async () => Promise.reject(new Error('no'));
    const policy = { retries: 3, base: 100, deadline: 10_000 };
    await expect(retry(failing, () => ({ retryable: true }), policy, c)).rejects.toThrow('no');
    expect(state.waits).toEqual([100, 200, 400]);
  });

  it('spreads waits down to nothing', async () => {
    const { state, clock: c } = clock(0);
    let calls = 0;
    const second = async () => (++calls === 2 ? 'yes' : Promise.reject(new Error('no')));
    expect(await retry(second, () => ({ retryable: true }), { retries: 1, base: 100, deadline: 1 }, c)).toBe('yes');
    expect(state.waits).toEqual([0]);
  });

  it('does not repeat a final failure', async () => {
    const { clock: c } = clock();
    let calls = 0;
    const failing = async () => {
      calls += 1;
      throw new Error('final');
    };
    const policy = { retries: 3, base: 1, deadline: 10_000 };
    await expect(retry(failing, () => ({ retryable: false }), policy, c)).rejects.toThrow('final');
    expect(calls).toBe(1);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('Mon, 23 Nov 2026 12:00:00 GMT');
  it.each([
    [null, undefined],
    ['', undefined],
    ['3', 3_000],
    ['0', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['999999999', 3_600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
    ['Mon, 23 Nov 2026 12:00:07 GMT', 7_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['99999999999999', undefined],
  ])('%j is %j ms', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
