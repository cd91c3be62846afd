import type { Json } from './json';
import { isObject } from './json';

/**
 * The `context` of a task as the engine takes it: flows sometimes pass the JSON text of an object instead of the object.
 * Anything else stays as it is.
 */
export function readContext(context: Json | undefined): Json | undefined {
  if (typeof context !== 'string' || !context.trimStart().startsWith('{')) return context;
  try {
    const parsed = JSON.parse(context) as Json;
    return isObject(parsed) ? parsed : context;
  } catch {
    return context;
  }
}
