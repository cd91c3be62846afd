import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { BODY_KEPT } from '../state/request-log';
import type { SandboxState } from '../state/sandbox-state';

/** Browsers, and only they, say where a request comes from. */
export const isBrowser = (headers: IncomingHttpHeaders) => headers['sec-fetch-site'] !== undefined;

/** Writes each request into the log once it is answered. `target` says which host it was meant for. */
export function record(state: SandboxState, target: (path: string) => { host: string; path: string }): RequestHandler {
  return (request, response, next) => {
    const at = new Date();
    const { host, path } = target(request.originalUrl);
    const chunks: Buffer[] = [];
    // Overheard rather than read: the body stays there for whoever answers.
    const emit = request.emit.bind(request);
    request.emit = (event: string | symbol, ...rest: unknown[]) => {
      if (event === 'data' && Buffer.isBuffer(rest[0])) chunks.push(rest[0]);
      return emit(event, ...rest);
    };
    response.once('close', () =>
      state.requests.add({
        at,
        from: isBrowser(request.headers) ? 'page' : 'functions',
        method: request.method,
        host,
        path,
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
        body: Buffer.concat(chunks).toString('utf8').slice(0, BODY_KEPT),
        status: response.headersSent ? response.statusCode : 0,
      }),
    );
    next();
  };
}

/** Applies the fault in force for this host, if any. */
export function suffer(state: SandboxState, hostOf: (path: string) => string): RequestHandler {
  return (request, response, next) => {
    const host = hostOf(request.originalUrl);
    if (host !== 'functions' && isBrowser(request.headers)) {
      next();
      return;
    }
    const fault = state.faults.take(host);
    switch (fault?.kind) {
      case undefined:
        next();
        return;
      case 'slow':
        setTimeout(next, fault.ms).unref();
        return;
      case 'hang':
        request.resume();
        return;
      case 'cut':
        request.socket.destroy();
        return;
      case 'bytes':
        response.type(fault.contentType ?? 'application/json').send(Buffer.from(fault.bytes));
        return;
      case 'status':
        response
          .status(fault.status)
          .set(fault.headers ?? {})
          .json(fault.body ?? { code: 20500, message: 'Broken in the sandbox', status: fault.status });
    }
  };
}
