import { Router, json } from 'express';
import { BUILD_OUTCOMES, STEPS, type BuildOutcome, type Control, type Fault, type Step } from './control';

/**
 * The control over HTTP, for a page beside Flex. `GET /`: what can be ordered, what still is, and the last requests.
 * `POST /faults` `{step, fault, times?}`, `POST /builds` `{outcome, times?}`: orders. `DELETE /`: everything works again.
 */
export function controlRouter(control: Control): Router {
  const router = Router();
  router.use(json());
  router.get('/', (_request, response) => {
    response.json({
      steps: STEPS,
      outcomes: BUILD_OUTCOMES,
      pending: control.pending(),
      requests: control.requests.slice(-LAST_REQUESTS),
    });
  });
  router.post('/faults', (request, response) => {
    const order = fieldsOf(request.body);
    const { step } = order;
    const fault = readFault(order.fault);
    const times = readTimes(order.times);
    if (!isStep(step) || fault === undefined || times === undefined) {
      response.status(400).json({ message: 'Expected a known step, a fault, and at most 1000 times.' });
      return;
    }
    control.fail(step, fault, times);
    response.status(204).end();
  });
  router.post('/builds', (request, response) => {
    const order = fieldsOf(request.body);
    const outcome = BUILD_OUTCOMES.find((known): known is BuildOutcome => known === order.outcome);
    const times = readTimes(order.times);
    if (outcome === undefined || times === undefined) {
      response.status(400).json({ message: `Expected an outcome of ${BUILD_OUTCOMES.join(', ')}.` });
      return;
    }
    control.endBuilds(outcome, times);
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

const isStep = (value: unknown): value is Step => STEPS.some((step) => step === value);

function readTimes(value: unknown): number | undefined {
  return value === undefined ? 1 : wholeNumber(value, 1, MAX_TIMES);
}

/** A fault from outside; undefined when it is none. */
function readFault(value: unknown): Fault | undefined {
  const { kind, status, code, message, retryAfterSeconds, milliseconds } = fieldsOf(value);
  if (kind === 'drop' || kind === 'lose') return { kind };
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

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
