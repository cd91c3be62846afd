import { Router, json, raw, urlencoded, type Request, type RequestHandler } from 'express';
import { badRequest, notFound, unauthenticated } from './api-error';
import type { StepControl } from './control';
import { exchange } from './exchange';
import { readForm } from './multipart';
import { sidPattern, type Operation } from './operation';
import { readParameters, type Parameters, type Sent } from './parameters';

/** A validated request. */
export interface Call {
  /** A part of the address by its name; its form has been checked. */
  sid: (name: string) => string;
  /** `https://` and the host of the operation. */
  origin: string;
  /** Address of the request, without query. */
  path: string;
  parameters: Parameters;
  /** The file of an upload. */
  upload?: { content: Buffer; contentType: string };
  /** A JSON body. */
  json?: Readonly<Record<string, unknown>>;
}

/** The answer's body; undefined where there is none. */
export type Handler = (call: Call) => unknown;

export interface Api<Id extends string> {
  operations: Readonly<Record<Id, Operation>>;
  handlers: Readonly<Record<Id, Handler>>;
  control: Pick<StepControl<NoInfer<Id>>, 'strict' | 'interrupt' | 'nextFault' | 'record'>;
  accountSid: string;
  authToken: string;
  /** Whether this `Authorization` is of a user of Flex, for the operations that take one. Default: nobody is. */
  isFlexUser?: (authorization: string | undefined) => boolean;
}

/** Twilio takes files up to 25 MB; a little more lets the double, not the parser, say so. */
const MAX_BODY = 27_000_000;

/**
 * One host of an API: the operations of the table that belong to it. What is none of them goes on to the next handler;
 * {@link refuseUnknown} ends it as Twilio does.
 */
export function apiRouter<Id extends string>(host: string, api: Api<Id>): Router {
  const router = Router();
  const { control } = api;
  const expected = basic(api);
  for (const [id, operation] of Object.entries(api.operations) as [Id, Operation][]) {
    if (operation.host !== host) continue;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router[operation.method](path, PARSERS[operation.body ?? 'form'], (request, response, next) => {
      exchange(control, id, host, request, response, async () => {
        const { authorization } = request.headers;
        const allowed =
          authorization === expected || (operation.flexToken === true && api.isFlexUser?.(authorization) === true);
        if (!allowed) throw unauthenticated();
        const body = api.handlers[id](await readCall(operation, request, control.strict));
        return operation.success === 204 ? { status: 204 } : { status: operation.success, body: body ?? {} };
      }).catch(next);
    });
  }
  return router;
}

/** What a host answers where it has nothing. */
export function refuseUnknown(credentials: { accountSid: string; authToken: string }): RequestHandler {
  const expected = basic(credentials);
  return (request, response) => {
    const authorised = request.headers.authorization === expected;
    const error = authorised ? notFound(request.path.replace(/^\/v1/, '')) : unauthenticated();
    response.status(error.status).json(error.body());
  };
}

const basic = ({ accountSid, authToken }: { accountSid: string; authToken: string }) =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

const parseJson: RequestHandler = json({ limit: MAX_BODY });

const PARSERS: Record<'form' | NonNullable<Operation['body']>, RequestHandler> = {
  form: urlencoded({ extended: false, limit: MAX_BODY, parameterLimit: 10_000 }),
  upload: raw({ type: 'multipart/form-data', limit: MAX_BODY }),
  json: (request, response, next) => {
    // What is no JSON is refused in Twilio's form, once it is known who asks.
    parseJson(request, response, (error: unknown) => {
      if (error !== undefined) Object.assign(request, { body: undefined });
      next();
    });
  },
};

async function readCall(operation: Operation, request: Request, strict: boolean): Promise<Call> {
  for (const [name, prefix] of Object.entries(operation.sids)) {
    if (!new RegExp(sidPattern(prefix)).test(request.params[name] ?? '')) {
      throw notFound(request.path.replace(/^\/v1/, ''));
    }
  }
  const call = {
    sid: (name: string) => request.params[name] ?? '',
    origin: `https://${operation.host}`,
    path: request.path,
  };
  if (operation.body === 'json') {
    const body: unknown = request.body;
    if (typeof body !== 'object' || body === null || Array.isArray(body) || !request.is('application/json')) {
      throw badRequest('Send a JSON object as application/json');
    }
    return { ...call, parameters: readParameters(operation, request.query, {}, strict), json: { ...body } };
  }
  const { fields, file } =
    operation.body === 'upload' ? await readForm(request) : { fields: objectOf(request.body), file: undefined };
  return {
    ...call,
    parameters: readParameters(operation, request.query, fields, strict),
    ...(file === undefined ? {} : { upload: file }),
  };
}

function objectOf(body: unknown): Sent {
  return typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? { ...body } : {};
}
