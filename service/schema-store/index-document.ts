import { isObject } from '../../display/json';

/** Unique name of the environment that published documents live in, beside the functions' own. */
export const SCHEMA_ENVIRONMENT = 'display-schema';
/** Path of the index among that environment's protected assets. */
export const INDEX_PATH = '/index.json';
/** Revisions that stay readable; older ones are dropped by the next publication. */
export const REVISIONS_KEPT = 50;

/** Which publication is meant. Two that race may have the same number, never the same id. */
export interface RevisionRef {
  /** Counts up from 1; what people say. */
  revision: number;
  /** 16 random hexadecimal digits; absent in what was published before there were ids. */
  id?: string | undefined;
}

/** Path of one publication's document. Its content never changes. */
export function revisionPath({ revision, id }: RevisionRef): string {
  return id === undefined ? `/r/${revision}.json` : `/r/${revision}-${id}.json`;
}

/** The publication whose document has this path; undefined for a path of something else. */
export function refOfPath(path: string): RevisionRef | undefined {
  const [, digits, id] = /^\/r\/(\d{1,15})(?:-([0-9a-f]{16}))?\.json$/.exec(path) ?? [];
  const ref = { revision: Number(digits), ...(id === undefined ? {} : { id }) };
  return isRevision(ref.revision) && revisionPath(ref) === path ? ref : undefined;
}

/** Whether both are the same publication. */
export function isSameRevision(a: RevisionRef, b: RevisionRef): boolean {
  return a.revision === b.revision && a.id === b.id;
}

/** True for a text that can be the id of a publication. */
export function isRevisionId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
}

/** Who published. */
export interface Publisher {
  /** WK and 32 hexadecimal digits; absent for a publication from the command line. */
  workerSid?: string;
  name: string;
}

/** One publication. */
export interface RevisionEntry extends RevisionRef {
  /** ISO 8601 in UTC. */
  publishedAt: string;
  publishedBy: Publisher;
  /** Why, in the publisher's words. */
  comment: string;
  /** The revision whose document this one brought back. */
  restored?: number;
}

/** `/index.json`: what has been published, and what of it is live. */
export interface IndexDocument {
  format: 1;
  /** The revision that agents see. */
  live: number;
  /** Newest first, at most REVISIONS_KEPT, the live one among them. */
  revisions: RevisionEntry[];
}

/** The entry of what agents see. */
export function liveEntry({ live, revisions }: IndexDocument): RevisionRef {
  return revisions.find(({ revision }) => revision === live) ?? { revision: live };
}

/** The index, or undefined when it is not one that this version understands. */
export function parseIndex(json: unknown): IndexDocument | undefined {
  if (!isObject(json) || json['format'] !== 1 || !Array.isArray(json['revisions'])) return undefined;
  const revisions: RevisionEntry[] = [];
  for (const item of json['revisions']) {
    const entry = parseEntry(item);
    if (entry === undefined) return undefined;
    revisions.push(entry);
  }
  const live = json['live'];
  if (!isRevision(live) || !revisions.some((entry) => entry.revision === live)) return undefined;
  return { format: 1, live, revisions: revisions.sort((a, b) => b.revision - a.revision) };
}

function parseEntry(item: unknown): RevisionEntry | undefined {
  if (!isObject(item)) return undefined;
  const { revision, id, publishedAt, publishedBy, comment, restored } = item;
  if (id !== undefined && !isRevisionId(id)) return undefined;
  if (!isRevision(revision) || typeof publishedAt !== 'string' || Number.isNaN(Date.parse(publishedAt))) {
    return undefined;
  }
  if (!isObject(publishedBy) || typeof publishedBy['name'] !== 'string') return undefined;
  const { workerSid, name } = publishedBy;
  return {
    revision,
    ...(id === undefined ? {} : { id }),
    publishedAt,
    publishedBy: { name, ...(typeof workerSid === 'string' ? { workerSid } : {}) },
    comment: typeof comment === 'string' ? comment : '',
    ...(isRevision(restored) ? { restored } : {}),
  };
}

/** True for a number that can be a revision. */
export function isRevision(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}
