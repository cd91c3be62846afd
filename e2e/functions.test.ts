import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../display/json';
import { AUTH_TOKEN, OTHER_WORKER_SID } from '../sandbox/account';
import { segmentExtension } from '../sandbox/segment/extension';
import type { Weather } from '../sandbox/segment/weather';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/sandbox';
import { TOKENS, type TokenName } from '../sandbox/tokens';
import { buildFunctions } from '../scripts/build/functions';
import { signPost } from '../service/twilio/signature';

/** The built functions in Twilio's own local runtime, against the doubles of Twilio and Segment; no browser. */

const segment = segmentExtension();
let folder: string;
let sandbox: TestSandbox;

beforeAll(async () => {
  // Functions write a line for each request, as they do in Twilio's debugger.
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'functions-test-'));
  await buildFunctions({ outDir: join(folder, 'functions') });
  sandbox = await startTestSandbox({ functionsDir: join(folder, 'functions'), extensions: [segment] });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  sandbox.control.reset({ empty: true });
  segment.segment.settings.applyDelayMs = 0;
});

const at = (path: string) => `${sandbox.url}/_functions/${path}`;

interface Answer {
  status: number;
  /** An answer of any route; tests look into what theirs has. */
  body: {
    error: { code: string; requestId: string };
    traits: Record<string, unknown>;
    [key: string]: unknown;
  };
}

async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(at(path), { method: 'POST', body: new URLSearchParams(fields), headers });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text.startsWith('{') ? text : '{}') as Answer['body'] };
}
const signed = (path: string, fields: Record<string, string>) =>
  post(path, fields, { 'X-Twilio-Signature': signPost(at(path), fields, AUTH_TOKEN) });
const taskOf = (attributes: JsonObject, reservation: 'pending' | 'accepted' | 'wrapping' = 'accepted') =>
  sandbox.control.createTask({ attributes, reservation }).sid;
const persona = (taskSid: string, fields: Record<string, string> = {}, name: TokenName = 'agent') =>
  post('fetch-persona', { Token: TOKENS[name].token, taskSid, ...fields });
const publish = (document: unknown) => sandbox.control.publish(JSON.stringify(document));
const storm = (weather: Weather) => segment.segment.weather.set('all', weather);

/** A customer of the double, with all traits. */
function someone(traits: (count: number) => boolean = () => true) {
  const found = segment.segment
    .profiles('us')
    .users()
    .find((profile) => traits(profile.traits.size) && profile.events.length > 0);
  const userId = found?.ids.find(({ type }) => type === 'user_id')?.id;
  if (found === undefined || userId === undefined) throw new Error('There is no such customer.');
  return { userId, traits: Object.fromEntries([...found.traits].map(([key, { value }]) => [key, value])) };
}

const tokens: [TokenName, number, string | undefined][] = [
  ['agent', 200, undefined],
  ['supervisor', 200, undefined],
  ['admin', 200, undefined],
  ['guest', 403, 'not_an_agent'],
  ['expired', 401, 'token_invalid'],
  ['otherAccount', 401, 'token_invalid'],
];

describe('display-schema', () => {
  it.each(tokens)('answers the token of %s with %d', async (name, status, code) => {
    publish({ version: 1 });
    const answer = await post('display-schema', { Token: TOKENS[name].token });
    expect(answer.status).toBe(status);
    if (code === undefined) expect(answer.body).toMatchObject({ status: 'published', document: { version: 1 } });
    else expect(answer.body.error.code).toBe(code);
  });

  it('tells nothing published, published, unchanged and unreadable apart', async () => {
    const ask = (fields: Record<string, string> = {}) =>
      post('display-schema', { Token: TOKENS.agent.token, ...fields });
    expect((await ask()).body).toEqual({ status: 'none' });
    const revision = publish({ version: 1 });
    expect((await ask()).body).toMatchObject({ status: 'published', revision });
    expect((await ask({ revision: String(revision) })).body).toEqual({ status: 'unchanged', revision });
    sandbox.control.makeSchemaUnreadable();
    expect((await ask()).body.error.code).toBe('schema_unavailable');
  });
});

describe('fetch-persona', () => {
  it('shows all traits while nothing was ever published, however many pages they take', async () => {
    const { userId, traits } = someone((count) => count > 400);
    const { status, body } = await persona(taskOf({ userId }));
    expect([status, body['found'], body['revision'], body['partial']]).toEqual([200, true, null, {}]);
    expect(body.traits).toEqual(traits);
  });

  it('sends only what the document shows', async () => {
    const { userId, traits } = someone();
    const revision = publish({ version: 1, traits: { sections: [{ fields: [{ key: 'first_name' }] }] } });
    const { body } = await persona(taskOf({ userId }));
    expect(body).toMatchObject({ revision, masked: {}, partial: {} });
    expect(body.traits).toEqual({ first_name: traits['first_name'] });
  });

  it('sends nothing when the document can’t be read or used', async () => {
    const task = taskOf({ userId: someone().userId });
    publish({ version: 99 });
    expect((await persona(task)).body.error.code).toBe('schema_unavailable');
    sandbox.control.makeSchemaUnreadable();
    expect((await persona(task)).body.error.code).toBe('schema_unavailable');
  });

  it.each(tokens)('answers the token of %s with %d', async (name, status, code) => {
    const answer = await persona(taskOf({ userId: someone().userId }), {}, name);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.body.error.code).toBe(code);
  });

  it.each(['pending', 'accepted', 'wrapping'] as const)('lets an agent look whose reservation is %s', async (state) => {
    expect((await persona(taskOf({ userId: someone().userId }, state))).status).toBe(200);
  });

  it.each(['rejected', 'timeout', 'canceled', 'rescinded'] as const)(
    'does not let an agent look whose reservation is %s',
    async (state) => {
      const task = taskOf({ userId: someone().userId }, 'pending');
      sandbox.control.setReservation(task, state);
      expect((await persona(task)).body.error.code).toBe('not_your_task');
    },
  );

  it('does not let an agent look once the task is completed', async () => {
    const task = taskOf({ userId: someone().userId }, 'wrapping');
    expect((await persona(task)).status).toBe(200);
    sandbox.control.setReservation(task, 'completed');
    expect((await persona(task)).body.error.code).toBe('not_your_task');
  });

  it('lets no agent, but every supervisor, look at a task of another’s, or of nobody’s', async () => {
    const attributes = { userId: someone().userId };
    const others = sandbox.control.createTask({ attributes, workerSid: OTHER_WORKER_SID }).sid;
    const nobodys = sandbox.control.createTask({ attributes, workerSid: null }).sid;
    for (const task of [others, nobodys]) {
      expect((await persona(task)).body.error.code).toBe('not_your_task');
      expect((await persona(task, {}, 'supervisor')).status).toBe(200);
      expect((await persona(task, {}, 'admin')).status).toBe(200);
    }
    expect((await persona(others, {}, 'otherAgent')).status).toBe(200);
  });

  it('does not know a task that is not there', async () => {
    const answer = await persona(`WT${'0'.repeat(32)}`);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'task_not_found']);
  });

  it('reads all events page by page, without address or browser', async () => {
    publish({ version: 1 });
    const profile = segment.segment
      .profiles('us')
      .users()
      .reduce((most, one) => (one.events.length > most.events.length ? one : most));
    const task = taskOf({ userId: profile.ids.find(({ type }) => type === 'user_id')!.id });
    let page = (await persona(task, { include: 'events' })).body['events'] as {
      items: object[];
      cursor: string | null;
    };
    const items = [...page.items];
    for (let turns = 0; page.cursor !== null && turns < 20; turns += 1) {
      page = (await persona(task, { cursor: page.cursor })).body['events'] as typeof page;
      items.push(...page.items);
    }
    expect(items.length).toBeGreaterThan(100);
    expect(new Set(items.map((item) => (item as { id: string }).id)).size).toBe(items.length);
    expect(Object.keys(items[0]!).sort()).toEqual(['id', 'name', 'properties', 'timestamp']);
  });

  it('reveals a masked trait to the role that may see it', async () => {
    const { userId, traits } = someone();
    publish({
      version: 1,
      traits: { sections: [{ fields: [{ key: 'email', mask: { reveal: ['supervisor'] } }] }] },
    });
    const task = taskOf({ userId });
    const masked = (await persona(task)).body;
    expect(JSON.stringify(masked)).not.toContain(traits['email']);
    expect(Object.keys(masked['masked'] as object)).toEqual(['/email']);
    expect((await persona(task, { reveal: '/email' })).body.error.code).toBe('reveal_not_allowed');
    const revealed = await persona(task, { reveal: '/email' }, 'supervisor');
    expect(revealed.body).toMatchObject({ pointer: '/email', value: traits['email'] });
  });

  it('lets an admin, and nobody else, preview what the document hides', async () => {
    const { userId, traits } = someone();
    publish({ version: 1, traits: { rest: 'hide' } });
    const sample = { purpose: 'preview', idType: 'user_id', identifier: userId };
    const answer = await post('fetch-persona', { Token: TOKENS.admin.token, ...sample });
    expect(answer.body.traits).toEqual(traits);
    for (const name of ['agent', 'supervisor'] as const) {
      expect((await post('fetch-persona', { Token: TOKENS[name].token, ...sample })).body.error.code).toBe(
        'not_an_admin',
      );
    }
  });

  const weather: [Weather, string][] = [
    [{ kind: 'limited', retryAfter: 30 }, 'rate_limited'],
    [{ kind: 'down', status: 500 }, 'segment_unavailable'],
    [{ kind: 'down', status: 503 }, 'segment_unavailable'],
    [{ kind: 'cut', at: 'start' }, 'segment_unavailable'],
    [{ kind: 'cut', at: 'middle' }, 'segment_unavailable'],
    [{ kind: 'broken' }, 'segment_unavailable'],
    [{ kind: 'huge', megabytes: 6 }, 'segment_unavailable'],
    [{ kind: 'redirect', to: 'http://127.0.0.1:9/' }, 'segment_unavailable'],
  ];
  it.each(weather)('says what is wrong with Segment: %j', async (kind, code) => {
    const task = taskOf({ userId: someone().userId });
    storm(kind);
    expect((await persona(task)).body.error.code).toBe(code);
    segment.segment.weather.set('traits', { kind: 'fine' });
    expect((await persona(task)).body).toMatchObject({ found: true, events: null, partial: { events: { code } } });
  });

  it('gets over a Segment that is down for a moment', async () => {
    const task = taskOf({ userId: someone().userId });
    storm({ kind: 'down', status: 503, times: 1 });
    expect((await persona(task)).body['partial']).toEqual({});
  });

  it.each(['iam', 'taskrouter', 'flex-api'])('sends nothing while %s is down', async (upstream) => {
    const task = taskOf({ userId: someone().userId });
    sandbox.control.setFault(upstream, { kind: 'status', status: 500 });
    const answer = await persona(task);
    expect([answer.status, answer.body.error.code]).toEqual([502, 'twilio_unavailable']);
  });
});

describe('fetch-persona-studio', () => {
  const ask = (idType: string, identifier: string) => signed('fetch-persona-studio', { idType, identifier });

  it('turns away what is not signed', async () => {
    expect((await post('fetch-persona-studio', { idType: 'user_id', identifier: 'x' })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect(segment.segment.counts.traits).toBe(0);
  });

  it('answers flows with the traits that they may read', async () => {
    const { userId, traits } = someone();
    publish({ version: 1, studio: { traits: ['first_name'] } });
    const { body } = await ask('user_id', userId);
    expect(body).toMatchObject({ found: true, error: '', truncated: false });
    expect(body.traits).toEqual({ first_name: traits['first_name'] });
  });

  it('finds a customer by e-mail and by phone', async () => {
    const { traits } = someone((count) => count > 5);
    for (const idType of ['email', 'phone']) {
      const id = traits[idType];
      if (typeof id === 'string') expect((await ask(idType, id)).body['found']).toBe(true);
    }
  });

  it('stays under 64 kB for the largest customers', async () => {
    for (const profile of segment.segment
      .profiles('us')
      .users()
      .filter(({ traits }) => traits.size > 400)) {
      const { body } = await ask('user_id', profile.ids.find(({ type }) => type === 'user_id')!.id);
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(64_000);
      expect(body['error']).toBe('');
    }
  });

  it('is an object with an error code while Segment is down', async () => {
    storm({ kind: 'down', status: 503 });
    const { status, body } = await ask('user_id', someone().userId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ found: false, error: 'segment_unavailable', traits: {} });
  });
});

describe('identifyUser', () => {
  const identify = (fields: Record<string, string>) => signed('identifyUser', fields);

  it('turns away what is not signed', async () => {
    expect((await post('identifyUser', { userId: 'x', traits: '{}' })).status).toBeGreaterThanOrEqual(400);
  });

  it('changes what fetch-persona then answers', async () => {
    const { userId } = someone();
    const task = taskOf({ userId });
    await persona(task);
    const answer = await identify({ userId, traits: '{"favourite_colour": "teal"}' });
    expect(answer.body).toMatchObject({ accepted: true });
    segment.segment.applyNow();
    expect((await persona(task, { refresh: 'true' })).body.traits['favourite_colour']).toBe('teal');
    expect((await signed('fetch-persona-studio', { idType: 'user_id', identifier: userId })).body.traits).toMatchObject(
      {
        favourite_colour: 'teal',
      },
    );
  });

  it('is an error when Segment did not take it', async () => {
    storm({ kind: 'down', status: 500 });
    const answer = await identify({ userId: 'u-1', traits: '{}' });
    expect([answer.status, answer.body.error.code]).toEqual([502, 'segment_unavailable']);
  });
});
