import { Router, raw, urlencoded, type Request, type RequestHandler } from 'express';
import { notFound, unauthenticated } from './api-error';
import type { Control } from './control';
import { exchange } from './exchange';
import type { Call, Handler } from './handlers';
import { readForm } from './multipart';
import { OPERATIONS, OPERATION_IDS, sidPattern, type Operation, type OperationId } from './operations';
import { readParameters, type Sent } from './parameters';

/** Twilio takes files up to 25 MB; a little more lets the double, not the parser, say so. */
const MAX_BODY = 27_000_000;

/** One host of the API: the operations of the table that belong to it. */
export function apiRouter(
  host: Operation['host'],
  credentials: { accountSid: string; authToken: string },
  control: Control,
  handlers: Record<OperationId, Handler>,
): Router {
  const router = Router();
  const expected = `Basic ${Buffer.from(`${credentials.accountSid}:${credentials.authToken}`).toString('base64')}`;
  router.use(parseForm, raw({ type: 'multipart/form-data', limit: MAX_BODY }));

  for (const id of OPERATION_IDS) {
    const operation: Operation = OPERATIONS[id];
    if (operation.host !== host) continue;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router[operation.method](path, (request, response, next) => {
      exchange(control, id, host, request, response, async () => {
        if (request.headers.authorization !== expected) throw unauthenticated();
        const body = handlers[id](await readCall(operation, request, control.strict));
        return operation.success === 204 ? { status: 204 } : { status: operation.success, body: body ?? {} };
      }).catch(next);
    });
  }

  router.use((request, response) => {
    const authorised = request.headers.authorization === expected;
    const error = authorised ? notFound(request.path.replace(/^\/v1/, '')) : unauthenticated();
    response.status(error.status).json(error.body());
  });
  return router;
}

const parseForm: RequestHandler = urlencoded({ extended: false, limit: MAX_BODY, parameterLimit: 10_000 });

async function readCall(operation: Operation, request: Request, strict: boolean): Promise<Call> {
  for (const [name, prefix] of Object.entries(operation.sids)) {
    if (!new RegExp(sidPattern(prefix)).test(request.params[name] ?? '')) {
      throw notFound(request.path.replace(/^\/v1/, ''));
    }
  }
  const { fields, file } =
    operation.upload === true ? await readForm(request) : { fields: objectOf(request.body), file: undefined };
  return {
    sid: (name) => request.params[name] ?? '',
    path: request.path,
    parameters: readParameters(operation, request.query, fields, strict),
    ...(file === undefined ? {} : { upload: file }),
  };
}

function objectOf(body: unknown): Sent {
  return typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? { ...body } : {};
}
