import type { Json } from '../../display/json';
import type { Call } from '../call';
import type { ServiceError } from '../error';
import type { IndexDocument, RevisionRef } from './index-document';

/** What has been published: nothing ever, or an index of revisions. */
export type Publications = { status: 'none' } | { status: 'published'; index: IndexDocument };

/**
 * Where published display schemas are read from. It says `none` only when it knows that nothing was ever published: a
 * failed read is an error, because the difference decides whether traits may be shown.
 */
export interface SchemaStore {
  /** @throws ServiceError `schema_unavailable` when that can't be read and no earlier index is at hand. */
  publications(call: Call): Promise<Publications>;
  /**
   * The document of a revision of the index, as it was published: any JSON.
   * @throws ServiceError `schema_unavailable`; `mayPass` says whether it may be readable in a moment.
   */
  document(revision: RevisionRef, call: Call): Promise<Json>;
}

/** Whether a document is only out of reach for now: an upstream was in trouble, and nobody said that it is not there. */
export function mayPass(error: ServiceError): boolean {
  return error.cause !== undefined;
}
