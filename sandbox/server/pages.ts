import { basename, dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import { browserScript } from '../host/browser-scripts';
import type { HostBundle } from '../host/bundle';
import { HOST_STYLE, hostPage, WAITING_PAGE } from '../host/page';
import { PLACEMENTS, type Placement } from '../state/types';
import type { SandboxState } from '../state/sandbox-state';
import { contentPolicy } from './content-policy';
import { mountReleasedPlugins, releasedPlugins, type ListedPlugin } from './released-plugins';

export interface PageFiles {
  pluginScript: (placement: string) => string;
  /** Undefined while it is being made. */
  flexBundle: () => HostBundle | undefined;
}

const SCRIPTS = {
  'redirect.js': new URL('../host/browser/redirect.ts', import.meta.url),
  'boot.js': new URL('../host/browser/boot.ts', import.meta.url),
};

/** Serves the host page and the scripts it loads. */
export async function mountHost(app: Express, state: SandboxState, files: PageFiles): Promise<void> {
  for (const [name, source] of Object.entries(SCRIPTS)) {
    const script = await browserScript(source);
    app.get(`/sandbox/${name}`, (_request, response) => response.type('text/javascript').send(script));
  }
  app.get('/sandbox/host.css', (_request, response) => response.type('text/css').send(HOST_STYLE));
  app.get('/sandbox/flex-:hash.js', (request, response, next) => {
    const bundle = files.flexBundle();
    if (bundle?.name !== basename(request.path)) {
      next();
      return;
    }
    response.sendFile(bundle.name, { root: dirname(bundle.file), immutable: true, maxAge: '365d' });
  });
  app.get('/sandbox/plugins', (_request, response) =>
    response.json(releasedPlugins(state) ?? pluginList(state.session.current.placement, files)),
  );
  mountReleasedPlugins(app, state);
  app.get('/sandbox/plugin/:file', (request, response, next) => {
    const placement = PLACEMENTS.find((one) => request.params.file.startsWith(one));
    if (!placement) {
      next();
      return;
    }
    const script = files.pluginScript(placement);
    const name = basename(script);
    // The source map lies beside the script, whatever the script is called.
    const wanted = request.params.file.endsWith('.map') ? `${name}.map` : name;
    response.sendFile(wanted, { root: dirname(script), cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
  });
}

/** Every other address is a page of Flex's own router. */
export function mountFlexPages(app: Express, state: SandboxState, files: PageFiles): void {
  app.get('*', contentPolicy({ evaluate: true }), (_request, response) => {
    const bundle = files.flexBundle();
    response
      .status(bundle ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(bundle ? hostPage(state.session.current, bundle.name) : WAITING_PAGE);
  });
}

/** What Flex's plugin service answers until something is released. */
function pluginList(placement: Placement, files: PageFiles): ListedPlugin[] {
  const changed = readFileSync(files.pluginScript(placement)).length;
  return [
    {
      name: 'plugin-customer-context',
      version: '0.0.0',
      src: `/sandbox/plugin/${placement}.js?bytes=${changed}`,
      phase: 3,
    },
  ];
}
