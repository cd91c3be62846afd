import type { Request, Response } from 'express';
import { ApiError } from './api-error';
import type { Fault, StepControl } from './control';

/** What a step answers when nothing goes wrong. */
export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** An object goes out as JSON. */
  body?: Buffer | string | object;
}

/**
 * Runs one step with whatever fault was ordered for it, and records it. Errors of the API become answers in Twilio's
 * form.
 */
export async function exchange<Step extends string>(
  control: StepFaults<Step>,
  step: Step,
  host: string,
  request: Request,
  response: Response,
  work: () => Promise<Answer>,
): Promise<void> {
  const fault = await begin(control, step, host, request);
  if (fault === 'ended') return;
  const answer = await settle(fault?.kind === 'refuse' ? () => Promise.reject(refusal(fault)) : work);
  control.record({ step, method: request.method, address: `${host}${request.path}`, status: answer.status });
  if (fault?.kind === 'lose') {
    request.socket.destroy();
    return;
  }
  send(response, answer);
}

/**
 * The same for a step that somebody else answers, with `handle`.
 */
export async function passThrough<Step extends string>(
  control: StepFaults<Step>,
  step: Step,
  host: string,
  request: Request,
  response: Response,
  handle: () => void,
): Promise<void> {
  const address = `${host}${request.path}`;
  const fault = await begin(control, step, host, request);
  if (fault === 'ended') return;
  response.once('close', () => {
    const status = response.headersSent ? response.statusCode : 0;
    control.record({ step, method: request.method, address, status });
  });
  if (fault?.kind === 'refuse') {
    send(response, await settle(() => Promise.reject(refusal(fault))));
    return;
  }
  if (fault?.kind === 'lose') {
    response.end = () => {
      request.socket.destroy();
      return response;
    };
  }
  handle();
}

type StepFaults<Step extends string> = Pick<StepControl<Step>, 'interrupt' | 'nextFault' | 'record'>;

/** The fault ordered for a step, once it was waited for; `ended` where nothing is left to do. */
async function begin<Step extends string>(
  control: StepFaults<Step>,
  step: Step,
  host: string,
  request: Request,
): Promise<Fault | 'ended' | undefined> {
  await control.interrupt(step);
  const fault = control.nextFault(step);
  if (fault?.kind === 'slow') await new Promise((done) => setTimeout(done, fault.milliseconds));
  if (fault?.kind !== 'drop' && fault?.kind !== 'hang') return fault;
  control.record({ step, method: request.method, address: `${host}${request.path}`, status: 0 });
  if (fault.kind === 'drop') request.socket.destroy();
  else request.resume();
  return 'ended';
}

function send(response: Response, answer: Answer): void {
  response.status(answer.status);
  // Not response.set, which adds a charset of its own to what was uploaded without one.
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.body === undefined) response.end();
  else if (Buffer.isBuffer(answer.body) || typeof answer.body === 'string') response.end(answer.body);
  else response.json(answer.body);
}

async function settle(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { retryAfterSeconds } = error;
    return {
      status: error.status,
      headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
      body: error.body(),
    };
  }
}

function refusal(fault: Extract<Fault, { kind: 'refuse' }>): ApiError {
  const { status, code = status >= 500 || status === 429 ? 20_000 + status : 20_001 } = fault;
  return new ApiError(status, code, fault.message ?? 'Refused by order of the sandbox', fault.retryAfterSeconds);
}
