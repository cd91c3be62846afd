import { QueryClient } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../../display/json';
import { createPost } from '../service/post';
import { createPersonaStore, type PersonaStore } from './personaStore';
import { event, eventsAnswer, fakeFetch, NOW, persona, refusal, schemaDouble } from './testing/doubles';

type Answer = Parameters<typeof fakeFetch>[0];

describe('persona store', () => {
  let client: QueryClient;
  let store: PersonaStore;
  let schema: ReturnType<typeof schemaDouble>;
  let asked: Record<string, string>[];
  let signals: AbortSignal[];

  const open = (answer: Answer, document = schemaDouble()): void => {
    const network = fakeFetch(answer);
    ({ asked, signals } = network);
    vi.stubGlobal('fetch', network.fetch);
    schema = document;
    client = new QueryClient();
    client.mount();
    store = createPersonaStore(
      client,
      createPost('/f', () => 'token'),
      schema.store,
    );
  };
  const task = (attributes: JsonObject = { userId: 'u-1' }, sid = 'WR1', taskSid = 'WT1') => ({
    sid,
    taskSid,
    attributes,
  });
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  const traitsNow = (of = task()) => store.of(of)?.traits.get();

  beforeEach(() => void vi.useFakeTimers({ now: NOW }));
  afterEach(() => {
    store.clear();
    client.clear();
    client.unmount();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('asks once for a task, by its SID, and for traits alone', async () => {
    open(() => ({ body: persona() }));
    expect(traitsNow()).toEqual({ is: 'loading' });
    await settle();
    expect(traitsNow()).toMatchObject({ is: 'ready', data: { traits: { plan: 'gold' }, fetchedAt: NOW } });
    await settle(30 * 60_000);
    expect(asked).toEqual([{ Token: 'token', taskSid: 'WT1', include: 'traits' }]);
  });

  it('asks for events when somebody first looks at them', async () => {
    open(({ include }) => ({ body: include === 'events' ? eventsAnswer([]) : persona() }));
    const one = store.of(task());
    await settle();
    expect(one?.openedEvents.get()).toBeUndefined();
    one?.events();
    one?.events();
    await settle();
    expect(asked.map(({ include }) => include)).toEqual(['traits', 'events']);
  });

  it('drops a late answer: the task has ended, and nothing of it stays', async () => {
    let answer: ((value: { body: unknown }) => void) | undefined;
    open(() => new Promise((resolve) => (answer = resolve)));
    const known = store.of(task());
    await settle();
    store.forget('WR1');
    expect(signals[0]?.aborted).toBe(true);
    answer?.({ body: persona() });
    await settle();
    expect(known?.traits.get()).toEqual({ is: 'loading' });
    expect(client.getQueryCache().getAll()).toEqual([]);
    expect(store.of(task())).toBeUndefined();
  });

  it('drops a customer as soon as the task says that it is another one', async () => {
    const answers: ((value: { body: unknown }) => void)[] = [];
    open(() => new Promise((resolve) => answers.push(resolve)));
    store.of(task({ userId: 'u-1' }));
    await settle();
    const other = store.of(task({ userId: 'u-2' }));
    await settle();
    answers[0]?.({ body: persona({ traits: { first_name: 'Ana' } }) });
    answers[1]?.({ body: persona({ traits: { first_name: 'Ben' } }) });
    await settle();
    expect(other?.traits.get()).toMatchObject({ data: { traits: { first_name: 'Ben' } } });
    expect(signals[0]?.aborted).toBe(true);
    expect(client.getQueryCache().getAll()).toHaveLength(1);
  });

  it('keeps tasks apart', async () => {
    open(({ taskSid }) => ({ body: persona({ traits: { of: taskSid ?? '' } }) }));
    store.of(task());
    const other = task({ userId: 'u-1' }, 'WR2', 'WT2');
    store.of(other);
    await settle();
    expect(traitsNow()).toMatchObject({ data: { traits: { of: 'WT1' } } });
    expect(traitsNow(other)).toMatchObject({ data: { traits: { of: 'WT2' } } });
  });

  it('asks again when the context changes, since another layout may hold, and shows the old answer meanwhile', async () => {
    open(() => ({ body: persona() }));
    store.of(task({ userId: 'u-1', context: { intent: 'a' } }));
    await settle();
    const changed = task({ userId: 'u-1', context: { intent: 'b' } });
    store.of(changed);
    store.seen(changed);
    store.seen(changed);
    expect(traitsNow(changed)).toMatchObject({ is: 'ready', busy: true });
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('is empty after log-out and asks for nothing any more', async () => {
    open(() => ({ body: persona() }));
    store.of(task());
    await settle();
    store.clear();
    expect(client.getQueryCache().getAll()).toEqual([]);
    expect(store.of(task())).toBeUndefined();
    await settle(60 * 60_000);
    expect(asked).toHaveLength(1);
  });

  it('never shows an answer of another revision, and asks until both are the same', async () => {
    let revision = 4;
    open(() => ({ body: persona({ revision }) }));
    store.of(task());
    await settle();
    expect(traitsNow()).toEqual({ is: 'loading' });
    expect(schema.seen).toEqual([4]);
    await settle(5_000);
    expect(asked).toHaveLength(2);
    schema.become({ revision: 4 });
    expect(traitsNow()).toMatchObject({ is: 'ready', data: { revision: 4 } });
    revision = 5;
    schema.become({ revision: 5 });
    expect(traitsNow()).toEqual({ is: 'loading' });
    await settle();
    expect(traitsNow()).toMatchObject({ is: 'ready', data: { revision: 5 } });
    const before = asked.length;
    await settle(60 * 60_000);
    expect(asked).toHaveLength(before);
  });

  it('says that there is trouble when both do not become the same, and asks on', async () => {
    let revision = 2;
    open(() => ({ body: persona({ revision }) }));
    traitsNow();
    await settle(20_000);
    expect(traitsNow()).toMatchObject({ is: 'loading' });
    await settle(60_000);
    expect(traitsNow()).toMatchObject({ is: 'failed', trouble: { code: 'internal' } });
    revision = 3;
    await settle(90_000);
    expect(traitsNow()).toMatchObject({ is: 'ready', data: { revision: 3 } });
  });

  it('never shows an answer together with another revision, not even to who hears of that one first', async () => {
    const document = schemaDouble();
    const heard: unknown[] = [];
    document.store.subscribe(() => heard.push(traitsNow(), store.of(task())?.events().get()));
    open(({ include }) => ({ body: include === 'events' ? eventsAnswer([]) : persona() }), document);
    store.of(task())?.events();
    await settle();
    expect(traitsNow()).toMatchObject({ is: 'ready' });
    schema.become({ revision: 4 });
    expect(heard).toEqual([{ is: 'loading' }, { is: 'loading' }]);
  });

  it('waits for the first display schema without asking twice', async () => {
    open(() => ({ body: persona() }));
    schema.become({ pending: true, revision: null });
    store.of(task());
    await settle();
    expect(traitsNow()).toEqual({ is: 'loading' });
    schema.become({ pending: false, revision: 3 });
    expect(traitsNow()).toMatchObject({ is: 'ready' });
    await settle(60_000);
    expect(asked).toHaveLength(1);
  });

  it('waits as long as the service says when there were too many requests, then asks by itself', async () => {
    let limited = true;
    open(() => (limited ? refusal(429, 'rate_limited', 12) : { body: persona() }));
    store.of(task());
    await settle();
    const state = traitsNow();
    expect(state).toMatchObject({ is: 'failed', trouble: { code: 'rate_limited' } });
    const retryAt = state?.is === 'failed' ? (state.trouble.retryAt ?? 0) : 0;
    expect(retryAt).toBeGreaterThanOrEqual(NOW + 12_000);
    limited = false;
    await settle(11_999);
    expect(asked).toHaveLength(1);
    await settle(retryAt - Date.now());
    expect(traitsNow()).toMatchObject({ is: 'ready' });
    expect(asked).toHaveLength(2);
  });

  it('keeps asking through any number of refusals for too many requests', async () => {
    open(() => refusal(429, 'rate_limited', 10));
    store.of(task());
    await settle(3 * 60_000);
    expect(asked.length).toBeGreaterThan(10);
    expect(traitsNow()).toMatchObject({ is: 'failed', trouble: { code: 'rate_limited' } });
  });

  it.each([
    [401, 'token_invalid'],
    [403, 'not_your_task'],
    [404, 'no_user_id'],
    [502, 'segment_refused'],
    [503, 'not_configured'],
  ])('does not ask again after %i %s', async (status, code) => {
    open(() => refusal(status, code));
    store.of(task());
    await settle(10 * 60_000);
    expect(traitsNow()).toMatchObject({ is: 'failed', trouble: { code } });
    expect(asked).toHaveLength(1);
  });

  it('tries three times when the service is down, and then every minute', async () => {
    open(() => refusal(502, 'segment_unavailable'));
    store.of(task());
    await settle(10_000);
    expect(traitsNow()).toMatchObject({ is: 'failed', trouble: { code: 'segment_unavailable' } });
    expect(asked).toHaveLength(3);
    await settle(60_000);
    expect(asked.length).toBeGreaterThan(3);
  });

  it('keeps what is here when newer data can’t be had, and says so', async () => {
    let down = false;
    open(() => (down ? refusal(504, 'timeout') : { body: persona() }));
    store.of(task());
    await settle();
    down = true;
    store.of(task())?.refresh();
    await settle(10_000);
    expect(traitsNow()).toMatchObject({ is: 'stale', trouble: { code: 'timeout' }, data: { fetchedAt: NOW } });
  });

  it('takes away what is here when the worker may no longer see it', async () => {
    let allowed = true;
    open(() => (allowed ? { body: persona() } : refusal(403, 'not_your_task')));
    store.of(task());
    await settle();
    allowed = false;
    store.of(task())?.refresh();
    await settle();
    expect(traitsNow()).toMatchObject({ is: 'failed', trouble: { code: 'not_your_task' } });
  });

  it('asks Segment itself when the agent refreshes', async () => {
    open(() => ({ body: persona() }));
    store.of(task());
    await settle();
    store.of(task())?.refresh();
    await settle();
    expect(asked[1]).toMatchObject({ refresh: 'true' });
  });

  it('takes an answer of another shape for none', async () => {
    open(() => ({ body: { traits: { plan: 'gold' } } }));
    store.of(task());
    await settle(10_000);
    expect(traitsNow()).toMatchObject({ is: 'failed', trouble: { code: 'unreachable' } });
  });

  it('is offline while the browser is, and goes on by itself', async () => {
    open(() => ({ body: persona() }));
    window.dispatchEvent(new Event('offline'));
    store.of(task());
    await settle();
    expect(traitsNow()).toMatchObject({ is: 'failed', trouble: { code: 'offline' } });
    expect(asked).toHaveLength(0);
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(traitsNow()).toMatchObject({ is: 'ready' });
  });

  describe('marks', () => {
    it('show what changed in traits, and nothing when another layout sends other traits', async () => {
      let answer = persona();
      open(() => ({ body: answer }));
      store.of(task());
      const marks = () => {
        const state = traitsNow();
        return [...store.marksOf('WR1', state?.is === 'ready' ? state.data : undefined)];
      };
      expect(marks()).toEqual([]);
      await settle();
      expect(marks()).toEqual([]);
      answer = persona({ traits: { first_name: 'Ana', plan: 'silver' } });
      store.of(task())?.refresh();
      await settle();
      expect(marks()).toContain('/plan');
      answer = persona({ layout: 'Other', traits: { email: 'ana@example.com' } });
      store.of(task())?.refresh();
      await settle();
      expect(marks()).toEqual([]);
    });
  });

  describe('older events', () => {
    const first = [event('m3', 'A', '2026-11-23T12:00:00Z'), event('m2', 'A', '2026-11-23T11:00:00Z')];
    const older = [event('m1', 'A', '2026-11-22T11:00:00Z')];
    const page = (more: object = {}) => ({
      body: {
        revision: 3,
        layout: null,
        events: { items: older, cursor: null },
        fetchedAt: new Date(NOW).toISOString(),
        ...more,
      },
    });
    const ids = () => {
      const state = store.of(task())?.events().get();
      return state !== undefined && 'data' in state ? state.data.items.map(({ id }) => id) : [];
    };

    it('are added below, by cursor, once', async () => {
      open(({ cursor, include }) =>
        cursor === 'c1' ? page() : { body: include === 'events' ? eventsAnswer(first, 'c1') : persona() },
      );
      store.of(task())?.events();
      await settle();
      store.of(task())?.more.load();
      store.of(task())?.more.load();
      await settle();
      expect(ids()).toEqual(['m3', 'm2', 'm1']);
      expect(asked.filter(({ cursor }) => cursor !== undefined)).toHaveLength(1);
    });

    it('stay when a refresh brings newer ones that reach back to them', async () => {
      let items = first;
      open(({ cursor, include }) =>
        cursor === 'c1' ? page() : { body: include === 'events' ? eventsAnswer(items, 'c1') : persona() },
      );
      store.of(task())?.events();
      await settle();
      store.of(task())?.more.load();
      await settle();
      items = [event('m4', 'B', '2026-11-23T13:00:00Z'), first[0]!];
      store.of(task())?.refresh();
      await settle();
      expect(ids()).toEqual(['m4', 'm3', 'm2', 'm1']);
    });

    it('of another revision are dropped, and the first page is asked for anew', async () => {
      open(({ cursor, include }) =>
        cursor === 'c1'
          ? page({ revision: 4 })
          : { body: include === 'events' ? eventsAnswer(first, 'c1') : persona() },
      );
      store.of(task())?.events();
      await settle();
      store.of(task())?.more.load();
      await settle();
      expect(ids()).toEqual(['m3', 'm2']);
      expect(asked.filter(({ include }) => include === 'events')).toHaveLength(2);
    });
  });

  it('does not give out a revealed value of another revision', async () => {
    open(({ reveal }) =>
      reveal === undefined ? { body: persona() } : { body: { revision: 4, pointer: reveal, value: '4242' } },
    );
    const one = store.of(task());
    await settle();
    await expect(one?.reveal('/card', new AbortController().signal)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
