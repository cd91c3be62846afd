import type { Operation } from '../../sandbox/rest/operation';
import type { Description, Schema, SentRequest } from './description';

/** What one operation was asked, and what was wrong with it or with the answers. */
export interface Finding {
  operation: string;
  requests: number;
  mistakes: string[];
}

export type Sent = Partial<SentRequest> & { json?: object };
export type Answer = Record<string, unknown> & { sid: string };

export interface Driver {
  /**
   * Sends a request that the description allows, after every variation of it that it does not: without each required
   * parameter, with each constrained one broken, with one too many.
   */
  call: (operation: string, sent?: Sent) => Promise<Answer>;
  /** Uploads a file; answers as fetching the version would. */
  upload: (operation: 'CreateAssetVersion' | 'CreateFunctionVersion', path: Record<string, string>) => Promise<Answer>;
  findings: Map<string, Finding>;
}

export interface DriverOptions {
  operations: Readonly<Record<string, Operation>>;
  description: Description;
  /** Where a request for the outside world goes instead. */
  redirect: (url: string) => string;
  accountSid: string;
  authToken: string;
}

const NOT_A_SID = 'XX123';

export function createDriver({ operations, description, redirect, accountSid, authToken }: DriverOptions): Driver {
  const findings = new Map<string, Finding>();
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

  const operationOf = (id: string): Operation => {
    const operation = operations[id];
    if (operation === undefined) throw new Error(`The double has no ${id}`);
    return operation;
  };

  const findingOf = (operation: string) => {
    const finding = findings.get(operation) ?? { operation, requests: 0, mistakes: [] };
    findings.set(operation, finding);
    return finding;
  };

  async function send(operation: Operation, sent: Sent, body?: FormData) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sent.path?.[name] ?? '');
    const url = new URL(`https://${operation.host}${path}`);
    for (const [name, value] of Object.entries(sent.query ?? {})) url.searchParams.set(name, value);
    const form = new URLSearchParams();
    for (const [name, values] of Object.entries(sent.form ?? {})) {
      for (const value of [values].flat()) form.append(name, value);
    }
    const response = await fetch(redirect(url.href), {
      method: operation.method.toUpperCase(),
      headers: {
        Authorization: authorization,
        ...(operation.body === 'json' ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(operation.method === 'post'
        ? { body: operation.body === 'json' ? JSON.stringify(sent.json) : (body ?? form) }
        : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  async function refused(id: string, what: string, sent: Sent, status: number) {
    const finding = findingOf(id);
    finding.requests += 1;
    const answer = await send(operationOf(id), sent);
    if (answer.status !== status) finding.mistakes.push(`${what}: answered ${answer.status} and not ${status}`);
    else finding.mistakes.push(...checkError(answer.body, status).map((mistake) => `${what}: ${mistake}`));
  }

  return {
    findings,
    async call(id, sent = {}) {
      const finding = findingOf(id);
      const operation: Operation = operationOf(id);
      const described = description.operations.get(id);
      if (described === undefined) throw new Error(`${id} is not described`);
      const request = { path: {}, query: {}, form: {}, ...sent };
      finding.mistakes.push(...description.checkRequest(described, request));

      const place = operation.method === 'post' ? 'form' : 'query';
      if (operation.body === 'json') await refused(id, 'a body that is no object', { ...request, json: [] }, 400);
      else await refused(id, 'unknown parameter', { ...request, [place]: { ...request[place], Unknown: 'x' } }, 400);
      for (const [name, { required, schema }] of Object.entries(described.parameters[place])) {
        if (required) {
          const rest = Object.fromEntries(Object.entries(request[place]).filter(([key]) => key !== name));
          await refused(id, `${name} missing`, { ...request, [place]: rest }, 400);
        }
        const broken = brokenValue(schema);
        if (broken === undefined) continue;
        await refused(id, `${name} broken`, { ...request, [place]: { ...request[place], [name]: broken } }, 400);
      }
      for (const [name] of Object.entries(described.parameters.path)) {
        await refused(id, `${name} broken`, { ...request, path: { ...request.path, [name]: NOT_A_SID } }, 404);
      }

      finding.requests += 1;
      const answer = await send(operation, request);
      const schema = described.answers.get(answer.status);
      if (!described.answers.has(answer.status))
        finding.mistakes.push(`answered ${answer.status}, which is not described`);
      else if (schema === undefined)
        finding.mistakes.push(...(answer.body === undefined ? [] : ['answered with a body']));
      else finding.mistakes.push(...description.checkAnswer(schema, answer.body));
      return answerOf(answer.body);
    },

    async upload(id, path) {
      const finding = findingOf(id);
      finding.requests += 1;
      const form = new FormData();
      form.set('Path', `/${id}.js`);
      form.set('Visibility', 'protected');
      form.set('Content', new Blob(['exports.handler = () => {};'], { type: 'application/javascript' }), 'file.js');
      const answer = await send(operationOf(id), { path }, form);
      if (answer.status !== 201) finding.mistakes.push(`answered ${answer.status} and not 201`);
      const component =
        id === 'CreateAssetVersion'
          ? 'serverless.v1.service.asset.asset_version'
          : 'serverless.v1.service.function.function_version';
      finding.mistakes.push(...description.checkAnswer(description.component(component), answer.body));
      return answerOf(answer.body);
    },
  };
}

/** A value the description forbids; undefined where it allows any. */
function brokenValue(schema: Schema): string | undefined {
  if (schema.type === 'array') return brokenValue(schema.items as Schema);
  if (schema.pattern !== undefined) return NOT_A_SID;
  if (schema.type === 'integer') return '-1';
  if (schema.type === 'boolean') return 'perhaps';
  return schema.format === 'date-time' ? 'yesterday' : undefined;
}

/** Errors have one form, which the description leaves out. */
function checkError(body: unknown, status: number): string[] {
  if (typeof body !== 'object' || body === null) return ['the error is no object'];
  const keys = Object.keys(body).sort().join();
  if (keys !== 'code,message,more_info,status') return [`the error has ${keys}`];
  return 'status' in body && body.status === status ? [] : ['the error repeats another status'];
}

function answerOf(body: unknown): Answer {
  const object = typeof body === 'object' && body !== null ? { ...body } : {};
  return { sid: '', ...object };
}
