import express from 'express';
import { createTunnel } from './flex/tunnel';
import { bootRouters } from './flex/boot';
import { eventBridgeRouter } from './flex/event-bridge';
import { hostBundle, type HostBundle } from './host/bundle';
import type { SandboxExtension } from './extension';
import { closeServer, listen } from './server/listen';
import { localOnly } from './server/local-only';
import { mountOutside, observeOutside, refuseRest } from './server/outside';
import { mountFlexPages, mountHost } from './server/pages';
import { serveSockets } from './server/sockets';
import { SandboxState } from './state/sandbox-state';
import { seed } from './state/seed';
import { flexApi } from './twilio/flex-api';

export interface SandboxOptions {
  /** 0: any free one. */
  port: number;
  /** The built plugin for a placement: one classic script. */
  pluginScript: (placement: string) => string;
  /** Built functions, one CommonJS file per URL. */
  functionsDir: string;
  /** Where the bundle of Flex is kept from one start to the next. */
  cacheDir: string;
  /** Start without the waiting tasks. */
  empty?: boolean;
  extensions?: readonly SandboxExtension[];
  /** Called with a short sentence for each step that takes a while. */
  onProgress?: (step: string) => void;
}

export interface Sandbox {
  /** `http://localhost:<port>` */
  url: string;
  state: SandboxState;
  close: () => Promise<void>;
}

/** Starts the real Flex UI on doubles of what it talks to. Throws {@link SandboxError} with a sentence for a person. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const state = new SandboxState();
  let bundle: HostBundle | undefined;
  const files = { pluginScript: options.pluginScript, flexBundle: () => bundle };

  const app = express();
  app.disable('x-powered-by');
  app.use(localOnly);
  observeOutside(app, state);
  mountOutside(app, {
    ...bootRouters(),
    'event-bridge.twilio.com': eventBridgeRouter(state),
    'flex-api.twilio.com': flexApi(),
  });
  refuseRest(app);
  await mountHost(app, state, files);
  mountFlexPages(app, state, files);

  const { server, port } = await listen(app, options.port);
  const sockets = serveSockets(server, state, createTunnel());
  const close = () => closeServer(server, sockets.clients);
  try {
    bundle = await hostBundle(options.cacheDir, () => options.onProgress?.('Bundling Flex, once for this version'));
  } catch (error) {
    await close();
    throw error;
  }
  if (options.empty !== true) seed(state);
  return { url: `http://localhost:${port}`, state, close };
}
