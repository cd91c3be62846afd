import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const LOCAL = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

/**
 * True for requests addressed to this machine by pages of this machine. Another website could otherwise reach the
 * sandbox through the browser of whoever runs it: by a host name that resolves here, or by a cross-site request.
 */
export function isLocal(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (!LOCAL.test(host ?? '')) return false;
  return origin === undefined || origin === `http://${host ?? ''}`;
}

export const localOnly: RequestHandler = (request, response, next) => {
  if (isLocal(request)) next();
  else response.status(403).type('text/plain').send('The sandbox answers pages of its own origin only.');
};
