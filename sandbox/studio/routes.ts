/** What the Studio page asks of the sandbox, below `/sandbox/api/studio`: JSON in, JSON out. */
import { randomUUID } from 'node:crypto';
import express, { Router, type Request, type RequestHandler } from 'express';
import { isObject, own, type Json, type JsonObject } from '../../display/json';
import { Execution, FlowError, type FunctionWidget, type SplitWidget } from './execution';
import { LiquidError } from './liquid';
import type { FunctionCall } from './run-function';
import { OPERATORS, type Condition, type OperatorName } from './split';

/** The two functions that a flow may call. */
export const FUNCTIONS = ['fetch-persona-studio', 'identifyUser'] as const;

export interface StudioOptions {
  authToken: string;
  /** Path under which the sandbox serves functions, such as `/_functions`. */
  functionsPath: string;
  /** Default: Studio's own. */
  limits?: FunctionCall['limits'];
}

/** What Studio remembers of executions; the newest 20. */
const KEPT = 20;

/**
 * - `POST /executions` → `{id, steps, variables}`: starts one
 * - `GET /executions/:id`
 * - `POST /executions/:id/run-function` `{widget, function, parameters, unsigned?}` → `{step, variables}`
 * - `POST /executions/:id/split` `{widget, variable, conditions: [{operator, value, transition}]}` → `{step, variables}`
 * - `GET /operators` → `{name: {label, takesValue}}`
 *
 * A request that makes no sense gets 400 `{error: {message}}`; an execution that is gone, 404.
 */
export function studioRouter(options: StudioOptions): { router: Router; reset: () => void } {
  const executions = new Map<string, Execution>();
  const router = Router();
  router.use(express.json({ limit: '1mb' }));

  const answer = (act: (request: Request) => unknown): RequestHandler => {
    return (request, response, next) => {
      Promise.resolve()
        .then(() => act(request))
        .then((body) => response.json(body))
        .catch((error: unknown) => {
          if (!(error instanceof FlowError || error instanceof LiquidError)) next(error);
          else response.status(error instanceof Gone ? 404 : 400).json({ error: { message: error.message } });
        });
    };
  };
  const found = (request: Request): Execution => {
    const execution = executions.get(request.params.id ?? '');
    if (execution === undefined) throw new Gone('This execution is gone. Start a new one.');
    return execution;
  };

  router.get(
    '/operators',
    answer(() => OPERATORS),
  );
  router.post(
    '/executions',
    answer(() => {
      const execution = new Execution(`FN${randomUUID().replaceAll('-', '')}`);
      executions.set(execution.id, execution);
      for (const id of [...executions.keys()].slice(0, -KEPT)) executions.delete(id);
      return execution;
    }),
  );
  router.get('/executions/:id', answer(found));
  router.post(
    '/executions/:id/run-function',
    answer(async (request) => {
      const execution = found(request);
      const body = bodyOf(request);
      const name = FUNCTIONS.find((one) => one === own(body, 'function'));
      if (name === undefined) throw new FlowError(`The function must be one of: ${FUNCTIONS.join(', ')}.`);
      const port = String(request.socket.localPort);
      const url = `http://127.0.0.1:${port}${options.functionsPath}/${name}`;
      const step = await execution.runFunction(functionWidget(body), {
        url,
        authToken: options.authToken,
        unsigned: own(body, 'unsigned') === true,
        ...(options.limits === undefined ? {} : { limits: options.limits }),
      });
      return { step, variables: execution.variables };
    }),
  );
  router.post(
    '/executions/:id/split',
    answer((request) => {
      const execution = found(request);
      return { step: execution.split(splitWidget(bodyOf(request))), variables: execution.variables };
    }),
  );
  return { router, reset: () => executions.clear() };
}

class Gone extends FlowError {}

function bodyOf(request: Request): JsonObject {
  const body: unknown = request.body;
  return isObject(body) ? body : {};
}

/** Studio names widgets with letters, digits, dashes and underscores. */
function widgetName(value: Json | undefined): string {
  if (typeof value === 'string' && /^[A-Za-z][\w-]{0,63}$/.test(value)) return value;
  throw new FlowError('The widget needs a name of letters, digits, dashes and underscores.');
}

function functionWidget(body: JsonObject): FunctionWidget {
  const given = own(body, 'parameters');
  const parameters = Object.entries(isObject(given) ? given : {}).map(([name, value]) => {
    if (typeof value !== 'string') throw new FlowError(`The parameter ${name} must be text, as all of Studio's are.`);
    return [name, value] as const;
  });
  return { widget: widgetName(own(body, 'widget')), parameters: Object.fromEntries(parameters) };
}

function splitWidget(body: JsonObject): SplitWidget {
  const variable = own(body, 'variable');
  const conditions = own(body, 'conditions');
  if (typeof variable !== 'string') throw new FlowError('The split needs a variable to test.');
  if (!Array.isArray(conditions)) throw new FlowError('The split needs a list of conditions.');
  return { widget: widgetName(own(body, 'widget')), variable, conditions: conditions.map(condition) };
}

function condition(given: Json): Condition {
  const part = (key: string) => (isObject(given) ? own(given, key) : undefined);
  const operator = (Object.keys(OPERATORS) as OperatorName[]).find((name) => name === part('operator'));
  const value = part('value') ?? '';
  const transition = part('transition');
  if (operator === undefined) throw new FlowError(`The operator must be one of: ${Object.keys(OPERATORS).join(', ')}.`);
  if (typeof value !== 'string') throw new FlowError('The value of a condition must be text.');
  if (typeof transition !== 'string' || transition === '') throw new FlowError('The condition needs a transition.');
  return { operator, value, transition };
}
