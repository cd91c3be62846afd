import { createHmac, timingSafeEqual } from 'node:crypto';
import { isObject } from '../../display/json';
import { ServiceError } from '../error';
import { isRevision, isRevisionId } from '../schema-store/index-document';

/** What a publication that has begun needs to be finished, by whoever began it. */
export interface Ticket {
  /** ZS…: the service it was begun in. */
  service: string;
  /** ZE…: the environment it will be deployed to. */
  environment: string;
  /** ZB…: what will be deployed. */
  build: string;
  /** ZB…: what was deployed when it began; null: nothing. It is deployed only on top of that. */
  base: string | null;
  /** ZN…: the new document, by which its presence in any later build is known. */
  version: string;
  revision: number;
  /** By which it is told from another publication of the same number. */
  id: string;
  /** WK…: who began it; empty for the command line. */
  worker: string;
  /** Ms since 1970. */
  began: number;
}

/** Half the time that Twilio keeps a build nobody deploys. */
export const TICKET_LIFETIME_MS = 30 * 60_000;
const MAX_LENGTH = 2_000;

/** Signs a ticket with a key that serves nothing else. The browser keeps it; it holds no secret. */
export function signTicket(ticket: Ticket, authToken: string): string {
  const payload = Buffer.from(JSON.stringify(ticket), 'utf8').toString('base64url');
  return `${payload}.${mac(payload, authToken)}`;
}

/**
 * @param expected what the ticket must be for, besides being genuine and in time.
 * @throws ServiceError `ticket_invalid`.
 */
export function readTicket(
  text: string,
  authToken: string,
  expected: { service: string; worker: string; now: number },
): Ticket {
  const [payload = '', given = '', ...rest] = text.length > MAX_LENGTH ? [] : text.split('.');
  if (rest.length > 0 || !same(given, mac(payload, authToken))) throw new ServiceError('ticket_invalid');
  const ticket = parse(payload);
  if (ticket === undefined) throw new ServiceError('ticket_invalid', { detail: 'another version' });
  if (ticket.service !== expected.service || ticket.worker !== expected.worker) {
    throw new ServiceError('ticket_invalid', { detail: 'somebody else’s' });
  }
  if (expected.now - ticket.began > TICKET_LIFETIME_MS) {
    throw new ServiceError('ticket_invalid', {
      message:
        'Half an hour has passed, so this publication can’t be followed any more. Look at the history whether it went live; if it did not, publish again. Your draft is kept.',
    });
  }
  return ticket;
}

/** The key is derived, so that no signature made elsewhere with the auth token is a ticket's. */
function mac(payload: string, authToken: string): string {
  const key = createHmac('sha256', authToken).update('customer-context: publishing ticket 1').digest();
  return createHmac('sha256', key).update(payload).digest('base64url');
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parse(payload: string): Ticket | undefined {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!isObject(json)) return undefined;
  const { service, environment, build, base, version, revision, id, worker, began } = json;
  const texts = [service, environment, build, version, worker];
  if (!texts.every((value) => typeof value === 'string') || typeof began !== 'number' || !isRevision(revision)) {
    return undefined;
  }
  if (!isRevisionId(id)) return undefined;
  if (base !== null && typeof base !== 'string') return undefined;
  const [serviceSid = '', environmentSid = '', buildSid = '', versionSid = '', workerSid = ''] = texts;
  return {
    service: serviceSid,
    environment: environmentSid,
    build: buildSid,
    base,
    version: versionSid,
    revision,
    id,
    worker: workerSid,
    began,
  };
}
