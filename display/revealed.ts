import type { Compiled } from './compiled';
import type { Environment } from './environment';
import { fieldOf } from './field';
import { emptyValue, genericValue } from './generic';
import type { Json } from './json';
import { arrangementOf } from './layout';
import type { Decision } from './layout';
import { listingsOf } from './project';
import type { DisplayValue } from './value';
import type { Source } from './view';

/**
 * A value that was revealed, in its field's format. It has no link and is never part of a view: the plugin
 * holds it for as long as it is on screen.
 *
 * @param pointer JSON Pointer of the masked row.
 */
export function revealedValue(
  compiled: Compiled,
  decision: Decision,
  source: Source,
  pointer: string,
  value: Json,
  env: Environment,
): DisplayValue {
  const empty = emptyValue(value);
  if (empty !== undefined) return empty;
  const listing = listingsOf(arrangementOf(compiled, decision), source).find(({ id }) => id === pointer);
  if (listing === undefined) return genericValue(value, env, pointer);
  return fieldOf(listing.field, listing.path, env).show(value, env.now);
}
