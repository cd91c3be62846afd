import type { Json } from '../../display/json';
import type { Call } from '../call';
import type { IndexDocument } from './index-document';

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
   * @throws ServiceError `schema_unavailable`.
   */
  document(revision: number, call: Call): Promise<Json>;
}
