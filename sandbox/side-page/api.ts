import express, { type Request, type RequestHandler, type Router } from 'express';
import { CHANNELS, type ChannelName } from '../account';
import type { Control, TaskView } from '../control';
import { schemaExamples } from '../schema-examples';
import { createFromExample } from '../state/seed';
import { EXAMPLES } from '../state/examples';
import type { SandboxState } from '../state/sandbox-state';
import { InvalidRequest, RESERVATION_STATUSES } from '../state/types';
import { readAttributes, readFault, readObject, readOne, readSession, readText } from './read-body';
import type { ExamplesView, Refusal, SchemaView, SideView } from './view';

/** `control` over HTTP, for the side page and for scripts; bodies are JSON. */
export function sideApi(state: SandboxState, control: Control): Router {
  const router = express.Router();
  router.use(express.json({ limit: '4mb' }));
  const sid = (request: Request) => request.params['sid'] ?? '';
  const body = (request: Request) => readObject(request.body);

  router.get(
    '/state',
    answer((): SideView => ({
      session: control.session(),
      tasks: control
        .tasks()
        .map((task) => ({ ...task, name: nameOf(task), chat: 'conversationSid' in task.attributes })),
      schema: schemaView(state),
      faults: state.faults.list(),
      upstreams: control.upstreams(),
    })),
  );
  router.get('/examples', answer(examples));

  router.post(
    '/tasks',
    answer((request) => {
      const sent = body(request);
      const channel = sent['channel'];
      const attributes = readAttributes(sent);
      const how = {
        attributes,
        ...(channel === undefined
          ? {}
          : { channel: readOne(channel, 'channel', Object.keys(CHANNELS) as ChannelName[]) }),
      };
      const example = EXAMPLES.find(({ id }) => id === sent['chatOf']);
      return example ? control.task(createFromExample(state, example, how).sid) : control.createTask(how);
    }),
  );
  router.put(
    '/tasks/:sid/attributes',
    answer((request) => control.updateAttributes(sid(request), readAttributes(body(request)))),
  );
  router.put(
    '/tasks/:sid/reservation',
    answer((request) => {
      const status = readOne(body(request)['status'], 'status', RESERVATION_STATUSES);
      return control.setReservation(sid(request), status);
    }),
  );
  router.post(
    '/tasks/:sid/offer',
    answer((request) => control.offer(sid(request))),
  );
  router.post(
    '/tasks/:sid/messages',
    answer((request) => control.customerSays(sid(request), readText(body(request), 'body'))),
  );

  router.put(
    '/session',
    answer((request) => control.setSession(readSession(body(request)))),
  );

  router.post(
    '/schema',
    answer((request) => ({
      revision: control.publish({ document: readText(body(request), 'document'), ...comment(body(request)) }),
    })),
  );
  router.post(
    '/schema/unreadable',
    answer(() => control.makeSchemaUnreadable()),
  );
  router.delete(
    '/schema',
    answer(() => control.unpublish()),
  );

  router.put(
    '/faults/:upstream',
    answer((request) => {
      const { fault, times } = body(request);
      const upstream = readOne(request.params['upstream'], 'upstream', control.upstreams());
      control.setFault(upstream, fault === null ? null : readFault(fault), typeof times === 'number' ? { times } : {});
    }),
  );

  router.get(
    '/requests',
    answer((request) => control.requests(requestFilter(request))),
  );
  router.delete(
    '/requests',
    answer(() => control.clearRequests()),
  );
  router.post(
    '/functions/restart',
    answer(() => control.restartFunctions()),
  );
  router.post(
    '/reset',
    answer((request) => control.reset({ empty: readObject(request.body ?? {})['empty'] === true })),
  );
  router.use((_request, response) => response.status(404).json(refusal('There is nothing at this address.')));
  return router;
}

/** The result as JSON, 204 without one, or the reason why the request was refused. */
function answer(work: (request: Request) => unknown): RequestHandler {
  return (request, response) => {
    try {
      const result = work(request);
      if (result === undefined) response.status(204).end();
      else response.json(result);
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      const { line, column, position } = error.mistake ?? {};
      response.status(error.status).json(refusal(error.message, { line, column, position }));
    }
  };
}

function refusal(
  message: string,
  place: { line?: number | undefined; column?: number | undefined; position?: number | undefined } = {},
): Refusal {
  return { error: JSON.parse(JSON.stringify({ message, ...place })) as Refusal['error'] };
}

function nameOf({ attributes, sid }: TaskView): string {
  const { name, customerName, from } = attributes;
  const names = [name, customerName, from].filter((value) => typeof value === 'string');
  return names.find((text) => text !== '') ?? sid;
}

function comment(body: Record<string, unknown>): { comment?: string } {
  return typeof body['comment'] === 'string' ? { comment: body['comment'] } : {};
}

function requestFilter({ query }: Request) {
  const { from, host, path } = query;
  return {
    ...(from === undefined ? {} : { from: readOne(from, 'from', ['page', 'functions']) }),
    ...(typeof host === 'string' ? { host } : {}),
    ...(typeof path === 'string' ? { path } : {}),
  };
}

function schemaView({ schema }: SandboxState): SchemaView {
  if (schema.domain === undefined) return { status: 'none' };
  const current = schema.current();
  if (!current) return { status: 'unreadable' };
  const { index, document } = current;
  const live = index.revisions.find(({ revision }) => revision === index.live);
  return {
    status: 'published',
    revision: index.live,
    publishedAt: live?.publishedAt ?? '',
    publishedBy: live?.publishedBy.name ?? '',
    comment: live?.comment ?? '',
    document,
  };
}

function examples(): ExamplesView {
  const businesses = schemaExamples();
  return {
    tasks: [
      ...EXAMPLES.map(({ id, title, attributes, chat }) => ({
        id,
        title,
        // What is exactly at the limit would not be any more with line breaks.
        text: JSON.stringify(attributes, null, id === 'at-the-limit' ? 0 : 2),
        chat: chat !== undefined,
      })),
      ...businesses.flatMap((business) =>
        business.contexts.map((context) => ({
          id: `${business.name}/${context.name}`,
          title: `${business.name}: ${context.name}`,
          text: contextAttributes(context.text, context.name),
          chat: false,
        })),
      ),
    ],
    documents: businesses.map(({ name, document }) => ({ name, text: document })),
  };
}

function contextAttributes(context: string, name: string): string {
  try {
    return JSON.stringify({ name, context: JSON.parse(context) as unknown }, null, 2);
  } catch {
    return `{"name": ${JSON.stringify(name)}, "context": ${context}}`;
  }
}
