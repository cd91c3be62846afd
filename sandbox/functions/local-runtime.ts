import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerlessResourceConfigWithFilePath as ServedFile } from '@twilio-labs/serverless-api';
import type * as RuntimeHandler from '@twilio/runtime-handler/dev';
import express, { type Request, type RequestHandler } from 'express';
import { checkSignature } from '../server/signature';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** What Twilio gives a function to answer in. */
const INVOCATION_MS = 10_000;

export interface LocalRuntimeOptions {
  functions: ServedFile[];
  assets: ServedFile[];
  /** The functions' `context`, apart from what Twilio adds. */
  env: Record<string, string>;
  /** Origin that the functions take for their own. */
  url: string;
  /** Signs requests for protected paths. */
  authToken: string;
  /** The full address that the caller of a request signed. */
  signedAddress: (request: Request) => string;
}

/**
 * Twilio's own local runtime, in this process. That runtime checks no signatures, knows no time limit and serves private
 * functions, so all three are put in front of it.
 */
export function localRuntime(options: LocalRuntimeOptions): RequestHandler {
  const { functions, assets, env, url, authToken } = options;
  const { LocalDevelopmentServer } = require('@twilio/runtime-handler/dev') as typeof RuntimeHandler;

  // The runtime puts its own Response over the one of Fetch, for the whole process.
  const fetchResponse = globalThis.Response;
  const runtime = new LocalDevelopmentServer(0, {
    baseDir: root,
    env,
    port: 0,
    url,
    live: false,
    logs: false,
    detailedLogs: false,
    legacyMode: false,
    forkProcess: false,
    enableDebugLogs: false,
    appName: 'sandbox',
    routes: { functions, assets },
  });
  globalThis.Response = fetchResponse;

  const guarded = pathsOf([...functions, ...assets], 'protected');
  const hidden = pathsOf(functions, 'private');
  const handler = express.Router();
  handler.use((request, response, next) => {
    if (hidden.has(request.path)) response.status(404).type('text/plain').send('Not Found');
    else next();
  });
  handler.use(timeLimit);
  handler.use(checkSignature(authToken, (path) => guarded.has(path), options.signedAddress));
  handler.use(runtime.getApp() as unknown as RequestHandler);
  return handler;
}

const pathsOf = (files: readonly ServedFile[], wanted: ServedFile['access']) =>
  new Set(files.filter(({ access }) => access === wanted).map(({ path }) => path));

/** Unloads what lies in a folder: functions remember things in their modules, as long as Node keeps those. */
export function forgetModules(folder: string): void {
  for (const file of Object.keys(require.cache)) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- this is how a module is unloaded
    if (file.startsWith(folder + sep)) delete require.cache[file];
  }
}

const timeLimit: RequestHandler = (_request, response, next) => {
  const timer = setTimeout(() => {
    if (!response.headersSent) response.status(504).type('text/plain').send('Runtime application timed out');
  }, INVOCATION_MS);
  response.once('close', () => clearTimeout(timer));
  next();
};
