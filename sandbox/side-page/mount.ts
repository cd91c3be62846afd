import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import type { Control } from '../control';
import type { SandboxExtension } from '../extension';
import { browserScript } from '../host/browser-scripts';
import { contentPolicy } from '../server/content-policy';
import type { SandboxState } from '../state/sandbox-state';
import { sideApi } from './api';
import { sidePage } from './page';

const STYLE = new URL('./style.css', import.meta.url);
const SCRIPT = new URL('./client/main.ts', import.meta.url);

/** Serves the side page at `/sandbox`, and what it asks under `/sandbox/api`. */
export async function mountSidePage(
  app: Express,
  state: SandboxState,
  control: Control,
  extensions: readonly SandboxExtension[],
): Promise<void> {
  const panels = extensions.flatMap(({ name, panel }) => (panel ? [{ name, ...panel }] : []));
  const scripts = new Map([['side-page.js', await browserScript(SCRIPT)]]);
  for (const { name, script } of panels) scripts.set(`panel-${name}.js`, await browserScript(script));

  for (const [name, text] of scripts) {
    app.get(`/sandbox/${name}`, (_request, response) => response.type('text/javascript').send(text));
  }
  app.get('/sandbox/side-page.css', (_request, response) =>
    response.type('text/css').send(readFileSync(STYLE, 'utf8')),
  );
  app.get('/sandbox', contentPolicy({ evaluate: false }), (_request, response) =>
    response.type('html').send(sidePage(panels)),
  );
  app.use('/sandbox/api', sideApi(state, control));
}
