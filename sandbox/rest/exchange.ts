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
  control: Pick<StepControl<Step>, 'interrupt' | 'nextFault' | 'record'>,
  step: Step,
  host: string,
  request: Request,
  response: Response,
  work: () => Promise<Answer>,
): Promise<void> {
  await control.interrupt(step);
  const fault = control.nextFault(step);
  const record = (status: number) =>
    control.record({ step, method: request.method, address: `${host}${request.path}`, status });

  if (fault?.kind === 'drop') {
    record(0);
    request.socket.destroy();
    return;
  }
  if (fault?.kind === 'hang') {
    record(0);
    request.resume();
    return;
  }
  if (fault?.kind === 'slow') await new Promise((done) => setTimeout(done, fault.milliseconds));
  const answer = await settle(fault?.kind === 'refuse' ? () => Promise.reject(refusal(fault)) : work);
  record(answer.status);
  if (fault?.kind === 'lose') {
    request.socket.destroy();
    return;
  }
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
