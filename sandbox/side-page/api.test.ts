import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../testing/sandbox';
import type { ExamplesView, Refusal, SideView } from './view';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset({ empty: true }));

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- says what the answer holds
async function ask<T = unknown>(method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}/sandbox/api/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}
const state = async () => (await ask<SideView>('GET', 'state')).body;

describe('tasks', () => {
  it('are made from JSON text to the letter', async () => {
    const { status } = await ask('POST', 'tasks', { attributes: '{"name":  "Ana"}' });
    expect(status).toBe(200);
    expect((await state()).tasks).toMatchObject([
      { name: 'Ana', status: 'reserved', attributesText: '{"name":  "Ana"}' },
    ]);
  });

  it('are refused with the place of the mistake', async () => {
    const { status, body } = await ask<Refusal>('POST', 'tasks', { attributes: '{\n  "a": 1,\n}' });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ line: 3, column: 1, position: 12 });
    expect(body.error.message).toContain('line 3, column 1');
  });

  it('are refused over the limit', async () => {
    const { body } = await ask<Refusal>('POST', 'tasks', { attributes: { a: 'x'.repeat(4096) } });
    expect(body.error.message).toBe(
      'Attributes are 4104 characters of JSON; TaskRouter takes 4096, whitespace included.',
    );
  });

  it('change while they run', async () => {
    const { sid } = sandbox.control.createTask({ attributes: {}, reservation: 'accepted' });
    await ask('PUT', `tasks/${sid}/attributes`, { attributes: '{"a": 2}' });
    expect(sandbox.control.task(sid).attributes).toEqual({ a: 2 });
    await ask('PUT', `tasks/${sid}/reservation`, { status: 'wrapping' });
    expect(sandbox.control.task(sid).status).toBe('wrapping');
  });

  it('come as a live chat when the example is one, with the attributes as edited', async () => {
    await ask('POST', 'tasks', { attributes: '{"name": "Somebody"}', chatOf: 'saas-live-chat' });
    const [task] = (await state()).tasks;
    expect(task).toMatchObject({ name: 'Somebody', chat: true, channel: 'chat' });
    expect((await ask('POST', `tasks/${task!.sid}/messages`, { body: 'Hello?' })).status).toBe(204);
  });

  it.each([
    ['POST', 'tasks', {}],
    ['POST', 'tasks', { attributes: 7 }],
    ['POST', 'tasks', { attributes: {}, channel: 'fax' }],
    ['PUT', 'session', { role: 'owner' }],
    ['PUT', 'faults/iam', { fault: { kind: 'nonsense' } }],
    ['PUT', 'faults/iam', { fault: { kind: 'status', status: 7 } }],
    ['PUT', 'faults/nowhere', { fault: null }],
    ['POST', 'schema', { document: {} }],
    ['POST', 'tasks', []],
  ])('%s %s with %j is refused in words', async (method, path, body) => {
    const answer = await ask<Refusal>(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(/\.$/);
  });
});

describe('the rest', () => {
  it('switches role, theme and placement', async () => {
    await ask('PUT', 'session', { role: 'supervisor', theme: 'dark' });
    expect((await state()).session).toEqual({ role: 'supervisor', theme: 'dark', placement: 'panel2' });
  });

  it('puts any document in force, breaks it and takes it away', async () => {
    expect((await state()).schema).toEqual({ status: 'none' });
    await ask('POST', 'schema', { document: '{"version": 99}', comment: 'later' });
    expect((await state()).schema).toMatchObject({ status: 'published', revision: 1, document: '{"version": 99}' });
    await ask('POST', 'schema/unreadable');
    expect((await state()).schema).toEqual({ status: 'unreadable' });
    await ask('DELETE', 'schema');
    expect((await state()).schema).toEqual({ status: 'none' });
  });

  it('breaks upstreams by name', async () => {
    await ask('PUT', 'faults/iam', { fault: { kind: 'slow', ms: 5 } });
    expect((await state()).faults).toEqual({ iam: { kind: 'slow', ms: 5 } });
    await ask('PUT', 'faults/iam', { fault: null });
    expect((await state()).faults).toEqual({});
  });

  it('offers examples that can all be created', async () => {
    const { body } = await ask<ExamplesView>('GET', 'examples');
    for (const { id, text } of body.tasks) {
      expect([id, (await ask('POST', 'tasks', { attributes: text })).status]).toEqual([id, 200]);
    }
  });

  it('starts over', async () => {
    sandbox.control.setFault('iam', { kind: 'cut' });
    await ask('POST', 'reset', {});
    const { tasks, faults } = await state();
    expect([tasks.length, faults]).toEqual([6, {}]);
  });

  it('says so when there is nothing at an address', async () => {
    expect((await ask<Refusal>('GET', 'nonsense')).body.error.message).toBe('There is nothing at this address.');
  });
});
