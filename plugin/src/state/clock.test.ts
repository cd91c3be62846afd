import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from './clock';

describe('clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('wakes each once, at its moment, with one timer for all', () => {
    const clock = createClock();
    const early = vi.fn();
    const late = vi.fn();
    clock.at(1_000_000 + 60_000, late);
    clock.at(1_000_000 + 5_000, early);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(5_000);
    expect([early.mock.calls.length, late.mock.calls.length]).toEqual([1, 0]);
    vi.advanceTimersByTime(120_000);
    expect([early.mock.calls.length, late.mock.calls.length]).toEqual([1, 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not wake who called it off', () => {
    const clock = createClock();
    const wake = vi.fn();
    clock.at(1_005_000, wake)();
    vi.advanceTimersByTime(60_000);
    expect(wake).not.toHaveBeenCalled();
  });

  it('takes moments that lie behind, or beyond what a timer can wait for', () => {
    const clock = createClock();
    const past = vi.fn();
    const far = vi.fn();
    clock.at(1, past);
    clock.at(1_000_000 + 40 * 24 * 3_600_000, far);
    vi.advanceTimersByTime(2_000);
    expect(past).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(39 * 24 * 3_600_000);
    expect(far).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2 * 24 * 3_600_000);
    expect(far).toHaveBeenCalledOnce();
  });
});
