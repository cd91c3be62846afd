import { Router, json } from 'express';
import type { Fault, StepControl } from './control';

/**
 * The control over HTTP, for a page beside Flex and for scripts. `GET /`: what can be ordered, what still is, and the
 * last requests. `POST /faults` `{step, fault, times?}`: an order. `DELETE /`: everything works again.
 *
 * @param facts what else `GET /` tells.
 */
export function controlRouter<Step extends string>(control: StepControl<Step>, facts: object = {}): Router {
  const router = Router();
  router.use(json());
  router.get('/', (_request, response) => {
    response.json({
      steps: control.steps,
      ...facts,
      pending: control.pending(),
      requests: control.requests.slice(-LAST_REQUESTS),
    });
  });
  router.post('/faults', (request, response) => {
    const order = fieldsOf(request.body);
    const step = control.steps.find((known) => known === order.step);
    const fault = readFault(order.fault);
    const times = readTimes(order.times);
    if (step === undefined || fault === undefined || times === undefined) {
      response.status(400).json({ message: 'Expected a known step, a fault, and at most 1000 times.' });
      return;
    }
    control.fail(step, fault, times);
    response.status(204).end();
  });
  router.delete('/', (_request, response) => {
    control.clear();
    response.status(204).end();
  });
  return router;
}

const LAST_REQUESTS = 50;
const MAX_TIMES = 1000;
const MAX_MILLISECONDS = 60_000;

export function readTimes(value: unknown): number | undefined {
  return value === undefined ? 1 : wholeNumber(value, 1, MAX_TIMES);
}

/** A fault from outside; undefined when it is none. */
function readFault(value: unknown): Fault | undefined {
  const { kind, status, code, message, retryAfterSeconds, milliseconds } = fieldsOf(value);
  if (kind === 'drop' || kind === 'lose' || kind === 'hang') return { kind };
  if (kind === 'slow') {
    const time = wholeNumber(milliseconds, 0, MAX_MILLISECONDS);
    return time === undefined ? undefined : { kind, milliseconds: time };
  }
  const refused = wholeNumber(status, 400, 599);
  if (kind !== 'refuse' || refused === undefined) return undefined;
  const seconds = wholeNumber(retryAfterSeconds, 0, MAX_MILLISECONDS);
  const number = wholeNumber(code, 0, 999_999);
  return {
    kind,
    status: refused,
    ...(number === undefined ? {} : { code: number }),
    ...(typeof message === 'string' ? { message } : {}),
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
  };
}

function wholeNumber(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
