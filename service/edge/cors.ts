import { flexOrigins, readSettings, type Settings } from '../settings/settings';

/** The origin that asks, judged. */
export interface OriginVerdict {
  /** False when a browser names an origin that is none of ours. No origin at all (a command, a test) is no browser. */
  allowed: boolean;
  headers: Readonly<Record<string, string>>;
}

/**
 * For an answer that is given before FLEX_ORIGINS could be read: so that Flex can read what is wrong with it, whichever
 * of the default origins it is opened at.
 */
export function defaultHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  const defaults = flexOrigins(readSettings({}));
  return { ...allowOrigin(defaults.find((entry) => entry === origin?.toLowerCase()) ?? defaults[0]), Vary: 'Origin' };
}

/**
 * Cross-origin headers for a browser route: only Flex's own origins may read an answer. The sandbox serves page and
 * functions itself, so its origin counts when it is configured.
 */
export function judgeOrigin(origin: string | undefined, settings: Settings): OriginVerdict {
  const allowed = allowedOrigins(settings);
  const match = origin === undefined ? undefined : allowed.find((entry) => entry === origin.toLowerCase());
  return {
    allowed: origin === undefined || match !== undefined,
    headers: {
      ...allowOrigin(match ?? allowed[0]),
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Max-Age': '86400',
      Vary: 'Origin',
    },
  };
}

function allowOrigin(origin: string | undefined): Record<string, string> {
  return origin === undefined ? {} : { 'Access-Control-Allow-Origin': origin };
}

function allowedOrigins(settings: Settings): string[] {
  const origins = flexOrigins(settings);
  const sandbox = settings.optional('CUSTOMER_CONTEXT_LOOPBACK');
  if (sandbox === undefined) return origins;
  return [...origins, sandbox, sandbox.replace('127.0.0.1', 'localhost'), sandbox.replace('localhost', '127.0.0.1')];
}
