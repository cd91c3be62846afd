import type { Json } from '../../display/json';
import { createExpiringCache, type ExpiringCache } from '../cache/expiring-cache';
import { createSingleFlight, type SingleFlight } from '../cache/single-flight';
import type { Call } from '../call';
import { ServiceError, toServiceError } from '../error';
import { HttpError, type HttpClient, type HttpResponse } from '../http/client';
import type { TwilioApi } from '../twilio/api';
import { signGet } from '../twilio/signature';
import { findEnvironment, type SchemaEnvironment } from './environment';
import { INDEX_PATH, parseIndex, revisionPath, type RevisionRef } from './index-document';
import type { Publications, SchemaStore } from './schema-store';

export interface TwilioSchemaStoreDependencies {
  http: HttpClient;
  api: TwilioApi;
  authToken: string;
  serviceSid: string;
  memory: SchemaMemory;
}

/** What a container remembers of published documents. */
export interface SchemaMemory {
  environment: ExpiringCache<SchemaEnvironment>;
  /** The last good answer and when it was read; kept however old it is. */
  last: Map<string, { publications: Publications; readAt: number }>;
  /** Until when a failed read is not repeated while there is a last good answer. */
  pausedUntil: Map<string, number>;
  /** Documents read, and until when they are not read anew; kept however old they are. */
  documents: ExpiringCache<{ document: Json; freshUntil: number }>;
  flight: SingleFlight<Publications>;
  documentFlight: SingleFlight<Json>;
}

/** How long an index is taken for current, in ms. */
export const INDEX_FRESH_MS = 30_000;
const ENVIRONMENT_FRESH_MS = 600_000;
const DOCUMENT_FRESH_MS = 3_600_000;
const DOCUMENTS_KEPT = 8;
/** While a last good answer is at hand, a refresh gets this long, and a failed one is followed by this pause. */
const REFRESH_BUDGET_MS = 2_000;
const PAUSE_MS = 5_000;
const MAX_INDEX_BYTES = 262_144;
const MAX_DOCUMENT_BYTES = 2_000_000;

export function createSchemaMemory(now?: () => number): SchemaMemory {
  return {
    environment: createExpiringCache(4, now),
    last: new Map(),
    pausedUntil: new Map(),
    documents: createExpiringCache(DOCUMENTS_KEPT, now),
    flight: createSingleFlight(undefined, now),
    documentFlight: createSingleFlight(undefined, now),
  };
}

/** Reads published documents from the protected assets of an environment in the functions' own service. */
export function createTwilioSchemaStore(dependencies: TwilioSchemaStoreDependencies): SchemaStore {
  const { http, api, authToken, serviceSid, memory } = dependencies;

  async function environment(call: Call): Promise<SchemaEnvironment | undefined> {
    const known = memory.environment.get(serviceSid);
    if (known !== undefined) return known;
    const found = await findEnvironment(api, serviceSid, call);
    // Only a deployed one is remembered: the first publication must be seen soon.
    if (found?.deployed === true) memory.environment.set(serviceSid, found, call.now() + ENVIRONMENT_FRESH_MS);
    return found;
  }

  async function asset(domain: string, path: string, maxBytes: number, call: Call): Promise<HttpResponse> {
    const url = `https://${domain}${path}`;
    return http.send({
      upstream: 'schema-store',
      url,
      headers: { 'X-Twilio-Signature': signGet(url, authToken) },
      deadline: call.deadline,
      maxBytes,
      record: call.record,
    });
  }

  async function readPublications(call: Call): Promise<Publications> {
    const place = await environment(call);
    if (place === undefined) return { status: 'none' };
    const response = await asset(place.domain, INDEX_PATH, MAX_INDEX_BYTES, call);
    if (response.status === 404 && !place.deployed) return { status: 'none' };
    if (response.status === 404) memory.environment.delete(serviceSid);
    const index = response.status === 200 ? parseIndex(response.json) : undefined;
    if (index === undefined) throw unavailable(`index: ${response.status}`);
    return { status: 'published', index };
  }

  async function readDocument(ref: RevisionRef, call: Call): Promise<Json> {
    const place = await environment(call);
    if (place === undefined) throw unavailable('no environment');
    const response = await asset(place.domain, revisionPath(ref), MAX_DOCUMENT_BYTES, call);
    if (response.status === 429 || response.status >= 500) {
      throw new ServiceError('twilio_unavailable', { detail: `revision ${ref.revision}: ${response.status}` });
    }
    if (response.status !== 200 || response.json === undefined) {
      throw unavailable(`revision ${ref.revision}: ${response.status}`);
    }
    return response.json as Json;
  }

  return {
    async publications(call) {
      const last = memory.last.get(serviceSid);
      const now = call.now();
      const fresh = last !== undefined && now - last.readAt < INDEX_FRESH_MS;
      // "Nothing was ever published" shows all traits, so it is never held on to: something may have been published since.
      const kept = last?.publications.status === 'published' ? last.publications : undefined;
      const paused = kept !== undefined && now < (memory.pausedUntil.get(serviceSid) ?? 0);
      call.cache('schema', fresh || paused ? 'hit' : 'miss');
      if (fresh) return last.publications;
      if (paused) return kept;

      const deadline = kept === undefined ? call.deadline : Math.min(call.deadline, now + REFRESH_BUDGET_MS);
      try {
        const publications = await memory.flight.run(serviceSid, () => readPublications({ ...call, deadline }));
        memory.last.set(serviceSid, { publications, readAt: call.now() });
        return publications;
      } catch (error) {
        const failure = asUnavailable(error);
        if (kept === undefined) throw failure;
        call.log('schema_kept', { reason: failure.detail ?? failure.code });
        memory.pausedUntil.set(serviceSid, call.now() + PAUSE_MS);
        return kept;
      }
    },

    async document(revision, call) {
      const key = `${serviceSid} ${revisionPath(revision)}`;
      const known = memory.documents.get(key);
      const now = call.now();
      const fresh = known !== undefined && now < known.freshUntil;
      call.cache('document', fresh ? 'hit' : 'miss');
      if (fresh) return known.document;

      const deadline = known === undefined ? call.deadline : Math.min(call.deadline, now + REFRESH_BUDGET_MS);
      try {
        const document = await memory.documentFlight.run(key, () => readDocument(revision, { ...call, deadline }));
        memory.documents.set(key, { document, freshUntil: call.now() + DOCUMENT_FRESH_MS }, Infinity);
        return document;
      } catch (error) {
        const failure = asUnavailable(error);
        if (known === undefined) throw failure;
        call.log('schema_kept', { reason: failure.detail ?? failure.code });
        memory.documents.set(key, { ...known, freshUntil: call.now() + PAUSE_MS }, Infinity);
        return known.document;
      }
    },
  };
}

function unavailable(detail: string): ServiceError {
  return new ServiceError('schema_unavailable', { detail });
}

/** Whatever went wrong, what matters to the caller is that the document can't be read now. */
function asUnavailable(error: unknown): ServiceError {
  if (error instanceof ServiceError && error.code === 'schema_unavailable') return error;
  const known = error instanceof HttpError ? error.message : toServiceError(error).code;
  return new ServiceError('schema_unavailable', { detail: known, cause: error });
}
