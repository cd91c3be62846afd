import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SID, AUTH_TOKEN, OTHER_WORKER_SID, WORKER_SID, WORKSPACE_SID } from '../account';
import { basic, startTestSandbox, type TestSandbox } from '../testing/sandbox';
import { TOKENS, type TokenName } from '../tokens';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset({ empty: true }));

const account = basic(ACCOUNT_SID, AUTH_TOKEN);

interface Answer {
  code?: number;
  status?: number;
  message?: string;
  valid?: boolean;
  expiration?: string;
  date_created?: string;
  reservations?: unknown[];
  taskrouter_workspace_sid?: string;
}

async function ask(
  address: string,
  {
    authorization = account,
    headers = {},
    ...init
  }: Omit<RequestInit, 'headers'> & { authorization?: string; headers?: Record<string, string> } = {},
) {
  const response = await fetch(`${sandbox.url}/_out/${address}`, {
    ...init,
    headers: { ...(authorization ? { authorization } : {}), ...headers },
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const taskrouter = `taskrouter.twilio.com/v1/Workspaces/${WORKSPACE_SID}`;
const validate = `iam.twilio.com/v1/Accounts/${ACCOUNT_SID}/Tokens/validate`;

describe.each([
  ['GET', `${taskrouter}/Tasks`],
  ['GET', `${taskrouter}/Workers/${WORKER_SID}`],
  ['POST', `${taskrouter}/Tasks/WT${'0'.repeat(32)}`],
  ['GET', 'flex-api.twilio.com/v1/Configuration'],
  ['POST', 'flex-api.twilio.com/v1/Configuration'],
  ['POST', validate],
  ['GET', 'serverless.twilio.com/v1/Services'],
])('%s %s', (method, address) => {
  it.each([
    ['no credentials', ''],
    ['a wrong password', basic(ACCOUNT_SID, 'wrong')],
    ['another account', basic(`AC${'0'.repeat(32)}`, AUTH_TOKEN)],
    ['an empty password', basic(ACCOUNT_SID, '')],
    ['a token of nobody', basic('token', 'nobody')],
    ['an expired token', basic('token', TOKENS.expired.token)],
    ['another scheme', `Bearer ${AUTH_TOKEN}`],
    ['what is no base64', 'Basic !!!'],
  ])('refuses %s as Twilio does', async (_what, authorization) => {
    const { status, body } = await ask(address, { method, authorization });
    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 20003, status: 401 });
  });
});

describe('token validation', () => {
  const check = (token: unknown) =>
    ask(validate, { method: 'POST', body: JSON.stringify({ token }), headers: { 'Content-Type': 'application/json' } });

  it.each(['agent', 'supervisor', 'admin', 'otherAgent'] as const)('knows the token of the %s', async (name) => {
    const { body } = await check(TOKENS[name].token);
    expect(body).toMatchObject({ valid: true, roles: TOKENS[name].roles, worker_sid: TOKENS[name].workerSid });
    expect(Date.parse(body.expiration ?? '')).toBeGreaterThan(Date.now());
  });

  it('holds a visitor of the web chat for valid, as Twilio does: a guest without a worker', async () => {
    expect((await check(TOKENS.guest.token)).body).toMatchObject({ valid: true, roles: ['guest'], worker_sid: null });
  });

  it.each(['expired', 'otherAccount'] satisfies TokenName[])('does not hold %s for valid', async (name) => {
    expect((await check(TOKENS[name].token)).body).toMatchObject({ valid: false, worker_sid: null, roles: [] });
  });

  it.each([undefined, null, '', 'x', 7, [], ['x'], {}])('does not hold %j for valid', async (token) => {
    expect((await check(token)).body.valid).toBe(false);
  });
});

describe('TaskRouter', () => {
  it('shows a task as Twilio describes it, attributes as JSON text', async () => {
    const task = sandbox.control.createTask({ attributes: '{"userId": "u-1"}' });
    const { body } = await ask(`${taskrouter}/Tasks/${task.sid}`);
    expect(body).toMatchObject({ sid: task.sid, assignment_status: 'reserved', attributes: '{"userId": "u-1"}' });
    expect(body.date_created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('lists the reservations of a task, of one worker or in one status', async () => {
    const { sid } = sandbox.control.createTask({ attributes: {}, workerSid: OTHER_WORKER_SID });
    const list = async (query: string) =>
      (await ask(`${taskrouter}/Tasks/${sid}/Reservations${query}`)).body.reservations;
    expect(await list('')).toHaveLength(1);
    expect(await list(`?WorkerSid=${OTHER_WORKER_SID}`)).toMatchObject([
      { reservation_status: 'pending', task_sid: sid },
    ]);
    expect(await list(`?WorkerSid=${WORKER_SID}`)).toEqual([]);
    expect(await list('?ReservationStatus=accepted')).toEqual([]);
  });

  it('refuses attributes over the limit, and what is no JSON', async () => {
    const { sid } = sandbox.control.createTask({ attributes: {} });
    for (const Attributes of ['{', `{"a":"${'x'.repeat(4096)}"}`, '[]']) {
      const { status, body } = await ask(`${taskrouter}/Tasks/${sid}`, {
        method: 'POST',
        body: new URLSearchParams({ Attributes }),
      });
      expect([status, body.code]).toEqual([400, 20001]);
    }
    expect(sandbox.control.task(sid).attributesText).toBe('{}');
  });

  it.each([
    `${taskrouter}/Tasks/WT${'0'.repeat(32)}`,
    `${taskrouter}/Tasks/WT${'0'.repeat(32)}/Reservations`,
    `${taskrouter}/Workers/WK${'0'.repeat(32)}`,
    `taskrouter.twilio.com/v1/Workspaces/WS${'0'.repeat(32)}/Tasks`,
    `${taskrouter}/Nonsense`,
  ])('knows nothing of %s', async (address) => {
    expect(await ask(address)).toMatchObject({ status: 404, body: { code: 20404 } });
  });
});

describe('the Flex Configuration API', () => {
  it('names the workspace, to the account and to whoever holds a Flex token', async () => {
    const address = 'flex-api.twilio.com/v1/Configuration';
    expect((await ask(address)).body.taskrouter_workspace_sid).toBe(WORKSPACE_SID);
    expect((await ask(address, { authorization: basic('token', TOKENS.agent.token) })).status).toBe(200);
    // As Flex 2.17 sends it.
    expect((await ask(address, { authorization: `${basic('token', TOKENS.agent.token)})` })).status).toBe(200);
  });
});

describe('faults', () => {
  it('break an upstream for the functions, not for the page, and are mended', async () => {
    const address = 'flex-api.twilio.com/v1/Configuration';
    sandbox.control.setFault('flex-api', { kind: 'status', status: 503 });
    expect((await ask(address)).status).toBe(503);
    expect((await ask(address, { headers: { 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(200);
    sandbox.control.setFault('flex-api', null);
    expect((await ask(address)).status).toBe(200);
  });

  it('last as many requests as they are given', async () => {
    sandbox.control.setFault('taskrouter', { kind: 'bytes', bytes: '{"tasks":' }, { times: 1 });
    await expect(ask(`${taskrouter}/Tasks`)).rejects.toThrow(SyntaxError);
    expect((await ask(`${taskrouter}/Tasks`)).status).toBe(200);
  });

  it('cut the connection without an answer, and the log says so', async () => {
    sandbox.control.setFault('iam', { kind: 'cut' });
    await expect(ask(validate, { method: 'POST', body: '{}' })).rejects.toThrow();
    await expect.poll(() => sandbox.control.requests({ host: 'iam.' })).toMatchObject([{ status: 0, method: 'POST' }]);
  });

  it('are only for upstreams that exist', () => {
    expect(() => sandbox.control.setFault('nowhere', { kind: 'cut' })).toThrow('No upstream "nowhere"');
  });
});

describe('the request log', () => {
  it('keeps who asked what, with the body, and leaves the body to whoever answers', async () => {
    await ask(validate, { method: 'POST', body: '{"token":"x"}' });
    await expect
      .poll(() => sandbox.control.requests({ host: 'iam.twilio.com' }))
      .toMatchObject([{ from: 'functions', method: 'POST', body: '{"token":"x"}', status: 200 }]);
  });

  it('keeps requests that no double answers', async () => {
    const { status, body } = await ask('nowhere.example.com/x?y=1');
    expect([status, body.message]).toEqual([404, 'The sandbox has no double of this at nowhere.example.com.']);
    await expect.poll(() => sandbox.control.requests({ host: 'nowhere' })).toMatchObject([{ path: '/x?y=1' }]);
  });
});
