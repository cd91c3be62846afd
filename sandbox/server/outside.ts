import express, { type Express, type RequestHandler, type Router } from 'express';
import { OUTSIDE } from '../host/outside-path';
import { FUNCTIONS_PATH } from '../functions/built-functions';
import type { SandboxState } from '../state/sandbox-state';
import { record, suffer } from './observe';

/** `/_out/<host>/<path>` → its two parts. */
export function splitOutside(url: string): { host: string; path: string } {
  const rest = url.slice(OUTSIDE.length);
  const slash = rest.indexOf('/');
  return slash < 0 ? { host: rest, path: '/' } : { host: rest.slice(0, slash), path: rest.slice(slash) };
}

/** Records and breaks whatever comes in for an outside host, ahead of the doubles that answer. */
export function observeOutside(app: Express, state: SandboxState): void {
  app.use(
    OUTSIDE,
    record(state, splitOutside),
    suffer(state, (url) => splitOutside(url).host),
  );
}

/** The same for the sandbox's own functions. */
export function observeFunctions(state: SandboxState): RequestHandler[] {
  const target = (url: string) => ({ host: 'functions', path: url.slice(FUNCTIONS_PATH.length) });
  return [record(state, target), suffer(state, () => 'functions')];
}

export function mountOutside(app: Express, routers: Record<string, Router>): void {
  for (const [host, router] of Object.entries(routers)) app.use(OUTSIDE + host, router);
}

/** What no double answers: a plain 404 that says so, and stays in the request log. */
export function refuseRest(app: Express): void {
  const router = express.Router();
  router.use((request, response) => {
    const { host } = splitOutside(request.originalUrl);
    response.status(404).json({ code: 20404, status: 404, message: `The sandbox has no double of this at ${host}.` });
  });
  app.use(OUTSIDE, router);
}
