import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { ACCOUNT_SID, AUTH_TOKEN } from '../account';
import { createFlexPluginsDouble, FLEX_API, type FlexPluginsDouble } from '../flex-plugins/double';
import { sandboxVariables } from '../functions/built-functions';
import { createDeployedFunctions } from '../functions/deployed-functions';
import { createServerlessDouble, type ServerlessDouble } from '../serverless/double';
import type { Timings } from '../serverless/store';
import { twilioCaller, type TwilioCaller } from './twilio-caller';

export interface CloudsOptions {
  /** Default: the sandbox's account. */
  accountSid?: string;
  authToken?: string;
  /** Ms since 1970. Default: the machine's clock. */
  clock?: () => number;
  /** Default: everything at once. */
  timings?: Partial<Timings>;
  /** Refuse parameters that Twilio's descriptions do not know. Default: yes. */
  strict?: boolean;
  /** Properties of the Flex Configuration that are set from the start. */
  configuration?: Readonly<Record<string, unknown>>;
  /** Variables that every deployed function gets over those of its environment. */
  variables?: Record<string, string>;
  /** Answers for other hosts, at `/<host>/<path>`, ahead of the doubles. */
  beside?: Router;
}

export interface Clouds extends TwilioCaller {
  /** `http://127.0.0.1:<port>`; what CUSTOMER_CONTEXT_LOOPBACK is for clients that know it. */
  origin: string;
  accountSid: string;
  authToken: string;
  serverless: ServerlessDouble;
  plugins: FlexPluginsDouble;
  /** Faults of the Serverless API, its upload host and what it deploys: `controls.serverless.fail('CreateBuild', …)`. */
  controls: { serverless: ServerlessDouble['control']; plugins: FlexPluginsDouble['control'] };
  close(): Promise<void>;
}

/**
 * Everything that a deployment talks to, on one loopback origin: `https://<host>/<path>` is `<origin>/_out/<host>/<path>`.
 * Serverless API, upload host, deployed domains with their functions running, Flex Plugins API, Flex Configuration. What
 * functions write to the console goes to the logs of their environment only.
 */
export async function serveClouds(options: CloudsOptions = {}): Promise<Clouds> {
  const { accountSid = ACCOUNT_SID, authToken = AUTH_TOKEN, strict = true } = options;
  const common = {
    accountSid,
    authToken,
    strict,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  };
  const serverless = createServerlessDouble({ ...common, timings: { build: 0, propagation: 0, ...options.timings } });
  const plugins = createFlexPluginsDouble({
    ...common,
    ...(options.configuration === undefined ? {} : { configuration: options.configuration }),
  });
  const app = express();
  app.disable('x-powered-by');
  if (options.beside !== undefined) app.use('/_out', options.beside);
  app.use(`/_out/${FLEX_API}`, plugins.router);
  app.use('/_out', serverless.router);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), 'clouds-'));
  const functions = createDeployedFunctions({
    accountSid,
    authToken,
    parentFolder: folder,
    variables: { ...sandboxVariables(origin), ...options.variables },
    echo: false,
  });
  serverless.runFunctionsWith(functions.run);
  return {
    ...twilioCaller(origin, { accountSid, authToken }),
    origin,
    accountSid,
    authToken,
    serverless,
    plugins,
    controls: { serverless: serverless.control, plugins: plugins.control },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      functions.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
