import type { Json } from '../../display/json';
import { authenticate, type TokenDependencies } from '../auth/token';
import type { Call } from '../call';
import type { SchemaStore } from '../schema-store/schema-store';

export interface DisplaySchemaInput {
  token: string | undefined;
  /** The revision the caller already has. */
  revision: number | undefined;
}

export interface DisplaySchemaDependencies {
  tokens: TokenDependencies;
  store: SchemaStore;
}

/** schemas/contracts/display-schema-answer.json */
export type DisplaySchemaAnswer =
  | { status: 'none' }
  | { status: 'unchanged'; revision: number }
  | { status: 'published'; revision: number; document: Json };

/** The published display schema, for agents. */
export async function displaySchema(
  input: DisplaySchemaInput,
  { tokens, store }: DisplaySchemaDependencies,
  call: Call,
): Promise<DisplaySchemaAnswer> {
  await authenticate(input.token, tokens, call);
  const publications = await store.publications(call);
  if (publications.status === 'none') return { status: 'none' };
  const revision = publications.index.live;
  if (revision === input.revision) return { status: 'unchanged', revision };
  return { status: 'published', revision, document: await store.document(revision, call) };
}
