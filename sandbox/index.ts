import express from 'express';
import { createTunnel } from './flex/tunnel';
import { createControl, type Control } from './control';
import { bootRouters } from './flex/boot';
import { eventBridgeRouter } from './flex/event-bridge';
import { hostBundle, type HostBundle } from './host/bundle';
import type { SandboxExtension } from './extension';
import { join } from 'node:path';
import { FUNCTIONS_PATH, sandboxVariables, startFunctions } from './functions/built-functions';
import { createDeployedFunctions } from './functions/deployed-functions';
import { ACCOUNT_SID, AUTH_TOKEN } from './account';
import { FLEX_API } from './flex-plugins/double';
import { mountSidePage } from './side-page/mount';
import { closeServer, listen } from './server/listen';
import { localOnly } from './server/local-only';
import { OUTSIDE } from './host/outside-path';
import { mountOutside, observeFunctions, observeOutside, refuseRest } from './server/outside';
import type { Timings } from './serverless/store';
import { mountFlexPages, mountHost } from './server/pages';
import { serveSockets } from './server/sockets';
import { SandboxState } from './state/sandbox-state';
import { seed } from './state/seed';
import { accountsApi } from './twilio/accounts';
import { flexApi } from './twilio/flex-api';
import { iam } from './twilio/iam';
import { taskRouterApi } from './twilio/taskrouter';

export interface SandboxOptions {
  /** 0: any free one. */
  port: number;
  /** The built plugin for a placement: one classic script. */
  pluginScript: (placement: string) => string;
  /** Built functions, one CommonJS file per URL. */
  functionsDir: string;
  /** What the functions' service serves as public assets. */
  assetsDir?: string;
  /** Where the bundle of Flex is kept from one start to the next. */
  cacheDir: string;
  /** Start without the waiting tasks. */
  empty?: boolean;
  extensions?: readonly SandboxExtension[];
  /** Variables for the functions' environment, besides the account's own. */
  variables?: Record<string, string>;
  /** How long the Serverless double takes to build and deploy; default: about what Twilio takes. */
  serverlessTimings?: Partial<Timings>;
  /** Called with a short sentence for each step that takes a while. */
  onProgress?: (step: string) => void;
}

export interface Sandbox {
  /** `http://localhost:<port>` */
  url: string;
  /** What tests and the side page do to it. */
  control: Control;
  /** What its doubles know; for what `control` leaves out. */
  state: SandboxState;
  close: () => Promise<void>;
}

/** Starts the real Flex UI on doubles of what it talks to. Throws {@link SandboxError} with a sentence for a person. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { extensions = [] } = options;
  const state = new SandboxState(options.serverlessTimings);
  for (const { upstreams = {} } of extensions) {
    for (const [name, hosts] of Object.entries(upstreams)) state.faults.addUpstream(name, hosts);
  }
  let bundle: HostBundle | undefined;
  const files = { pluginScript: options.pluginScript, flexBundle: () => bundle };

  // The functions must know the port, so the server listens before it has anything to say.
  const app = express();
  app.disable('x-powered-by');
  const { server, port } = await listen(app, options.port);
  const sockets = serveSockets(server, state, createTunnel(state));
  const stops: (() => void | Promise<void>)[] = [() => closeServer(server, sockets.clients)];
  const close = async () => {
    for (const stop of stops.splice(0)) await stop();
  };
  try {
    const origin = `http://127.0.0.1:${port}`;
    const functions = await startFunctions({
      functionsDir: options.functionsDir,
      assetsDir: options.assetsDir,
      cacheDir: options.cacheDir,
      origin,
      variables: Object.assign({}, ...extensions.map(({ variables }) => variables), options.variables) as Record<
        string,
        string
      >,
    });
    stops.push(() => functions.close());
    const deployed = createDeployedFunctions({
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      parentFolder: join(options.cacheDir, 'running'),
      variables: sandboxVariables(origin),
      echo: true,
    });
    stops.push(() => deployed.close());
    state.serverless.runFunctionsWith(deployed.run);
    state.bus.on('schema', () => {
      functions.restart();
      deployed.restart();
    });
    const control = createControl(state, functions, () => extensions.forEach((extension) => extension.reset?.()));

    app.use(localOnly);
    observeOutside(app, state);
    for (const extension of extensions) extension.mount(app, state, state.bus);
    app.use(OUTSIDE + FLEX_API, state.plugins.router);
    app.use('/sandbox/api/serverless', state.serverless.controlRouter);
    app.use('/sandbox/api/flex-plugins', state.plugins.controlRouter);
    mountOutside(app, {
      ...bootRouters(state.session),
      'api.twilio.com': accountsApi(),
      'event-bridge.twilio.com': eventBridgeRouter(state),
      'flex-api.twilio.com': flexApi(state.conversations),
      'iam.twilio.com': iam(),
      'taskrouter.twilio.com': taskRouterApi(state.taskRouter),
    });
    app.use(OUTSIDE, state.serverless.router);
    refuseRest(app);
    app.use(FUNCTIONS_PATH, ...observeFunctions(state), functions.handler);
    await mountHost(app, state, files);
    await mountSidePage(app, state, control, extensions);
    mountFlexPages(app, state, files);

    bundle = await hostBundle(options.cacheDir, () => options.onProgress?.('Bundling Flex, once for this version'));
    if (options.empty !== true) seed(state);
    return { url: `http://localhost:${port}`, control, state, close };
  } catch (error) {
    await close();
    throw error;
  }
}
