/** Joins the Studio player to the sandbox: a page at `/sandbox/studio`, and what it asks. */
import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import { AUTH_TOKEN } from '../account';
import type { SandboxExtension } from '../extension';
import { browserScript } from '../host/browser-scripts';
import { contentPolicy } from '../server/content-policy';
import { studioRouter, type StudioOptions } from './routes';

const PAGE = '/sandbox/studio';

export function studioExtension(options: Partial<StudioOptions> = {}): SandboxExtension {
  const studio = studioRouter({ authToken: AUTH_TOKEN, functionsPath: '/_functions', ...options });
  return {
    name: 'studio',
    mount: (app) => {
      app.use('/sandbox/api/studio', studio.router);
      mountPage(app);
    },
    reset: studio.reset,
    panel: { title: 'Studio flow', script: new URL('browser/panel.ts', import.meta.url) },
  };
}

function mountPage(app: Express): void {
  const read = (name: string) => readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8');
  app.get(PAGE, contentPolicy({ evaluate: false }), (_request, response) => {
    response.set('Cache-Control', 'no-store').type('html').send(read('page.html'));
  });
  app.get(`${PAGE}/page.css`, (_request, response) => {
    response.type('css').send(read('page.css'));
  });
  // Bundled when first asked for, and then kept.
  let script: Promise<string> | undefined;
  app.get(`${PAGE}/page.js`, (_request, response, next) => {
    script ??= browserScript(new URL('browser/page.ts', import.meta.url));
    script.then((text) => response.type('text/javascript').send(text), next);
  });
}
