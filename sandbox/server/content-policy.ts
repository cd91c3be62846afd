import type { RequestHandler } from 'express';

/**
 * Holds a page to its own origin, so that a redirect that was forgotten, or anything in a customer's data, cannot reach
 * the network. `evaluate`: Flex compiles its texts with Handlebars, which evaluates the code it writes, so the page that
 * hosts Flex does not boot without `unsafe-eval`. The sandbox's own pages have no need of it.
 */
export function contentPolicy({ evaluate }: { evaluate: boolean }): RequestHandler {
  return (request, response, next) => {
    const host = request.headers.host ?? 'localhost';
    const policy = [
      "default-src 'self'",
      `script-src 'self'${evaluate ? " 'unsafe-eval'" : ''}`,
      // Emotion and styled-components add style elements as they render.
      `style-src 'self'${evaluate ? " 'unsafe-inline'" : ''}`,
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "media-src 'self' data: blob:",
      // Not every browser counts WebSockets of the same host as 'self'.
      `connect-src 'self' ws://${host}`,
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ];
    response.setHeader('Content-Security-Policy', policy.join('; '));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    next();
  };
}
