import { randomBytes } from 'node:crypto';
import type { Json } from '../../display/json';
import type { Report } from '../../schemas/report/problem';
import { loadDocument } from '../../schemas/load';
import type { Call } from '../call';
import { ServiceError } from '../error';
import {
  INDEX_PATH,
  REVISIONS_KEPT,
  revisionPath,
  type IndexDocument,
  type Publisher,
  type RevisionEntry,
} from '../schema-store/index-document';
import { findOrCreateBase, indexOf, type Base } from './base';
import { harmless } from './failure';
import type { PublishedFiles } from './published-files';
import type { Serverless } from './serverless';
import type { Ticket } from './ticket';

export interface PublishDependencies {
  serverless: Serverless;
  files: PublishedFiles;
  serviceSid: string;
}

export interface Publication {
  /** The new document, or the revision whose document is to be brought back. */
  source: { document: Json } | { restore: number };
  /** Why, in the publisher's words. */
  comment: string;
  /** The revision the publisher started from; 0: nothing was published. */
  baseRevision: number;
  /** Its id; undefined when it has none, or when only its number is known: then only the number is compared. */
  baseId?: string | undefined;
  publisher: Publisher;
}

/** Begun, or refused because the document has errors. */
export type Started = { status: 'invalid'; report: Report } | { status: 'building'; ticket: Ticket; report: Report };

const MAX_COMMENT = 500;
/** Characters that a publisher's name may have: the index holds 50 of them and is read for every agent. */
export const LONGEST_NAME = 100;

/**
 * Begins a publication: checks document and base, uploads, and starts a build. Nothing is deployed yet.
 *
 * @throws ServiceError `conflict` when something else than `baseRevision` is deployed, `bad_request` for the comment or
 *   the name, `not_found` for a revision that is not kept any more, and what Twilio's API leads to.
 */
export async function startPublication(
  { serverless, files, serviceSid }: PublishDependencies,
  { source, comment, baseRevision, baseId, publisher }: Publication,
  call: Call,
): Promise<Started> {
  const said = readComment(comment);
  if (publisher.name.length > LONGEST_NAME) {
    throw new ServiceError('bad_request', { message: `A publisher’s name has at most ${LONGEST_NAME} characters.` });
  }
  if ('document' in source) {
    const { usable, report } = loadDocument(source.document);
    if (!usable) return { status: 'invalid', report };
  }
  const base = await harmless('looking at what is published', () => findOrCreateBase(serverless, call));
  if (base.revision !== baseRevision || (baseId !== undefined && baseId !== base.id)) {
    throw movedOn(base.revision, baseRevision);
  }
  const index = await indexOf(base, files, call);
  const document = 'document' in source ? source.document : await old(source.restore, base, index, files, call);
  const { usable, report } = loadDocument(document);
  if (!usable) return { status: 'invalid', report };

  const entry: RevisionEntry & { id: string } = {
    revision: base.revision + 1,
    // Somebody who publishes at the same moment takes the same number.
    id: randomBytes(8).toString('hex'),
    publishedAt: new Date(call.now()).toISOString(),
    publishedBy: publisher,
    comment: said,
    ...('restore' in source ? { restored: source.restore } : {}),
  };
  const { version, build } = await assemble(serverless, base, index, entry, document, call);
  const ticket: Ticket = {
    service: serviceSid,
    environment: base.environment.sid,
    build,
    base: base.environment.build,
    version,
    revision: entry.revision,
    id: entry.id,
    worker: publisher.workerSid ?? '',
    began: call.now(),
  };
  call.log('publication_started', { revision: entry.revision, build, worker: ticket.worker });
  return { status: 'building', ticket, report };
}

function readComment(comment: string): string {
  const text = comment.trim();
  if (text === '') throw new ServiceError('bad_request', { message: 'Say in a comment what has changed and why.' });
  if (text.length <= MAX_COMMENT) return text;
  throw new ServiceError('bad_request', { message: `A comment has at most ${MAX_COMMENT} characters.` });
}

/** Something else is live than what the publisher started from: a newer revision, or after a rollback an older one. */
function movedOn(live: number, known: number): ServiceError {
  const what = live < known ? `Revision ${live} is live again` : `Revision ${live} was published in the meantime`;
  return new ServiceError('conflict', {
    message:
      live === 0
        ? `Revision ${known} is not published any more. Your draft is kept: load the editor again.`
        : `${what}. Your draft is kept: compare it with that version, then publish again.`,
  });
}

async function old(
  revision: number,
  base: Base,
  index: IndexDocument | undefined,
  files: PublishedFiles,
  call: Call,
): Promise<Json> {
  const entry = index?.revisions.find((one) => one.revision === revision);
  if (entry === undefined) {
    throw new ServiceError('not_found', { message: `Revision ${revision} is not kept any more.` });
  }
  return files.document(base.environment.domain, entry, call);
}

/** Uploads the new revision and the new index, and starts a build of them and the revisions that stay. */
async function assemble(
  serverless: Serverless,
  base: Base,
  index: IndexDocument | undefined,
  entry: RevisionEntry,
  document: Json,
  call: Call,
): Promise<{ version: string; build: string }> {
  const built = new Map(base.assets.map((asset) => [asset.path, asset]));
  const older = (index?.revisions ?? []).filter((one) => built.has(revisionPath(one)));
  const kept = older.slice(0, REVISIONS_KEPT - 1);
  const next: IndexDocument = { format: 1, live: entry.revision, revisions: [entry, ...kept] };

  // The asset of a revision that goes is used again: a service does not fill up with one asset per publication.
  const dropped = older[REVISIONS_KEPT - 1];
  const free = dropped === undefined ? undefined : built.get(revisionPath(dropped));
  const path = revisionPath(entry);
  const put = async (asset: string | undefined, to: string, content: Json | IndexDocument) =>
    serverless.upload(asset ?? (await serverless.createAsset(to, call)), to, JSON.stringify(content), call);

  const [version, indexVersion] = await harmless('uploading', () =>
    Promise.all([put(free?.asset, path, document), put(built.get(INDEX_PATH)?.asset, INDEX_PATH, next)]),
  );
  const keptVersions = kept.flatMap((one) => built.get(revisionPath(one))?.version ?? []);
  const build = await harmless('starting the build', () =>
    serverless.createBuild([indexVersion, version, ...keptVersions], call),
  );
  return { version, build };
}
