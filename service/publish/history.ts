import type { Json } from '../../display/json';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { SCHEMA_ENVIRONMENT, type RevisionEntry } from '../schema-store/index-document';
import type { PublishDependencies } from './start';

export type HistoryQuestion =
  /** Publications older than `before`, newest first; without it from the newest on. */
  { before: number | undefined } | { revision: number };

export type HistoryAnswer =
  | { status: 'none' }
  /** `next`: pass it as `before` for the following page; null: there is none. */
  | { status: 'published'; live: number; revisions: RevisionEntry[]; next: number | null }
  | { status: 'revision'; live: number; entry: RevisionEntry; document: Json };

const PAGE_SIZE = 10;

/**
 * Who published what, when and why: the last 50 revisions, ten at a time, or one with its document.
 *
 * @throws ServiceError `not_found` for a revision that is not kept, `schema_unavailable`, and what Twilio's API leads to.
 */
export async function history(
  { serverless, files }: PublishDependencies,
  question: HistoryQuestion,
  call: Call,
): Promise<HistoryAnswer> {
  const environment = await serverless.findEnvironment(SCHEMA_ENVIRONMENT, call);
  const published = environment !== undefined && environment.build !== null;
  const index = published ? await files.index(environment.domain, call) : undefined;
  if ('revision' in question) {
    const entry = index?.revisions.find(({ revision }) => revision === question.revision);
    if (!published || index === undefined || entry === undefined) {
      throw new ServiceError('not_found', { message: `Revision ${question.revision} is not kept any more.` });
    }
    const document = await files.document(environment.domain, entry, call);
    return { status: 'revision', live: index.live, entry, document };
  }
  if (index === undefined) return { status: 'none' };
  const { before = Infinity } = question;
  const older = index.revisions.filter(({ revision }) => revision < before);
  const revisions = older.slice(0, PAGE_SIZE);
  const last = revisions.at(-1);
  return {
    status: 'published',
    live: index.live,
    revisions,
    next: last !== undefined && older.length > PAGE_SIZE ? last.revision : null,
  };
}
