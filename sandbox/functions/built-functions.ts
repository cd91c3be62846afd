import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import type * as ServerlessFiles from '@twilio-labs/serverless-api/dist/utils/fs';
import type { RequestHandler } from 'express';
import { ACCOUNT_SID, AUTH_TOKEN, ENVIRONMENT_SID, SERVICE_SID } from '../account';
import { SandboxError } from '../errors';
import { forgetModules, localRuntime } from './local-runtime';
import { ownFolder } from './own-folder';

const require = createRequire(import.meta.url);

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

/** Runs the functions of this checkout as they were built, without a deployment. */
export async function startFunctions(options: FunctionsOptions): Promise<FunctionsRuntime> {
  const folder = ownCopy(options);
  const { getListOfFunctionsAndAssets } =
    require('@twilio-labs/serverless-api/dist/utils/fs') as typeof ServerlessFiles;
  const { functions, assets } = await getListOfFunctionsAndAssets(folder, {
    functionsFolderNames: ['functions'],
    assetsFolderNames: ['assets'],
  });
  const handler = localRuntime({
    functions,
    assets,
    env: {
      ACCOUNT_SID,
      AUTH_TOKEN,
      SERVICE_SID,
      ENVIRONMENT_SID,
      ...sandboxVariables(options.origin),
      ...options.variables,
    },
    url: options.origin,
    authToken: AUTH_TOKEN,
    signedAddress: (request) => `http://${request.headers.host ?? ''}${request.originalUrl}`,
  });
  return {
    handler,
    restart: () => forgetModules(folder),
    close: () => {
      forgetModules(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * What functions need to know to work in a sandbox: who may ask them, where the doubles are, and that they are on this
 * machine. With a domain of Twilio's they would take no notice of the doubles.
 */
export function sandboxVariables(origin: string): Record<string, string> {
  return {
    DOMAIN_NAME: new URL(origin).host,
    FLEX_ORIGINS: [origin, origin.replace('127.0.0.1', 'localhost')].join(','),
    CUSTOMER_CONTEXT_LOOPBACK: origin,
  };
}

function ownCopy({ functionsDir, assetsDir, cacheDir }: FunctionsOptions): string {
  if (!existsSync(functionsDir)) {
    throw new SandboxError(
      'functions-missing',
      `There are no built functions in ${functionsDir}. Run "npm run build".`,
    );
  }
  const folder = ownFolder(join(cacheDir, 'running'));
  cpSync(functionsDir, join(folder, 'functions'), { recursive: true });
  if (assetsDir !== undefined && existsSync(assetsDir)) {
    cpSync(assetsDir, join(folder, 'assets'), { recursive: true });
  }
  return folder;
}
