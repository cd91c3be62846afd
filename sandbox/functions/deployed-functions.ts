import { AsyncLocalStorage } from 'node:async_hooks';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { RequestHandler } from 'express';
import type { Build } from '../serverless/records';
import type { FunctionRunner, LogLine, Running } from '../serverless/running';
import { forgetModules, localRuntime } from './local-runtime';
import { ownFolder } from './own-folder';

export interface DeployedFunctionsOptions {
  accountSid: string;
  authToken: string;
  /** Holds the folders of running code, and nothing else. */
  parentFolder: string;
  /** Variables that every function gets over those of its environment: the way back to the doubles. */
  variables: Record<string, string>;
  /** Whether what functions write to the console appears there, besides in the logs. */
  echo: boolean;
}

export interface DeployedFunctions {
  /** For the Serverless double: `double.runFunctionsWith(deployed.run)`. */
  run: FunctionRunner;
  /** Makes the next requests find fresh containers. */
  restart: () => void;
  close: () => void;
}

/** One environment's functions while the same build runs with the same variables. */
interface Container {
  build: Build;
  env: Record<string, string>;
  folder: string;
  handler: RequestHandler;
}

/**
 * Runs the code that was uploaded and deployed to the Serverless double, in Twilio's own local runtime, in this process.
 * Whoever holds the account's credentials decides what runs, so the double must listen on this machine only.
 */
export function createDeployedFunctions(options: DeployedFunctionsOptions): DeployedFunctions {
  const containers = new Map<string, Container>();
  const logging = new AsyncLocalStorage<(line: LogLine) => void>();
  const stopListening = overhearConsole(logging, options.echo);

  const drop = (environmentSid: string) => {
    const container = containers.get(environmentSid);
    if (container === undefined) return;
    containers.delete(environmentSid);
    forgetModules(container.folder);
    rmSync(container.folder, { recursive: true, force: true });
  };
  const dropAll = () => [...containers.keys()].forEach(drop);

  const containerOf = (running: Running): Container => {
    const { environment, build } = running;
    const env = environmentOf(running, options);
    const present = containers.get(environment.sid);
    if (present?.build === build && isDeepStrictEqual(present.env, env)) return present;
    drop(environment.sid);
    const folder = ownFolder(options.parentFolder);
    const container = { build, env, folder, handler: start(build, env, folder, running, options.authToken) };
    containers.set(environment.sid, container);
    return container;
  };

  return {
    run: (running, request, response, next) => {
      logging.run(running.log, () => {
        containerOf(running).handler(request, response, next);
      });
    },
    restart: dropAll,
    close: () => {
      dropAll();
      stopListening();
    },
  };
}

/** The functions' `context`, as Twilio fills it. */
function environmentOf(
  { service, environment }: Running,
  { accountSid, authToken, variables }: DeployedFunctionsOptions,
): Record<string, string> {
  return {
    ...Object.fromEntries([...environment.variables.values()].map(({ key, value }) => [key, value])),
    ...(service.includeCredentials ? { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken } : {}),
    SERVICE_SID: service.sid,
    ENVIRONMENT_SID: environment.sid,
    DOMAIN_NAME: environment.domainName,
    ...variables,
  };
}

function start(
  build: Build,
  env: Record<string, string>,
  folder: string,
  { environment }: Running,
  authToken: string,
): RequestHandler {
  const functions = build.versions
    .filter(({ kind }) => kind === 'function')
    .map(({ sid, path, visibility, content }) => {
      // Named after the version, whose path may be anything.
      const filePath = join(folder, `${sid}.js`);
      writeFileSync(filePath, content);
      return { name: path, path, access: visibility, content, filePath };
    });
  const origin = `https://${environment.domainName}`;
  return localRuntime({
    functions,
    assets: [],
    env,
    url: origin,
    authToken,
    signedAddress: (request) => origin + request.url,
  });
}

const LEVELS = { debug: 'info', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

/**
 * What a function writes to the console becomes a log of its environment.
 * @returns puts the console back
 */
function overhearConsole(logging: AsyncLocalStorage<(line: LogLine) => void>, echo: boolean): () => void {
  const restores = Object.entries(LEVELS).map(([name, level]) => {
    const method = name as keyof typeof LEVELS;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the console's methods need no `this`
    const original = console[method];
    const overhearing = (...values: unknown[]) => {
      const log = logging.getStore();
      log?.({ level, message: values.map(String).join(' ') });
      if (log === undefined || echo) original(...values);
    };
    console[method] = overhearing;
    return () => {
      // Somebody may have replaced it since; theirs stays.
      if (console[method] === overhearing) console[method] = original;
    };
  });
  return () => restores.forEach((restore) => restore());
}
