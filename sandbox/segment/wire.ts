/**
 * The wire format of Segment's Profile API, as its public documentation describes it: shapes, error codes and limits in
 * one place. Where the documentation is silent the double takes the reading that is harder on its client.
 */
import type { ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../display/json';

/** Limits of both APIs, in the documentation's own units. */
export const LIMITS = {
  traits: { default: 10, max: 200 },
  events: { default: 100, max: 100 },
  external_ids: { default: 25, max: 100 },
  links: { default: 20, max: 20 },
  /** Requests per second and space to the Profile API. */
  requestsPerSecond: 100,
  /** The Profile API answers with no event older than this many days. */
  eventDays: 14,
  /** Bytes of one call to the Tracking API, alone or inside a batch. */
  eventBytes: 32 * 1024,
  batchBytes: 500 * 1024,
  batchEvents: 2500,
  /** An identify call with this many traits or more is dropped. */
  identifyTraits: 300,
  messageIdLength: 100,
} as const;

export interface Cursor {
  /** Address of this list. Absolute on some pages, a path on others: clients must page with `next`. */
  url: string;
  has_more: boolean;
  /** Empty on the last page. */
  next: string;
  limit?: number;
}

export interface VerboseTrait {
  value: Json;
  source_id: string;
  updated_at: string;
}

export interface ExternalIdItem {
  source_id: string;
  collection: 'users' | 'accounts';
  id: string;
  type: string;
  created_at: string;
  encoding: 'none';
  first_message_id: string;
}

export interface EventItem {
  external_ids: { collection: 'users'; type: string; id: string; encoding: 'none' }[];
  context: JsonObject;
  type: 'track';
  message_id: string;
  source_id: string;
  timestamp: string;
  properties: JsonObject;
  event: string;
  related: { users: string };
}

/** Every error the Profile API names, with its status. */
export const ERRORS = {
  validation_error: 400,
  invalid_request_error: 400,
  authentication_error: 401,
  not_found: 404,
  rate_limit_error: 429,
  internal_error: 500,
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** Thrown inside the double, answered as `{"error": {"code", "message"}}`. */
export class ProfileApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** Answers with JSON. Every answer of the Profile API, errors too, carries a `Request-Id`; none allows another origin. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(text)),
    'Request-Id': randomUUID(),
    ...headers,
  });
  response.end(text);
}

/** The first part of an `Authorization: Basic` header (the token or write key), or undefined. */
export function basicUser(header: string | undefined): string | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon === -1 ? decoded : decoded.slice(0, colon);
}
