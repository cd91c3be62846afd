import { randomUUID } from 'node:crypto';
import { ERROR_CODES } from '../../schemas/error-codes';
import type { CacheOutcome, Call } from '../call';
import { ServiceError, toServiceError } from '../error';
import type { Exchange } from '../http/client';
import { readSettings, type RawContext, type Settings } from '../settings/settings';
import { defaultHeaders, judgeOrigin } from './cors';
import { readFields, readHeader, type Fields } from './fields';
import { logEvent, logOutcome, type WriteLine } from './log';

/** One URL of the service. */
export interface Route {
  /** Its path, for the log. */
  name: string;
  /** `browser`: Flex's pages call it across origins. `studio`: Twilio calls it, signed, and no browser may. */
  audience: 'browser' | 'studio';
  /** Milliseconds an invocation may take. Twilio itself ends it after 10 s. */
  budget: number;
  /** Does the work. What it resolves to is sent as JSON; what it throws becomes an error answer. */
  run(fields: Fields, settings: Settings, call: Call): Promise<object>;
}

/** Budget of a route that a browser waits for. */
export const BROWSER_BUDGET = 8_000;
/** Budget of a route that a Studio flow, and so a caller on the line, waits for. */
export const STUDIO_BUDGET = 4_500;

type Callback = (error: null, response: unknown) => void;
export type Handler = (context: RawContext, event: unknown, callback: Callback) => void;

interface TwilioResponse {
  setStatusCode(status: number): unknown;
  setHeaders(headers: Record<string, string>): unknown;
  setBody(body: object): unknown;
}

interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: object;
}

export interface HandlerOptions {
  now?: () => number;
  write?: WriteLine;
}

/** Share of the budget that upstreams may use; the rest is for making the answer, so that it is there in time. */
const UPSTREAM_SHARE = 0.95;

/**
 * Makes a Twilio function of a route: reads its input, gives it a budget, turns whatever happens into one answer and one
 * log line, and always settles through the callback.
 */
export function twilioHandler(route: Route, options: HandlerOptions = {}): Handler {
  const now = options.now ?? Date.now;
  const write = options.write ?? ((line: string) => console.log(line));

  return function handler(context, event, callback) {
    const started = now();
    const requestId = randomUUID();
    const exchanges: Exchange[] = [];
    const caches = new Map<string, CacheOutcome>();
    let settled = false;
    const settle = (answer: Answer, error?: ServiceError) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      logOutcome(write, {
        route: route.name,
        requestId,
        status: answer.status,
        duration: now() - started,
        ...describe(error),
        exchanges,
        caches,
      });
      callback(null, respond(answer));
    };

    const settings = readSettings(context);
    let headers: Readonly<Record<string, string>> = {};
    const fail = (error: unknown) => {
      const failure = toServiceError(error);
      settle({ status: ERROR_CODES[failure.code].status, headers, body: errorBody(failure, requestId) }, failure);
    };
    const timer = setTimeout(() => fail(new ServiceError('timeout')), route.budget);

    const call: Call = {
      requestId,
      deadline: started + route.budget * UPSTREAM_SHARE,
      now,
      record: (exchange) => void exchanges.push(exchange),
      cache: (name, outcome) => void caches.set(name, outcome),
      log: (name, fields) => logEvent(write, name, requestId, { route: route.name, ...fields }),
    };

    const work = async (): Promise<object> => {
      if (route.audience === 'browser') {
        const origin = readHeader(event, 'origin');
        headers = defaultHeaders(origin);
        const verdict = judgeOrigin(origin, settings);
        headers = verdict.headers;
        if (!verdict.allowed) throw new ServiceError('origin_not_allowed');
      }
      return route.run(readFields(event), settings, call);
    };
    work().then((body) => settle({ status: 200, headers, body }), fail);
  };
}

function errorBody(error: ServiceError, requestId: string): object {
  const { code, message, retryAfter } = error;
  return { error: { code, message, requestId, ...(retryAfter === undefined ? {} : { retryAfter }) } };
}

function describe(error: ServiceError | undefined) {
  if (error === undefined) return {};
  const { cause } = error;
  return {
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(cause instanceof Error ? { cause: cause.name } : {}),
  };
}

function respond(answer: Answer): unknown {
  const { Response } = (globalThis as unknown as { Twilio: { Response: new () => TwilioResponse } }).Twilio;
  const response = new Response();
  response.setStatusCode(answer.status);
  response.setHeaders({
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers,
  });
  // An object, not a text: Twilio writes JSON by itself and would quote a text a second time.
  response.setBody(answer.body);
  return response;
}
