/** Thrown for a value of CUSTOMER_CONTEXT_LOOPBACK that does not name this machine. */
export class LoopbackError extends Error {
  override readonly name = 'LoopbackError';
}

/**
 * Where a request goes: to its own address, or, in development, to a double on this machine
 * (`https://host/path` → `<origin>/_out/host/path`). The only place that redirects upstream traffic.
 *
 * @param origin value of CUSTOMER_CONTEXT_LOOPBACK; empty or undefined: nothing is redirected.
 * @throws LoopbackError when the value is not an http origin of 127.0.0.1 or localhost with a port: credentials must
 *   never be sent to a host that a typing mistake named.
 */
export function loopback(origin: string | undefined): (url: URL) => URL {
  if (origin === undefined || origin === '') return (url) => url;
  if (!/^http:\/\/(?:127\.0\.0\.1|localhost):[0-9]{1,5}$/.test(origin)) {
    throw new LoopbackError('CUSTOMER_CONTEXT_LOOPBACK must be http://127.0.0.1:<port> or http://localhost:<port>.');
  }
  return (url) => new URL(`/_out/${url.host}${url.pathname}${url.search}`, origin);
}
