import express, { type RequestHandler, type Router } from 'express';
import { ACCOUNT_SID, WORKSPACE_SID } from '../account';
import type { TaskRouter } from '../state/task-router';
import { InvalidRequest, type TaskChange } from '../state/types';
import { accountOnly, refuse } from './authenticate';
import { pageOf, reservationResource, taskResource, workerResource } from './taskrouter-resources';

/** Double of taskrouter.twilio.com: tasks, their reservations, and workers of the one workspace. */
export function taskRouterApi(taskRouter: TaskRouter): Router {
  const router = express.Router();
  router.use(accountOnly, express.urlencoded({ extended: false }));
  const at = (path: string) => `/v1/Workspaces/:workspace${path}`;

  router.use(at(''), (request, response, next) => {
    if (request.params['workspace'] === WORKSPACE_SID) next();
    else notFound(request, response, next);
  });
  router.get(
    at(''),
    answer(() => ({ account_sid: ACCOUNT_SID, sid: WORKSPACE_SID, friendly_name: 'Flex Task Assignment' })),
  );
  router.get(
    at('/Tasks'),
    answer(() => pageOf('tasks', '/Tasks', [...taskRouter.tasks.values()].map(taskResource))),
  );
  router.post(at('/Tasks'), (request, response) => {
    attempt(response, () => {
      const attributes = (request.body as Record<string, unknown>)['Attributes'];
      const { task } = taskRouter.createTask({ attributes: typeof attributes === 'string' ? attributes : '{}' });
      response.status(201).json(taskResource(task));
    });
  });
  router.get(
    at('/Tasks/:task'),
    answer(({ task = '' }) => taskResource(taskRouter.task(task))),
  );
  router.post(
    at('/Tasks/:task'),
    answer(({ task = '' }, body) => taskResource(taskRouter.updateTask(task, readChange(body)))),
  );
  router.get(
    at('/Tasks/:task/Reservations'),
    answer(({ task = '' }, _body, query) => {
      taskRouter.task(task);
      const fits = (wanted: unknown, value: string) => wanted === undefined || wanted === value;
      const found = taskRouter
        .reservationsOf(task)
        .filter((one) => fits(query['WorkerSid'], one.workerSid) && fits(query['ReservationStatus'], one.status));
      const items = found.map((one) => reservationResource(one, taskRouter.worker(one.workerSid)));
      return pageOf('reservations', `/Tasks/${task}/Reservations`, items);
    }),
  );
  router.get(
    at('/Workers'),
    answer(() => pageOf('workers', '/Workers', [...taskRouter.workers.values()].map(workerResource))),
  );
  router.get(
    at('/Workers/:worker'),
    answer(({ worker = '' }) => workerResource(taskRouter.worker(worker))),
  );
  router.use(notFound);
  return router;
}

const notFound: RequestHandler = (request, response) =>
  refuse(response, 404, 20404, `The requested resource ${request.originalUrl.split('?')[0] ?? ''} was not found`);

function answer(
  make: (
    params: Record<string, string | undefined>,
    body: Record<string, unknown>,
    query: Record<string, unknown>,
  ) => unknown,
): RequestHandler {
  return (request, response) => {
    attempt(response, () => {
      response.json(make(request.params, request.body as Record<string, unknown>, request.query));
    });
  };
}

/** Turns what the state refuses into TaskRouter's answer. */
function attempt(response: express.Response, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    refuse(response, error.status, error.code, error.message);
  }
}

function readChange(body: Record<string, unknown>): TaskChange {
  const { Attributes: attributes, AssignmentStatus: status, Reason: reason } = body;
  return {
    ...(typeof attributes === 'string' ? { attributes } : {}),
    ...(status === 'completed' || status === 'canceled' ? { status } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}
