import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { validate } from '../../../schemas/generated/plugin-events-validator';
import { MOST_EVENTS } from '../../../schemas/plugin-events';
import { ServiceError, type Post } from '../service/post';
import { createTracker } from './tracker';

const link = { place: 'traits', scheme: 'https' } as const;
let post: ReturnType<typeof vi.fn<(path: string, fields: Record<string, string>) => Promise<object>>>;
beforeEach(() => {
  vi.useFakeTimers();
  post = vi.fn(() => Promise.resolve({}));
});
afterEach(() => vi.useRealTimers());

const tracker = () => createTracker(post as unknown as Post);
interface Sent {
  session: string;
  events: { event: string; id: string; age: number }[];
}
const sent = (): Sent[] =>
  post.mock.calls.map(([, { session, events }]) => ({
    session: session as string,
    events: JSON.parse(events as string) as Sent['events'],
  }));

describe('the tracker', () => {
  it('waits a while and sends what came together, as the contract has it, each under an id of its own', async () => {
    const { track } = tracker();
    track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(4_000);
    track('Masked Value Revealed', { source: 'traits', revision: null });
    expect(post).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(post).toHaveBeenCalledOnce();
    const [{ events }] = sent() as [Sent];
    expect(validate(events)).toBe(true);
    expect(events.map(({ event }) => event)).toEqual(['Link Opened', 'Masked Value Revealed']);
    expect(events[0]!.age - events[1]!.age).toBe(4_000);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  it('names the same visit in every request, and another one when Flex is loaded again', async () => {
    const first = tracker();
    first.track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(20_000);
    first.track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(20_000);
    tracker().track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(20_000);
    const sessions = sent().map(({ session }) => session);
    expect([sessions[0] === sessions[1], sessions[1] === sessions[2]]).toEqual([true, false]);
  });

  it('sends a full batch at once, never two requests beside one another, and forgets what is too much', async () => {
    let answer: () => void = () => undefined;
    post.mockImplementation(() => {
      return new Promise<object>((resolve) => {
        answer = () => resolve({});
      });
    });
    const { track } = tracker();
    for (let count = 0; count < 300; count += 1) track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(0);
    expect(post).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(post).toHaveBeenCalledOnce();
    for (let round = 0; round < 10; round += 1) {
      answer();
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(sent().map(({ events }) => events.length)).toEqual([MOST_EVENTS, MOST_EVENTS, MOST_EVENTS, MOST_EVENTS]);
  });

  it('loses what could not be sent, and goes on', async () => {
    post.mockRejectedValueOnce(new ServiceError('unreachable'));
    const { track } = tracker();
    track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(20_000);
    track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(20_000);
    const ids = sent().flatMap(({ events }) => events.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  });

  it.each(['not_configured', 'segment_refused', 'not_found', 'bad_request'] as const)(
    'sends no more once the service has said %s',
    async (code) => {
      post.mockRejectedValue(new ServiceError(code));
      const { track } = tracker();
      track('Link Opened', link);
      await vi.advanceTimersByTimeAsync(20_000);
      track('Link Opened', link);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(post).toHaveBeenCalledOnce();
    },
  );

  it('drops what is waiting when the agent logs out', async () => {
    const { track, stop } = tracker();
    track('Link Opened', link);
    stop();
    track('Link Opened', link);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(post).not.toHaveBeenCalled();
  });
});
