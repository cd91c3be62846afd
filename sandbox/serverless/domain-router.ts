import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import { exchange, passThrough, type Answer } from '../rest/exchange';
import { newSid } from '../state/sid';
import type { Control } from './control';
import { environmentAt, servedDeployment } from './deployments';
import { addLog } from './logs';
import type { Version } from './records';
import type { FunctionRunner, Running } from './running';
import type { ServerlessStore } from './store';

/**
 * What a deployed environment serves at its domain: the assets of its build, and what its functions answer. Without a
 * runner, requests for functions go on to the next handler.
 */
export function domainRouter(
  store: ServerlessStore,
  authToken: string,
  control: Control,
  domain: string,
  run?: FunctionRunner,
): Router {
  const router = Router();
  router.use((request, response, next) => {
    const found = find(store, domain, request.path);
    if (found?.version.kind !== 'function') {
      exchange(control, 'ServeAsset', domain, request, response, () =>
        Promise.resolve(answer(request, domain, found?.version, authToken)),
      ).catch(next);
      return;
    }
    if (run === undefined) {
      next();
      return;
    }
    passThrough(control, 'RunFunction', domain, request, response, () => run(found, request, response, next)).catch(
      next,
    );
  });
  return router;
}

function find(store: ServerlessStore, domain: string, path: string): Running | undefined {
  const at = environmentAt(store, domain);
  if (at === undefined) return undefined;
  const { service, environment } = at;
  const deployment = servedDeployment(store, environment);
  const build = service.builds.get(deployment?.buildSid ?? '');
  const version = build?.versions.find((one) => one.path === path);
  if (deployment === undefined || build === undefined || version === undefined) return undefined;
  const requestSid = newSid('RQ');
  return {
    service,
    environment,
    build,
    version,
    log: (line) =>
      addLog(environment, {
        ...line,
        sid: newSid('NO'),
        buildSid: build.sid,
        deploymentSid: deployment.sid,
        functionSid: version.fileSid,
        requestSid,
        created: store.now,
      }),
  };
}

function answer(request: Request, domain: string, version: Version | undefined, authToken: string): Answer {
  if (request.method === 'OPTIONS') {
    return {
      status: 204,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
        'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, If-Match, If-None-Match, User-Agent',
      },
    };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method Not Allowed');
  if (version === undefined) return plain(404, 'Not Found');
  if (version.visibility === 'private') return plain(403, 'Forbidden');
  if (version.visibility === 'protected' && !signed(request, domain, authToken)) {
    return plain(403, 'Unauthorized - you are not authorized to perform this action');
  }
  const headers = { 'Content-Type': version.contentType, ETag: `"${version.sid}"` };
  if (request.headers['if-none-match'] === headers.ETag) return { status: 304, headers };
  return { status: 200, headers, ...(request.method === 'HEAD' ? {} : { body: version.content }) };
}

const plain = (status: number, body: string): Answer => ({ status, headers: { 'Content-Type': 'text/plain' }, body });

/**
 * Whether the request carries the account's signature over the address as the outside world knows it. Computed here and
 * not with the service's own function, which it is there to check.
 */
function signed(request: Request, domain: string, authToken: string): boolean {
  const given = Buffer.from(request.header('X-Twilio-Signature') ?? '');
  const expected = Buffer.from(
    createHmac('sha1', authToken).update(`https://${domain}${request.url}`, 'utf8').digest('base64'),
  );
  return given.length === expected.length && timingSafeEqual(given, expected);
}
