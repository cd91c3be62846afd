import type { Json } from '../../display/json';
import { authenticate, type TokenDependencies } from '../auth/token';
import type { Call } from '../call';
import { liveEntry } from '../schema-store/index-document';
import type { SchemaStore } from '../schema-store/schema-store';

export interface DisplaySchemaInput {
  token: string | undefined;
  /** The revision the caller already has. */
  revision: number | undefined;
  /** Its id, where it has one: another publication may have the same number. */
  revisionId: string | undefined;
}

export interface DisplaySchemaDependencies {
  tokens: TokenDependencies;
  store: SchemaStore;
}

/** schemas/contracts/display-schema-answer.json */
export type DisplaySchemaAnswer =
  | { status: 'none' }
  | { status: 'unchanged'; revision: number; revisionId?: string }
  | { status: 'published'; revision: number; revisionId?: string; document: Json };

/** The published display schema, for agents. */
export async function displaySchema(
  input: DisplaySchemaInput,
  { tokens, store }: DisplaySchemaDependencies,
  call: Call,
): Promise<DisplaySchemaAnswer> {
  await authenticate(input.token, tokens, call);
  const publications = await store.publications(call);
  if (publications.status === 'none') return { status: 'none' };
  const live = liveEntry(publications.index);
  const which = { revision: live.revision, ...(live.id === undefined ? {} : { revisionId: live.id }) };
  if (live.revision === input.revision && live.id === input.revisionId) return { status: 'unchanged', ...which };
  return { status: 'published', ...which, document: await store.document(live, call) };
}
