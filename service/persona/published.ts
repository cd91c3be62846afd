import { compile, UNUSABLE } from '../../display/compile';
import type { Compiled } from '../../display/compiled';
import { loadDocument } from '../../schemas/load';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { liveEntry, type RevisionRef } from '../schema-store/index-document';
import { mayPass, type SchemaStore } from '../schema-store/schema-store';

/** The document that traits follow. */
export interface Published {
  /** null: nothing was ever published. */
  revision: number | null;
  /** Which publication of that number; undefined: nothing, or one from before there were ids. */
  revisionId?: string | undefined;
  /** null: nothing was ever published, so everything is shown. */
  compiled: Compiled | null;
}

/** How many older revisions are tried when the live one can't be used. */
const OLDER_TRIED = 5;

/**
 * The document that decides which traits may be sent: the live one, or, when that can't be used or is not there, the
 * newest one that can.
 *
 * @throws ServiceError `schema_unavailable` when there is none, or when it is out of reach: then nothing may be sent.
 */
export async function traitsDocument(
  store: SchemaStore,
  compiledDocuments: CompiledDocuments,
  call: Call,
): Promise<Published> {
  const publications = await store.publications(call);
  if (publications.status === 'none') return { revision: null, compiled: null };
  const { live, revisions } = publications.index;
  const newest = liveEntry(publications.index);
  const older = revisions.filter(({ revision }) => revision !== live);
  for (const ref of [newest, ...older.slice(0, OLDER_TRIED)]) {
    const compiled = await usable(ref, store, compiledDocuments, call);
    if (compiled !== undefined) {
      const { revision, id } = ref;
      if (revision !== live) call.log('older_schema_used', { live, revision });
      return { revision, revisionId: id, compiled };
    }
  }
  throw new ServiceError('schema_unavailable', { detail: 'no usable revision' });
}

async function usable(ref: RevisionRef, store: SchemaStore, documents: CompiledDocuments, call: Call) {
  try {
    const compiled = documents.of(await store.document(ref, call));
    return compiled.usable ? compiled : undefined;
  } catch (error) {
    // What is out of reach for a moment is no reason to go back: an older document may show what this one hides.
    if (!(error instanceof ServiceError) || error.code !== 'schema_unavailable' || mayPass(error)) throw error;
    return undefined;
  }
}

/** Lifted, checked and compiled, exactly as the plugin does it: both must agree on what is usable. */
function prepare(document: unknown): Compiled {
  const loaded = loadDocument(document);
  return loaded.usable ? compile(loaded.document) : UNUSABLE;
}

/** Prepares each document once; a document is the same object for as long as the store remembers it. */
export interface CompiledDocuments {
  of(document: unknown): Compiled;
}

export function createCompiledDocuments(): CompiledDocuments {
  const known = new WeakMap<object, Compiled>();
  return {
    of(document) {
      if (typeof document !== 'object' || document === null) return prepare(document);
      const before = known.get(document);
      if (before !== undefined) return before;
      const compiled = prepare(document);
      known.set(document, compiled);
      return compiled;
    },
  };
}
