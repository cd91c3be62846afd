import type { Path } from '../json/pointer';
import { isObject, listAt, own, type UnknownObject } from '../json/value';
import type { Note } from './problem';

/** Rules that never apply, and names that are included and excluded at once. */
export function reportEvents(events: UnknownObject, path: Path, note: Note): void {
  const include = own(events, 'include') === undefined ? undefined : listAt(events, 'include');
  const exclude = listAt(events, 'exclude');
  const warn = (at: Path, message: string) => note({ severity: 'warning', path: [...path, ...at], message });
  exclude.forEach((name, index) => {
    if (include?.includes(name)) warn(['exclude', index], 'is included above and excluded here: it is never shown');
  });
  const seen = new Set<unknown>();
  listAt(events, 'rules').forEach((rule, index) => {
    const name = isObject(rule) ? own(rule, 'name') : undefined;
    if (typeof name !== 'string') return;
    const at = ['rules', index];
    if (seen.has(name)) warn(at, 'never applies: an earlier rule has the same name');
    else if (exclude.includes(name)) warn(at, 'never applies: the event is excluded');
    else if (include && !include.includes(name)) warn(at, 'never applies: the event is not among those included');
    seen.add(name);
  });
}
