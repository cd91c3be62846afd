import { Router } from 'express';
import { apiRouter, refuseUnknown } from '../rest/api-router';
import { Control } from './control';
import { serverlessControlRouter } from './control-router';
import { environmentAt } from './deployments';
import { domainRouter } from './domain-router';
import { createHandlers } from './handlers';
import { OPERATIONS } from './operations';
import type { FunctionRunner } from './running';
import { REALISTIC_TIMINGS, ServerlessStore, type Timings } from './store';

export interface ServerlessDoubleOptions {
  accountSid: string;
  authToken: string;
  /** Domain under which environments get theirs. Default "twil.io". */
  domainBase?: string;
  /** For an invented world whose SIDs are written down elsewhere: those of services, by unique name. */
  sids?: Readonly<Record<string, string>>;
  /** Ms since 1970. Default: the machine's clock. */
  clock?: () => number;
  /** Default: about what Twilio takes. */
  timings?: Partial<Timings>;
  /** Refuse parameters that Twilio's description does not know. Default false, as Twilio itself. */
  strict?: boolean;
}

export interface ServerlessDouble {
  /** Requests for `/<host>/<path>`; passes on those for other hosts. Mount it at `/_out`. */
  router: Router;
  /** The requests for one host alone; undefined for a host that is not ours. */
  routerFor(host: string): Router | undefined;
  store: ServerlessStore;
  control: Control;
  /** The control over HTTP. */
  controlRouter: Router;
  /** What answers requests for deployed functions; until it is said, nothing of the double does. */
  runFunctionsWith(runner: FunctionRunner): void;
}

/** A double of Twilio's Serverless API, its upload host, and the domains it deploys to. All of it lives in memory. */
export function createServerlessDouble(options: ServerlessDoubleOptions): ServerlessDouble {
  const { domainBase = 'twil.io', clock = Date.now, timings = {}, strict = false, sids = {} } = options;
  const store = new ServerlessStore({ clock, timings: { ...REALISTIC_TIMINGS, ...timings }, domain: domainBase, sids });
  const control = new Control(strict);
  const handlers = createHandlers(store, options.accountSid, control);
  const hosts = new Map<string, Router>();
  for (const host of ['serverless.twilio.com', 'serverless-upload.twilio.com'] as const) {
    const { accountSid, authToken } = options;
    const api = apiRouter(host, { operations: OPERATIONS, handlers, control, accountSid, authToken });
    hosts.set(host, Router().use(api, refuseUnknown(options)));
  }

  let runner: FunctionRunner | undefined;
  const routerFor = (host: string): Router | undefined => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    return environmentAt(store, host) === undefined
      ? undefined
      : domainRouter(store, options.authToken, control, host, runner);
  };

  const router = Router();
  router.use('/:host', (request, response, next) => {
    const target = routerFor(request.params.host);
    if (target === undefined) next();
    else target(request, response, next);
  });
  return {
    router,
    routerFor,
    store,
    control,
    controlRouter: serverlessControlRouter(control),
    runFunctionsWith: (given) => {
      runner = given;
    },
  };
}
