import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../display/json';
import { schemaDouble } from '../persona/testing/doubles';
import { ServiceError, type FailureCode } from '../service/post';
import { strings } from '../strings';
import { createFlex } from '../testing/flex-ui';
import { NOTICES } from './notices';
import { createNotifier } from './notifier';
import { UNREACHABLE_FOR_MS, watchPost } from './watchPost';
import { watchSchema } from './watchSchema';

let flex: ReturnType<typeof createFlex>;
let admin: boolean;
let now: number;
let answer: () => Promise<Json>;
beforeEach(() => {
  flex = createFlex();
  admin = false;
  now = 0;
  answer = () => Promise.resolve({});
});
afterEach(() => vi.restoreAllMocks());

const notifier = () => createNotifier(flex as never, () => admin);
const shown = () => flex.Notifications.shown.map(({ text }) => text);

/** A plugin that asks, with answers as the test has them. */
function asking() {
  const post = watchPost(
    () => answer(),
    notifier(),
    () => now,
  );
  return async (path = 'fetch-persona', signal?: AbortSignal) => post(path, {}, signal).catch(() => undefined);
}
const fails = (code: FailureCode, said?: string) => () => Promise.reject(new ServiceError(code, undefined, said));

describe('notices', () => {
  it('can all be closed, and stay until then unless they only pass by', () => {
    notifier();
    const registered = [...flex.Notifications.registered.values()];
    expect(registered).toHaveLength(Object.keys(NOTICES).length);
    for (const one of registered) expect(one.closeButton).toBe(true);
    expect(registered.filter(({ timeout }) => timeout !== 0).map(({ id }) => id)).toEqual([
      'customer-context-published',
    ]);
  });

  it('that are for admins are not said to others', () => {
    const { say } = notifier();
    say('notPublished', 'No.');
    expect(shown()).toEqual([]);
    admin = true;
    say('notPublished', 'No.');
    expect(shown()).toEqual([strings.noticeNotPublished('No.')]);
  });

  it('that Flex can’t show take nothing else down', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const broken = createNotifier({} as never, () => true);
    expect(() => {
      broken.say('unreachable');
      broken.over('unreachable');
    }).not.toThrow();
    expect(error).toHaveBeenCalled();
  });
});

describe('a service that does not answer', () => {
  it('is told of after some minutes, once, however many tasks ask; and again only after it was back', async () => {
    const ask = asking();
    answer = fails('unreachable');
    for (let task = 0; task < 5; task += 1) await ask();
    expect(shown()).toEqual([]);
    now += UNREACHABLE_FOR_MS;
    for (let task = 0; task < 5; task += 1) await ask();
    expect(shown()).toEqual([strings.noticeUnreachable]);
    answer = () => Promise.resolve({});
    await ask('display-schema');
    expect(shown()).toEqual([]);
    answer = fails('unreachable');
    await ask();
    now += UNREACHABLE_FOR_MS;
    await ask();
    expect(flex.Notifications.history).toHaveLength(2);
  });

  it('answers when it refuses', async () => {
    const ask = asking();
    answer = fails('unreachable');
    await ask();
    now += UNREACHABLE_FOR_MS / 2;
    answer = fails('rate_limited');
    await ask();
    now += UNREACHABLE_FOR_MS / 2;
    answer = fails('unreachable');
    await ask();
    expect(shown()).toEqual([]);
  });

  it('is not blamed while the browser is offline, nor for what was called off', async () => {
    const ask = asking();
    answer = fails('unreachable');
    const offline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await ask();
    now += UNREACHABLE_FOR_MS;
    await ask();
    offline.mockReturnValue(true);
    const controller = new AbortController();
    controller.abort();
    await ask('fetch-persona', controller.signal);
    now += UNREACHABLE_FOR_MS;
    await ask('fetch-persona', controller.signal);
    expect(shown()).toEqual([]);
  });
});

describe('a refused session', () => {
  it.each(['token_invalid', 'token_missing', 'not_an_agent'] as const)(
    'is told of when it is refused twice in a row: %s',
    async (code) => {
      const ask = asking();
      answer = fails(code);
      await ask();
      answer = () => Promise.resolve({});
      await ask();
      answer = fails(code);
      await ask();
      expect(shown()).toEqual([]);
      await ask();
      await ask();
      expect(shown()).toEqual([strings.noticeSessionRefused]);
    },
  );
});

describe('functions that are not set up', () => {
  it('are told of to admins, with what the service says, until Segment is asked with success', async () => {
    const ask = asking();
    answer = fails('not_configured', 'SEGMENT_SPACE_ID is not set.');
    await ask();
    expect(shown()).toEqual([]);
    admin = true;
    await ask();
    await ask();
    expect(shown()).toEqual([strings.noticeNotConfigured('SEGMENT_SPACE_ID is not set.')]);
    answer = () => Promise.resolve({});
    await ask('display-schema');
    expect(shown()).toHaveLength(1);
    await ask('fetch-persona');
    expect(shown()).toEqual([]);
  });
});

describe('a published document that can’t be used', () => {
  it('is told of to admins, until another one is there', () => {
    admin = true;
    const schema = schemaDouble();
    watchSchema(schema.store, notifier());
    expect(shown()).toEqual([]);
    schema.become({ unusable: true, revision: 4 });
    schema.become({ unusable: true, revision: 4 });
    expect(shown()).toEqual([strings.noticeSchemaUnusable('4')]);
    schema.become({ unusable: false, revision: 5 });
    expect(shown()).toEqual([]);
  });
});
