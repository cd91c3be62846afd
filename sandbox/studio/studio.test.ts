import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../display/json';
import { AUTH_TOKEN } from '../account';
import { checkSignature } from '../server/signature';
import { SandboxState } from '../state/sandbox-state';
import { studioExtension } from './extension';
import type { FunctionStep, SplitStep } from './execution';

type Answerer = (parameters: Record<string, string>) => { status?: number; body: unknown };

let server: Server;
let origin: string;
let functions: Record<string, Answerer>;
let extension: ReturnType<typeof studioExtension>;

beforeEach(async () => {
  const app = express();
  const state = new SandboxState();
  extension = studioExtension();
  functions = {};
  app.use(
    '/_functions',
    checkSignature(AUTH_TOKEN, () => true),
    (request, response) => {
      const answerer = functions[request.path.slice(1)];
      const { status = 200, body } = answerer?.(request.body as Record<string, string>) ?? {
        status: 404,
        body: 'none',
      };
      response.status(status).json(body);
    },
  );
  extension.mount(app, state, state.bus);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

interface Reply {
  status: number;
  body: {
    id: string;
    step: Omit<FunctionStep, 'type'> & Pick<SplitStep, 'value'>;
    variables: { widgets: Record<string, JsonObject> };
    error: { message: string };
    steps: unknown[];
  };
}

async function post(path: string, body: unknown = {}): Promise<Reply> {
  const response = await fetch(`${origin}/sandbox/api/studio${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Reply['body'] };
}

const start = async () => `/executions/${(await post('/executions')).body.id}`;
const fetchCustomer = (execution: string, extra: JsonObject = {}) =>
  post(`${execution}/run-function`, {
    widget: 'fetch_customer',
    function: 'fetch-persona-studio',
    parameters: { idType: 'user_id', identifier: 'u-ana-duarte' },
    ...extra,
  });

describe('a flow', () => {
  it('fetches a customer, routes on a trait, stores what it learned and sees it', async () => {
    let plan = 'gold';
    functions['fetch-persona-studio'] = () => ({ body: { found: true, traits: { plan, 'Campaign Name': 'Organic' } } });
    functions.identifyUser = ({ traits }) => {
      plan = (JSON.parse(traits!) as { plan: string }).plan;
      return { body: { accepted: true } };
    };
    const execution = await start();
    const first = (await fetchCustomer(execution)).body;
    const split = await post(`${execution}/split`, {
      widget: 'split_on_plan',
      variable: '{{widgets.fetch_customer.parsed.traits.plan}}',
      conditions: [{ operator: 'equal_to', value: 'gold', transition: 'gold' }],
    });
    const stored = await post(`${execution}/run-function`, {
      widget: 'store_outcome',
      function: 'identifyUser',
      parameters: {
        userId: 'u-ana-duarte',
        traits: '{"plan": "platinum", "was": "{{widgets.fetch_customer.parsed.traits.plan}}"}',
      },
    });
    const again = (await fetchCustomer(execution)).body;

    expect(first.step).toMatchObject({ number: 1, transition: 'success', request: { signed: true } });
    expect(split.body.step).toMatchObject({ number: 2, transition: 'gold', value: 'gold' });
    expect(stored.body.step.request.parameters.traits).toBe('{"plan": "platinum", "was": "gold"}');
    expect(again.step.changes).toEqual([{ path: 'traits.plan', kind: 'changed', before: 'gold', after: 'platinum' }]);
    expect(again.variables.widgets.store_outcome).toMatchObject({ parsed: { accepted: true }, status_code: 200 });
  });

  it('keeps keys of an earlier run that a later answer leaves out, as Studio does', async () => {
    const answers = [{ found: true, lastEvent: 'Refund Requested' }, { found: false }];
    functions['fetch-persona-studio'] = () => ({ body: answers.shift() });
    const execution = await start();
    await fetchCustomer(execution);
    const { step, variables } = (await fetchCustomer(execution)).body;
    expect(variables.widgets.fetch_customer!.parsed).toEqual({ found: false, lastEvent: 'Refund Requested' });
    expect(step.kept).toEqual(['lastEvent']);
  });

  it('keeps what was parsed when a later run fails', async () => {
    functions['fetch-persona-studio'] = () => ({ body: { found: true } });
    const execution = await start();
    await fetchCustomer(execution);
    functions['fetch-persona-studio'] = () => ({ status: 500, body: { found: false } });
    const { step, variables } = (await fetchCustomer(execution)).body;
    expect(step.transition).toBe('fail');
    expect(variables.widgets.fetch_customer).toMatchObject({ parsed: { found: true }, status_code: 500 });
  });

  it('is refused by the functions when it is not signed', async () => {
    functions['fetch-persona-studio'] = () => ({ body: { found: true } });
    const { step } = (await fetchCustomer(await start(), { unsigned: true })).body;
    expect(step).toMatchObject({ transition: 'fail', response: { status: 403 }, request: { signed: false } });
  });

  it('stops after running the same widget ten times in a row', async () => {
    functions['fetch-persona-studio'] = () => ({ body: {} });
    const execution = await start();
    for (let at = 0; at < 10; at += 1) await fetchCustomer(execution);
    const stopped = await fetchCustomer(execution);
    expect([stopped.status, stopped.body.error.message]).toEqual([400, expect.stringContaining('10 times in a row')]);
  });
});

describe('what makes no sense', () => {
  const sent: [string, string, unknown, string][] = [
    [
      'another function',
      'run-function',
      { widget: 'a', function: 'display-schema', parameters: {} },
      'The function must be one of',
    ],
    [
      'a path for a function',
      'run-function',
      { widget: 'a', function: '../sandbox/api/reset' },
      'The function must be one of',
    ],
    ['a widget without a name', 'run-function', { function: 'identifyUser' }, 'The widget needs a name'],
    [
      'a widget called __proto__',
      'split',
      { widget: '__proto__', variable: '', conditions: [] },
      'The widget needs a name',
    ],
    [
      'a parameter that is no text',
      'run-function',
      { widget: 'a', function: 'identifyUser', parameters: { userId: 1 } },
      'userId must be text',
    ],
    [
      'Liquid that cannot be read',
      'split',
      { widget: 'a', variable: '{{a | b}}', conditions: [] },
      'is not known here',
    ],
    [
      'an unknown operator',
      'split',
      { widget: 'a', variable: '', conditions: [{ operator: 'like', transition: 'x' }] },
      'The operator must be one of',
    ],
    [
      'a condition that leads nowhere',
      'split',
      { widget: 'a', variable: '', conditions: [{ operator: 'is_blank' }] },
      'needs a transition',
    ],
    ['no conditions at all', 'split', { widget: 'a', variable: '' }, 'needs a list'],
  ];
  it.each(sent)('is refused: %s', async (_name, route, body, message) => {
    const reply = await post(`${await start()}/${route}`, body);
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('is an execution that never was, or that a reset has ended', async () => {
    const execution = await start();
    expect((await post('/executions/FNnone/split')).status).toBe(404);
    extension.reset?.();
    expect((await post(`${execution}/split`)).status).toBe(404);
  });
});

describe('the page', () => {
  it('is served with its script and style, under the policy of the sandbox', async () => {
    const page = await fetch(`${origin}/sandbox/studio`);
    const script = await fetch(`${origin}/sandbox/studio/page.js`);
    const style = await fetch(`${origin}/sandbox/studio/page.css`);
    expect([page.status, script.status, style.status]).toEqual([200, 200, 200]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await script.text()).not.toContain(AUTH_TOKEN);
    expect(await page.text()).not.toContain('<script>');
  });
});
