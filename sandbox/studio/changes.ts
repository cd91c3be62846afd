/** What is different between two JSON values, leaf by leaf. */
import { isObject, own, type Json, type JsonObject } from '../../display/json';

export interface Change {
  /** Where, as the path a flow would write: `traits.plan`, `traits["Campaign Name"]`, `events[0].name`. */
  path: string;
  kind: 'added' | 'changed' | 'removed';
  before?: Json;
  after?: Json;
}

/** At most so many are told apart; more would help nobody. */
const MOST = 200;

export function changesBetween(before: JsonObject, after: JsonObject): Change[] {
  const changes: Change[] = [];
  walk('', before, after, changes);
  return changes.slice(0, MOST);
}

function walk(path: string, before: Json | undefined, after: Json | undefined, changes: Change[]): void {
  if (changes.length > MOST || JSON.stringify(before) === JSON.stringify(after)) return;
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      walk(step(path, key), own(before, key), own(after, key), changes);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((value, at) => walk(`${path}[${String(at)}]`, value, after[at], changes));
    return;
  }
  if (before === undefined) changes.push({ path, kind: 'added', ...(after === undefined ? {} : { after }) });
  else if (after === undefined) changes.push({ path, kind: 'removed', before });
  else changes.push({ path, kind: 'changed', before, after });
}

function step(path: string, key: string): string {
  if (!/^[A-Za-z_]\w*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
