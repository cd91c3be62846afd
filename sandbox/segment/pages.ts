/** Pages of a profile's traits, events, external ids and links, as the Profile API cuts them. */
import type { Json } from '../../display/json';
import type { Profile, ProfileStore, StoredEvent, StoredTrait } from './store';
import { LIMITS, ProfileApiError, type Cursor, type EventItem, type ExternalIdItem, type VerboseTrait } from './wire';

const DAY = 86_400_000;

export interface TraitsPage {
  traits: Record<string, Json> | Record<string, VerboseTrait>;
  cursor: Cursor;
}

/** Traits in the order of their keys. The cursor is the key that the next page starts with. */
export function traitsPage(profile: Profile, query: URLSearchParams, url: (next: string) => string): TraitsPage {
  const limit = limitOf(query, 'traits');
  const kind = query.get('class');
  if (kind !== null && kind !== 'audience' && kind !== 'computed_trait') {
    throw new ProfileApiError('invalid_request_error', 'The parameter `class` must be `audience` or `computed_trait`.');
  }
  const include = listOf(query, 'include');
  const next = query.get('next') ?? '';
  const keys = [...profile.traits]
    .filter(([key, trait]) => (kind === null || trait.class === kind) && (include?.has(key) ?? true))
    .map(([key]) => key)
    .sort();
  const from = next === '' ? keys : keys.filter((key) => key >= next);
  const page = from.slice(0, limit);
  const following = from[limit] ?? '';
  const verbose = query.get('verbose') === 'true';
  const entries = page.flatMap((key) => {
    const trait = profile.traits.get(key);
    return trait === undefined ? [] : [[key, verbose ? verboseOf(trait) : trait.value] as const];
  });
  // Object.fromEntries defines own properties, so a trait called `__proto__` is a trait like any other.
  const traits = Object.fromEntries(entries) as TraitsPage['traits'];
  return { traits, cursor: { url: url(following), has_more: following !== '', next: following, limit } };
}

/** Track events of the last 14 days, the newest first unless `sort=asc`. */
export function eventsPage(
  profile: Profile,
  query: URLSearchParams,
  url: (next: string) => string,
  now: number,
): { data: EventItem[]; cursor: Cursor } {
  const limit = limitOf(query, 'events');
  const sort = query.get('sort') ?? 'desc';
  if (sort !== 'asc' && sort !== 'desc') {
    throw new ProfileApiError('invalid_request_error', 'The parameter `sort` must be `asc` or `desc`.');
  }
  const oldest = Math.max(now - LIMITS.eventDays * DAY, dateOf(query, 'start') ?? -Infinity);
  const newest = Math.min(now, dateOf(query, 'end') ?? Infinity);
  const include = listOf(query, 'include');
  const exclude = listOf(query, 'exclude');
  const direction = sort === 'asc' ? 1 : -1;
  const wanted = profile.events
    .filter((event) => event.timestamp >= oldest && event.timestamp <= newest)
    .filter((event) => (include?.has(event.event) ?? true) && !(exclude?.has(event.event) ?? false))
    .sort((a, b) => direction * compare(a, b));
  const start = positionOf(query.get('next') ?? '');
  const from = start === undefined ? wanted : wanted.filter((event) => direction * compare(event, start) >= 0);
  const following = from[limit];
  const next = following === undefined ? '' : cursorOf(following);
  return {
    data: from.slice(0, limit).map((event) => eventItem(profile, event)),
    cursor: { url: url(next), has_more: following !== undefined, next },
  };
}

export function externalIdsPage(
  profile: Profile,
  query: URLSearchParams,
  url: (next: string) => string,
): { data: ExternalIdItem[]; cursor: Cursor } {
  const limit = limitOf(query, 'external_ids');
  const include = listOf(query, 'include');
  const ids = profile.ids.filter((id) => include?.has(id.type) ?? true);
  const next = query.get('next') ?? '';
  const start = next === '' ? 0 : ids.findIndex((id) => mappingOf(id) === next);
  if (start === -1) throw new ProfileApiError('invalid_request_error', 'The parameter `next` is not a cursor.');
  const after = ids[start + limit];
  const following = after === undefined ? '' : mappingOf(after);
  const data = ids.slice(start, start + limit).map((id) => externalIdItem(profile, id));
  return { data, cursor: { url: url(following), has_more: following !== '', next: following } };
}

/** The accounts of a user, or the users of an account. */
export function linksPage(profile: Profile, query: URLSearchParams, store: ProfileStore) {
  const limit = limitOf(query, 'links');
  const linked =
    profile.collection === 'users'
      ? profile.accounts.flatMap((id) => store.find('accounts', 'group_id', id) ?? [])
      : profile.ids.flatMap(({ id }) => store.members(id));
  return {
    data: linked.slice(0, limit).map((other) => ({
      to_collection: other.collection,
      external_ids: other.ids.map((id) => externalIdItem(other, id)),
    })),
  };
}

export function metadataOf(profile: Profile) {
  return {
    metadata: {
      created_at: iso(profile.createdAt),
      updated_at: iso(profile.updatedAt),
      expires_at: null,
      first_message_id: profile.ids[0]?.firstMessageId ?? '',
      first_source_id: profile.ids[0]?.sourceId ?? '',
      last_message_id: profile.lastMessageId,
      last_source_id: profile.lastSourceId,
    },
  };
}

/** Segment does not say what a limit above its maximum does; here the maximum holds, so clients must read `has_more`. */
function limitOf(query: URLSearchParams, list: 'traits' | 'events' | 'external_ids' | 'links'): number {
  const text = query.get('limit');
  if (text === null) return LIMITS[list].default;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit < 1) throw new ProfileApiError('invalid_request_error', 'The parameter `limit` must be a positive number.');
  return Math.min(limit, LIMITS[list].max);
}

/** A comma-separated list; the parameter may also be repeated. Undefined when it is absent. */
function listOf(query: URLSearchParams, name: string): Set<string> | undefined {
  const values = query.getAll(name);
  return values.length === 0 ? undefined : new Set(values.flatMap((value) => value.split(',')));
}

function dateOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw new ProfileApiError('invalid_request_error', `The parameter \`${name}\` must be a date in ISO 8601.`);
  }
  return time;
}

type Position = Pick<StoredEvent, 'timestamp' | 'messageId'>;

function compare(a: Position, b: Position): number {
  if (a.timestamp !== b.timestamp) return a.timestamp - b.timestamp;
  return a.messageId < b.messageId ? -1 : a.messageId > b.messageId ? 1 : 0;
}

/** An event's cursor names it by time and message id, so that events which arrive while a client pages move nothing. */
function cursorOf(event: Position): string {
  return Buffer.from(`${String(event.timestamp)}000000::${event.messageId}`).toString('base64');
}

function positionOf(next: string): Position | undefined {
  if (next === '') return undefined;
  const match = /^(\d+)000000::(.+)$/.exec(Buffer.from(next, 'base64').toString('utf8'));
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new ProfileApiError('invalid_request_error', 'The parameter `next` is not a cursor.');
  }
  return { timestamp: Number(match[1]), messageId: match[2] };
}

function verboseOf(trait: StoredTrait): VerboseTrait {
  return { value: trait.value, source_id: trait.sourceId, updated_at: iso(trait.updatedAt) };
}

function eventItem(profile: Profile, event: StoredEvent): EventItem {
  return {
    external_ids: profile.ids.map(({ type, id }) => ({ collection: 'users', type, id, encoding: 'none' })),
    context: event.context,
    type: 'track',
    message_id: event.messageId,
    source_id: event.sourceId,
    timestamp: iso(event.timestamp),
    properties: event.properties,
    event: event.event,
    related: { users: profile.segmentId },
  };
}

function externalIdItem(profile: Profile, id: Profile['ids'][number]): ExternalIdItem {
  return {
    source_id: id.sourceId,
    collection: profile.collection,
    id: id.id,
    type: id.type,
    created_at: iso(id.createdAt),
    encoding: 'none',
    first_message_id: id.firstMessageId,
  };
}

/** The cursor of external ids looks like Segment's own names for them, `map_…`. */
function mappingOf({ type, id }: { type: string; id: string }): string {
  return `map_${Buffer.from(`${type}:${id}`).toString('base64url')}`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
