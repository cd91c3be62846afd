import type { Json } from '../../display/json';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { HttpError, type HttpClient, type HttpResponse } from '../http/client';
import {
  INDEX_PATH,
  parseIndex,
  revisionPath,
  type IndexDocument,
  type RevisionRef,
} from '../schema-store/index-document';
import { signGet } from '../twilio/signature';

/** What the schema's environment serves at this moment. Nothing is cached: decisions are made on it. */
export interface PublishedFiles {
  /** @throws ServiceError `schema_unavailable` when it can't be read. */
  index(domain: string, call: Call): Promise<IndexDocument>;
  /** @throws ServiceError `schema_unavailable` when it can't be read. */
  document(domain: string, revision: RevisionRef, call: Call): Promise<Json>;
}

const MAX_BYTES = 2_000_000;

export function createPublishedFiles(http: HttpClient, authToken: string): PublishedFiles {
  async function get(domain: string, path: string, call: Call): Promise<HttpResponse> {
    const url = `https://${domain}${path}`;
    try {
      return await http.send({
        upstream: 'schema-store',
        url,
        headers: { 'X-Twilio-Signature': signGet(url, authToken) },
        deadline: call.deadline,
        maxBytes: MAX_BYTES,
        record: call.record,
      });
    } catch (error) {
      throw error instanceof HttpError ? unreadable(error.message, error) : error;
    }
  }

  return {
    async index(domain, call) {
      const response = await get(domain, INDEX_PATH, call);
      const index = response.status === 200 ? parseIndex(response.json) : undefined;
      if (index === undefined) throw unreadable(`index: ${response.status}`);
      return index;
    },
    async document(domain, revision, call) {
      const response = await get(domain, revisionPath(revision), call);
      if (response.status !== 200 || response.json === undefined)
        throw unreadable(`r${revision.revision}: ${response.status}`);
      return response.json as Json;
    },
  };
}

function unreadable(detail: string, cause?: unknown): ServiceError {
  return new ServiceError('schema_unavailable', {
    message: 'What is published can’t be read at the moment. Try again in a few seconds.',
    retryAfter: 3,
    detail,
    cause,
  });
}
