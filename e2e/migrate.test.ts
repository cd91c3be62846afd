import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { resolve } from '../display/pointer';
import type { JsonObject } from '../display/json';
import { AUTH_TOKEN } from '../sandbox/account';
import { segmentExtension } from '../sandbox/segment/extension';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/sandbox';
import { TOKENS } from '../sandbox/tokens';
import { loadDocument } from '../schemas/load';
import { buildFunctions } from '../scripts/build/functions';
import { ATTRIBUTES, CALLS, KEYS, VARIABLES, type OriginalCall } from '../scripts/migrate/original';
import { readSettings } from '../service/settings/settings';
import { variables } from '../service/settings/variables';
import { signPost } from '../service/twilio/signature';

/** Every call that the original plugin documents or makes, against our functions in Twilio's own local runtime. */

const page = readFileSync('docs/migrate.md', 'utf8');
const segment = segmentExtension();
let folder: string;
let sandbox: TestSandbox;
let userId: string;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'migrate-test-'));
  await buildFunctions({ outDir: join(folder, 'functions') });
  sandbox = await startTestSandbox({ functionsDir: join(folder, 'functions'), extensions: [segment] });
  const known = segment.segment
    .profiles('us')
    .users()
    .filter(({ events, traits }) => events.length > 0 && traits.size > 0)
    .flatMap(({ ids }) => ids.filter(({ type }) => type === 'user_id'));
  userId = known[0]?.id ?? '';
  expect(userId).not.toBe('');
});
afterAll(async () => {
  vi.restoreAllMocks();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes a call as the original's users make it: a form, by POST. */
async function call({ path, parameters, caller }: OriginalCall, other: Record<string, string> = {}) {
  const url = `${sandbox.url}/_functions/${path}`;
  const words: Record<string, string> = { '<userId>': userId, '<token>': TOKENS.agent.token };
  const fields = Object.fromEntries(
    Object.entries({ ...parameters, ...other }).map(([name, value]) => [name, words[value] ?? value]),
  );
  const headers: Record<string, string> =
    caller === 'signed' ? { 'X-Twilio-Signature': signPost(url, fields, AUTH_TOKEN) } : {};
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });
  const text = await response.text();
  return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as JsonObject };
}

const callOf = (path: string): OriginalCall => {
  const found = CALLS.find((one) => one.path === path);
  if (found === undefined) throw new Error(`There is no call of ${path}.`);
  return found;
};

describe('a call of the original', () => {
  it.each(CALLS.map((one) => [one.path, one.status, one] as const))('to /%s answers %i', async (_path, status, one) => {
    const answer = await call(one);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(JSON.stringify(answer.body)).not.toContain('"traits"');
  });

  it.each(CALLS.filter(({ caller }) => caller === 'signed'))('to /$path is refused unsigned', async (one) => {
    expect((await call({ ...one, caller: 'token' })).status).toBe(403);
  });

  it('has the same answer under both names of the function for Studio', async () => {
    const [one, other] = await Promise.all(['fetch-persona-studio', 'fetchPersona-studio'].map((p) => call(callOf(p))));
    expect({ ...other?.body, fetchedAt: '' }).toEqual({ ...one?.body, fetchedAt: '' });
    expect(one?.body['found']).toBe(true);
  });
});

describe('a key of the original', () => {
  const mapped = KEYS.flatMap(({ path, key, ours }) => (ours === null ? [] : [[path, key, ours] as const]));

  it.each(mapped)('%s: %s is to be read at %s', async (path, _key, ours) => {
    const { body } = await call(callOf(path));
    expect(resolve(body, ours)).toBeDefined();
  });

  it.each(KEYS.filter(({ ours }) => ours === null))('$path: $key is not there any more', async ({ path, key }) => {
    const { body } = await call(callOf(path));
    expect(body).not.toHaveProperty([key]);
  });

  it('that said how Segment failed is a word, and an unknown customer no failure', async () => {
    const unknown = await call(callOf('fetch-persona-studio'), { identifier: 'nobody-of-that-name' });
    expect([unknown.status, unknown.body['found'], unknown.body['error']]).toEqual([200, false, '']);
    segment.segment.weather.set('all', { kind: 'down', status: 503 });
    const down = await call(callOf('fetch-persona-studio'), { identifier: 'asked-for-the-first-time' });
    segment.segment.weather.set('all', { kind: 'fine' });
    expect([down.status, down.body['found'], down.body['error']]).toEqual([200, false, 'segment_unavailable']);
  });
});

it('an identifier reaches Segment as it is', async () => {
  const spaced = await call(callOf('fetch-persona-studio'), { identifier: ` ${userId}` });
  expect(spaced.body['found']).toBe(false);
});

it('a task with the attributes of the original shows its customer', async () => {
  const attributes = Object.fromEntries(
    ATTRIBUTES.map(({ name }) => [name, name === 'userId' ? userId : { intent: 'refund' }]),
  );
  const { sid } = sandbox.control.createTask({ attributes, reservation: 'accepted' });
  const fetched = await call({ ...callOf('fetch-persona'), parameters: { Token: '<token>', taskSid: sid } });
  expect([fetched.status, fetched.body['found']]).toEqual([200, true]);
});

describe('a variable of the original', () => {
  it.each(VARIABLES.filter(({ ours }) => ours !== null))('$name is read as $ours', ({ name, ours }) => {
    const variable = variables.find((one) => one.name === ours);
    if (variable === undefined) throw new Error(`There is no variable ${ours}.`);
    const value =
      variable.name === 'FLEX_APP_FUNCTIONS_BASE' ? 'https://segment-service-1234.twil.io' : sample(variable.name);
    expect(readSettings({ [name]: value }).get(variable.name)).toBe(value);
  });

  it('gives way to ours', () => {
    const settings = readSettings({ SEGMENT_PERSONAS_KEY: 'the-old-one', SEGMENT_PERSONA_KEY: 'the-new-one' });
    expect(settings.get('SEGMENT_PERSONA_KEY')).toBe('the-new-one');
  });
});

function sample(name: string): string {
  if (name === 'ACCOUNT_SID') return `AC${'0'.repeat(32)}`;
  return name === 'AUTH_TOKEN' ? '0'.repeat(32) : 'spa_0123456789';
}

it('the document that keeps the original’s choice has no mistake', () => {
  const [, document = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
  const { report } = loadDocument(JSON.parse(document));
  expect(report.errors).toBe(0);
});
