import type { Router } from 'express';
import { controlRouter, fieldsOf, readTimes } from '../rest/control-router';
import { BUILD_OUTCOMES, type BuildOutcome, type Control } from './control';

/** The control over HTTP, and besides it `POST /builds` `{outcome, times?}`: how builds end. */
export function serverlessControlRouter(control: Control): Router {
  const router = controlRouter(control, { outcomes: BUILD_OUTCOMES });
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
  return router;
}
