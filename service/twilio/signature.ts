import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The `X-Twilio-Signature` of a GET: base64 of HMAC-SHA1 with the auth token over the full URL, query included. Twilio
 * lets requests for protected assets through that carry it.
 *
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signGet(url: string, authToken: string): string {
  return createHmac('sha1', authToken).update(url, 'utf8').digest('base64');
}

/**
 * The `X-Twilio-Signature` of a form POST: as for a GET, the URL followed by each parameter's name and value, sorted by
 * name.
 */
export function signPost(url: string, parameters: Readonly<Record<string, string>>, authToken: string): string {
  const names = Object.keys(parameters).sort();
  return signGet(url + names.map((name) => name + (parameters[name] ?? '')).join(''), authToken);
}

/** Compares in constant time. */
export function sameSignature(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
