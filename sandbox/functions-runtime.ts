import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as ServerlessFiles from '@twilio-labs/serverless-api/dist/utils/fs';
import type * as RuntimeHandler from '@twilio/runtime-handler/dev';
import express, { type RequestHandler } from 'express';
import { ACCOUNT_SID, AUTH_TOKEN, ENVIRONMENT_SID, SERVICE_SID } from './account';
import { SandboxError } from './errors';
import { checkSignature } from './server/signature';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../', import.meta.url));

/** What Twilio gives a function to answer in. */
const INVOCATION_MS = 10_000;

export const FUNCTIONS_PATH = '/_functions';

export interface FunctionsOptions {
  functionsDir: string;
  /** Public assets of the same service; absent: there are none. */
  assetsDir?: string | undefined;
  cacheDir: string;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Segment's keys and the like. */
  variables: Record<string, string>;
}

export interface FunctionsRuntime {
  handler: RequestHandler;
  /** Makes the next request find a fresh container: nothing that functions remember is left. */
  restart: () => void;
  close: () => void;
}

/**
 * Runs the built functions in Twilio's own local runtime, in this process. That runtime checks no signatures and knows
 * no time limit, so both are put in front of it.
 */
export async function startFunctions(options: FunctionsOptions): Promise<FunctionsRuntime> {
  const { folder, close } = ownCopy(options);
  const { LocalDevelopmentServer } = require('@twilio/runtime-handler/dev') as typeof RuntimeHandler;
  const { getListOfFunctionsAndAssets } =
    require('@twilio-labs/serverless-api/dist/utils/fs') as typeof ServerlessFiles;
  const routes = await getListOfFunctionsAndAssets(folder, {
    functionsFolderNames: ['functions'],
    assetsFolderNames: ['assets'],
  });

  // The runtime puts its own Response over the one of Fetch, for the whole process.
  const fetchResponse = globalThis.Response;
  const runtime = new LocalDevelopmentServer(0, {
    baseDir: root,
    env: {
      ACCOUNT_SID,
      AUTH_TOKEN,
      SERVICE_SID,
      ENVIRONMENT_SID,
      FLEX_ORIGINS: [options.origin, options.origin.replace('127.0.0.1', 'localhost')].join(','),
      CUSTOMER_CONTEXT_LOOPBACK: options.origin,
      ...options.variables,
    },
    port: 0,
    url: options.origin,
    live: false,
    logs: false,
    detailedLogs: false,
    legacyMode: false,
    forkProcess: false,
    enableDebugLogs: false,
    appName: 'sandbox',
    routes,
  });
  globalThis.Response = fetchResponse;

  const guarded = new Set(
    [...routes.functions, ...routes.assets].filter(({ access }) => access === 'protected').map(({ path }) => path),
  );
  const hidden = new Set(routes.functions.filter(({ access }) => access === 'private').map(({ path }) => path));
  const handler = express.Router();
  handler.use((request, response, next) => {
    if (hidden.has(request.path)) response.status(404).type('text/plain').send('Not Found');
    else next();
  });
  handler.use(timeLimit);
  handler.use(checkSignature(AUTH_TOKEN, (path) => guarded.has(path)));
  handler.use(runtime.getApp() as unknown as RequestHandler);

  return { handler, restart: () => forget(folder), close };
}

/**
 * Functions remember things between requests in their modules, and Node keeps one module per file: each sandbox runs a
 * copy, so that two in one process share nothing.
 */
function ownCopy({ functionsDir, assetsDir, cacheDir }: FunctionsOptions): { folder: string; close: () => void } {
  if (!existsSync(functionsDir)) {
    throw new SandboxError(
      'functions-missing',
      `There are no built functions in ${functionsDir}. Run "npm run build".`,
    );
  }
  const running = join(cacheDir, 'running');
  mkdirSync(running, { recursive: true });
  for (const left of readdirSync(running)) {
    if (!isAlive(Number(left.split('-')[0]))) rmSync(join(running, left), { recursive: true, force: true });
  }
  const folder = join(running, `${process.pid}-${(copies += 1)}`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(functionsDir, join(folder, 'functions'), { recursive: true });
  if (assetsDir !== undefined && existsSync(assetsDir)) {
    cpSync(assetsDir, join(folder, 'assets'), { recursive: true });
  }
  // Else Node would take them for ES modules, as the checkout says.
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return {
    folder,
    close: () => {
      forget(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
let copies = 0;

function forget(folder: string): void {
  for (const file of Object.keys(require.cache)) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- this is how a module is unloaded
    if (file.startsWith(folder + sep)) delete require.cache[file];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const timeLimit: RequestHandler = (_request, response, next) => {
  const timer = setTimeout(() => {
    if (!response.headersSent) response.status(504).type('text/plain').send('Runtime application timed out');
  }, INVOCATION_MS);
  response.once('close', () => clearTimeout(timer));
  next();
};
