import { createHash } from 'node:crypto';
import { createExpiringCache, type ExpiringCache } from '../cache/expiring-cache';
import { createSingleFlight, type SingleFlight } from '../cache/single-flight';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { HttpError, objectOf, type HttpClient, type HttpResponse } from '../http/client';
import { retryAfterSeconds, twilioFault } from '../twilio/errors';
import { basic, type TwilioCredentials } from '../twilio/credentials';
import type { Worker } from './worker';

export interface TokenDependencies {
  http: HttpClient;
  credentials: TwilioCredentials;
  /** Realm of Twilio's token validation, for accounts that have one. */
  realm: string | undefined;
  memory: TokenMemory;
}

/** What a container remembers of tokens: positive results only, by hash, for a minute. */
export interface TokenMemory {
  cache: ExpiringCache<Worker>;
  flight: SingleFlight<{ worker: Worker; expiresAt: number }>;
}

const KEEP_MS = 60_000;
const TOKENS_KEPT = 1_000;
/** Flex tokens have one to two kilobytes. */
const MAX_TOKEN_BYTES = 16_384;
const MAX_ANSWER_BYTES = 65_536;

export function createTokenMemory(now?: () => number): TokenMemory {
  return { cache: createExpiringCache(TOKENS_KEPT, now), flight: createSingleFlight(undefined, now) };
}

/**
 * Asks Twilio who holds this Flex token. Web-chat visitors hold valid tokens too: only a worker's token that is no
 * guest's is an agent's.
 *
 * @throws ServiceError `token_missing`, `token_invalid`, `not_an_agent`, `rate_limited`, `timeout`,
 *   `twilio_unavailable`, `not_configured`.
 */
export async function authenticate(
  token: string | undefined,
  dependencies: TokenDependencies,
  call: Call,
): Promise<Worker> {
  if (token === undefined || token.trim() === '') throw new ServiceError('token_missing');
  if (Buffer.byteLength(token, 'utf8') > MAX_TOKEN_BYTES)
    throw new ServiceError('token_invalid', { detail: 'too long' });

  const { cache, flight } = dependencies.memory;
  const key = createHash('sha256').update(dependencies.credentials.accountSid).update('\0').update(token).digest('hex');
  const known = cache.get(key);
  call.cache('token', known === undefined ? 'miss' : 'hit');
  if (known !== undefined) return known;

  const { worker, expiresAt } = await flight.run(key, () => validate(token, dependencies, call));
  cache.set(key, worker, expiresAt);
  return worker;
}

async function validate(token: string, dependencies: TokenDependencies, call: Call) {
  const { http, credentials, realm } = dependencies;
  const host = realm === undefined ? 'iam.twilio.com' : `iam.${realm}.twilio.com`;
  let response: HttpResponse;
  try {
    response = await http.send({
      upstream: 'iam',
      url: `https://${host}/v1/Accounts/${credentials.accountSid}/Tokens/validate`,
      method: 'POST',
      headers: {
        Authorization: basic(credentials.accountSid, credentials.authToken),
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ token }),
      deadline: call.deadline,
      maxBytes: MAX_ANSWER_BYTES,
      record: call.record,
    });
  } catch (error) {
    throw error instanceof HttpError ? twilioFault(error) : error;
  }
  return readWorker(response, credentials.accountSid, call.now());
}

function readWorker(response: HttpResponse, accountSid: string, now: number): { worker: Worker; expiresAt: number } {
  const body = objectOf(response);
  if (response.status === 429) throw new ServiceError('rate_limited', { retryAfter: retryAfterSeconds(response) });
  if (response.status >= 500) throw new ServiceError('twilio_unavailable', { detail: `iam ${response.status}` });
  if (body?.['valid'] === false) throw new ServiceError('token_invalid');
  if ([401, 403, 404].includes(response.status)) {
    throw new ServiceError('not_configured', { message: 'Twilio refused ACCOUNT_SID and AUTH_TOKEN.' });
  }
  if (response.status === 400) throw new ServiceError('token_invalid');
  if (response.status !== 200 || body?.['valid'] !== true) {
    throw new ServiceError('twilio_unavailable', { detail: `iam ${response.status}, unreadable` });
  }

  const account = body['account_sid'];
  if (typeof account === 'string' && account !== accountSid) throw new ServiceError('token_invalid');
  const expires = typeof body['expiration'] === 'string' ? Date.parse(body['expiration']) : Number.NaN;
  if (expires <= now) throw new ServiceError('token_invalid');

  const workerSid = body['worker_sid'];
  const given: unknown = body['roles'];
  const roles = Array.isArray(given) ? given.filter((role): role is string => typeof role === 'string') : [];
  if (typeof workerSid !== 'string' || !/^WK[0-9a-fA-F]{32}$/.test(workerSid) || roles.includes('guest')) {
    throw new ServiceError('not_an_agent');
  }
  const identity = typeof body['identity'] === 'string' ? body['identity'] : workerSid;
  const worker = { workerSid, identity, roles: Object.freeze(roles) };
  return { worker, expiresAt: Math.min(now + KEEP_MS, Number.isNaN(expires) ? Infinity : expires) };
}
