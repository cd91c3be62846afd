import { QueryClient } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../display/json';
import { ServiceError, type Post } from '../service/post';
import { createSchemaStore, type SchemaStore } from './schemaStore';

describe('schema store', () => {
  let client: QueryClient;
  let store: SchemaStore;
  const post = vi.fn<Post>();
  const published = (revision: number, document: Json = { version: 1 }): Json => ({
    status: 'published',
    revision,
    document,
  });
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  const open = async () => {
    client = new QueryClient();
    client.mount();
    store = createSchemaStore(client, post);
    await settle();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    post.mockReset();
  });
  afterEach(() => {
    store.stop();
    client.clear();
    client.unmount();
    vi.useRealTimers();
  });

  it('asks once at log-in and has the document from then on', async () => {
    post.mockResolvedValue(published(3));
    await open();
    expect(store.get()).toMatchObject({ revision: 3, pending: false, unusable: false, failure: undefined });
    expect(store.get().compiled?.usable).toBe(true);
    expect(post).toHaveBeenCalledOnce();
    expect(post).toHaveBeenCalledWith('display-schema', {}, expect.anything());
  });

  it('shows everything when nothing was ever published', async () => {
    post.mockResolvedValue({ status: 'none' });
    await open();
    expect(store.get()).toMatchObject({ compiled: null, revision: null });
  });

  it('never takes a failed read for "nothing was published"', async () => {
    post.mockRejectedValue(new ServiceError('schema_unavailable'));
    await open();
    await settle(10_000);
    expect(store.get().compiled?.usable).toBe(false);
    expect(store.get().failure).toBe('schema_unavailable');
  });

  it('is worth waiting for at first, but not for long', async () => {
    post.mockReturnValue(new Promise(() => undefined));
    await open();
    expect(store.get().pending).toBe(true);
    await settle(2000);
    expect(store.get()).toMatchObject({ pending: false, failure: undefined });
    expect(store.get().compiled?.usable).toBe(false);
  });

  it('asks again every four and a half minutes, give or take a tenth, with the revision it has', async () => {
    post.mockResolvedValueOnce(published(3)).mockResolvedValue({ status: 'unchanged', revision: 3 });
    await open();
    const { compiled } = store.get();
    await settle(243_000 - 1000);
    expect(post).toHaveBeenCalledTimes(1);
    await settle(54_000 + 2000);
    expect(post).toHaveBeenCalledTimes(2);
    expect(post).toHaveBeenLastCalledWith('display-schema', { revision: '3' }, expect.anything());
    expect(store.get().compiled).toBe(compiled);
  });

  it('has a new revision within six minutes, however unlucky its questions fall and however slow the answers are', async () => {
    const MEMORY_MS = 30_000;
    const SLOWEST_ANSWER_MS = 12_000;
    vi.spyOn(Math, 'random').mockReturnValue(1 - Number.EPSILON);
    let publishedAt = Infinity;
    post.mockImplementation(async () => {
      const answer = published(Date.now() < publishedAt + MEMORY_MS ? 3 : 4);
      await new Promise((resolve) => setTimeout(resolve, SLOWEST_ANSWER_MS));
      return answer;
    });
    await open();
    await settle(SLOWEST_ANSWER_MS);
    const asked = post.mock.calls.length;
    while (post.mock.calls.length === asked) await settle(1000);
    // This question met an index that the container remembers for another moment only.
    publishedAt = Date.now() - MEMORY_MS + 1000;
    while (store.get().revision !== 4) await settle(1000);
    expect(Date.now() - publishedAt).toBeLessThanOrEqual(6 * 60_000);
    vi.restoreAllMocks();
  });

  it('does not ask while the page is hidden, and asks at once afterwards if its turn has come meanwhile', async () => {
    post.mockResolvedValue(published(3));
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const visibility = vi.spyOn(document, 'visibilityState', 'get');
    const look = (state: DocumentVisibilityState) => {
      visibility.mockReturnValue(state);
      window.dispatchEvent(new Event('visibilitychange'));
    };
    await open();
    look('hidden');
    await settle(243_000 + 1000);
    expect(post).toHaveBeenCalledTimes(1);
    look('visible');
    await settle();
    expect(post).toHaveBeenCalledTimes(2);
    look('hidden');
    await settle(20 * 60_000);
    expect(post).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
  });

  it('keeps the last good document through failures, and reports them', async () => {
    post.mockResolvedValueOnce(published(3)).mockRejectedValue(new ServiceError('unreachable'));
    await open();
    const { compiled } = store.get();
    await settle(8 * 60_000);
    expect(store.get()).toMatchObject({ revision: 3, failure: 'unreachable' });
    expect(store.get().compiled).toBe(compiled);
  });

  it('asks at once when a newer revision was seen elsewhere, and not for an older one', async () => {
    post.mockResolvedValueOnce(published(3)).mockResolvedValue(published(4));
    await open();
    store.seenRevision({ revision: 2 });
    store.seenRevision({ revision: null });
    store.seenRevision({ revision: 3 });
    await settle();
    expect(post).toHaveBeenCalledTimes(1);
    const told = vi.fn();
    store.subscribe(told);
    store.seenRevision({ revision: 4 });
    store.seenRevision({ revision: 4 });
    await settle();
    expect(post).toHaveBeenCalledTimes(2);
    expect(store.get().revision).toBe(4);
    expect(told).toHaveBeenCalled();
  });

  it('asks again for a publication of the same number with another id, and says which one it has', async () => {
    post.mockResolvedValueOnce({ ...(published(3) as object), revisionId: '00000000000000aa' });
    post.mockResolvedValue({ ...(published(3) as object), revisionId: '00000000000000bb' });
    await open();
    store.seenRevision({ revision: 3, revisionId: '00000000000000aa' });
    await settle();
    expect(post).toHaveBeenCalledTimes(1);
    store.seenRevision({ revision: 3, revisionId: '00000000000000bb' });
    await settle();
    const known = { revision: '3', revisionId: '00000000000000aa' };
    expect(post).toHaveBeenLastCalledWith('display-schema', known, expect.anything());
    expect(store.get()).toMatchObject({ revision: 3, revisionId: '00000000000000bb' });
  });

  it('reads what newer functions say, unknown properties and all', async () => {
    post.mockResolvedValue({ ...(published(3) as object), validUntil: '2030-01-01' });
    await open();
    expect(store.get()).toMatchObject({ revision: 3, failure: undefined });
  });

  it('tells a listener once per change, even one that subscribes anew when it is told', async () => {
    post.mockResolvedValueOnce(published(3)).mockResolvedValue(published(4));
    await open();
    let told = 0;
    const listen = (): void => {
      const unsubscribe = store.subscribe(() => {
        if (++told > 100) throw new Error('endless');
        unsubscribe();
        listen();
      });
    };
    listen();
    store.refresh();
    await settle();
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(10);
  });

  it.each([
    ['has errors', { version: 1, context: 7 }],
    ['is of a newer version', { version: 99 }],
    ['is no object', 'hello'],
  ])('uses a document whole or not at all: one that %s is unusable', async (_what, document) => {
    post.mockResolvedValue(published(5, document));
    await open();
    expect(store.get()).toMatchObject({ revision: 5, unusable: true });
    expect(store.get().compiled?.usable).toBe(false);
  });

  it('takes an answer of another shape for a failure', async () => {
    post.mockResolvedValue({ status: 'published' });
    await open();
    await settle(10_000);
    expect(store.get().failure).toBe('unreachable');
  });
});
