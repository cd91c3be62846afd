/** The profiles of one space: looked up by external id, changed by what the Tracking API accepted a moment before. */
import type { Json, JsonObject } from '../../display/json';
import type { Account, Customer, TraitClass } from './customer';
import type { TrackingEvent } from './tracking-event';
import { seeded, seedOf } from './random';

export interface StoredTrait {
  value: Json;
  class: TraitClass;
  sourceId: string;
  /** Milliseconds since 1970. */
  updatedAt: number;
}

export interface StoredEvent {
  event: string;
  properties: JsonObject;
  context: JsonObject;
  messageId: string;
  sourceId: string;
  /** Milliseconds since 1970. */
  timestamp: number;
}

export interface StoredId {
  type: string;
  id: string;
  sourceId: string;
  firstMessageId: string;
  createdAt: number;
}

export interface Profile {
  /** Segment's own id, `use_…` for users and `acc_…` for accounts. */
  segmentId: string;
  collection: 'users' | 'accounts';
  ids: StoredId[];
  traits: Map<string, StoredTrait>;
  events: StoredEvent[];
  accounts: string[];
  createdAt: number;
  updatedAt: number;
  lastMessageId: string;
  lastSourceId: string;
}

const SOURCES = { site: 'src_sandboxSite', calls: 'src_sandboxServer', computed: 'src_sandboxEngage' } as const;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export class ProfileStore {
  private readonly index = new Map<string, Profile>();
  private readonly waiting: { due: number; event: TrackingEvent }[] = [];
  private readonly seen = new Set<string>();

  /** @param start milliseconds since 1970 that the customers' relative times count back from */
  constructor(
    customers: readonly Customer[],
    accounts: readonly Account[],
    private readonly start: number,
  ) {
    for (const customer of customers) this.add(profileOf(customer, start));
    for (const account of accounts) this.add(accountProfile(account, start));
  }

  /** The profile that owns this external id. Ids are compared exactly, case included. */
  find(collection: Profile['collection'], type: string, id: string): Profile | undefined {
    return this.index.get(keyOf(collection, type, id));
  }

  /** All user profiles, each once. */
  users(): Profile[] {
    return [...new Set(this.index.values())].filter((profile) => profile.collection === 'users');
  }

  /** User profiles that belong to an account. */
  members(groupId: string): Profile[] {
    return this.users().filter((profile) => profile.accounts.includes(groupId));
  }

  /** Takes an event for later. A message id that was seen before is a retry: it is left out, and false comes back. */
  accept(event: TrackingEvent, due: number): boolean {
    if (this.seen.has(event.messageId)) return false;
    this.seen.add(event.messageId);
    this.waiting.push({ due, event });
    return true;
  }

  /** Applies what is due, in the order it arrived. Segment does this some time after it answered 200. */
  settle(now: number): void {
    const due = this.waiting.filter((entry) => entry.due <= now);
    if (due.length === 0) return;
    this.waiting.splice(0, this.waiting.length, ...this.waiting.filter((entry) => entry.due > now));
    for (const { event } of due) this.apply(event);
  }

  private add(profile: Profile): void {
    for (const { type, id } of profile.ids) this.index.set(keyOf(profile.collection, type, id), profile);
  }

  private apply(event: TrackingEvent): void {
    const profile = this.owner(event);
    profile.updatedAt = event.timestamp;
    profile.lastMessageId = event.messageId;
    profile.lastSourceId = SOURCES.calls;
    if (event.type === 'track') {
      const { properties, context, messageId, timestamp } = event;
      profile.events.push({ event: event.event, properties, context, messageId, timestamp, sourceId: SOURCES.calls });
      return;
    }
    for (const [key, value] of Object.entries(event.traits)) {
      profile.traits.set(key, { value, class: 'custom', sourceId: SOURCES.calls, updatedAt: event.timestamp });
    }
    if (typeof event.traits.email === 'string') this.claim(profile, 'email', event.traits.email, event);
  }

  private owner(event: TrackingEvent): Profile {
    const ids: [string, string][] = [];
    if (event.userId !== undefined) ids.push(['user_id', event.userId]);
    if (event.anonymousId !== undefined) ids.push(['anonymous_id', event.anonymousId]);
    const known = ids.map(([type, id]) => this.find('users', type, id)).find((profile) => profile !== undefined);
    const profile = known ?? emptyProfile('users', ids.join(), this.start, event.timestamp, event.messageId);
    for (const [type, id] of ids) this.claim(profile, type, id, event);
    return profile;
  }

  private claim(profile: Profile, type: string, id: string, event: TrackingEvent): void {
    if (this.find('users', type, id) !== undefined) return;
    const { messageId: firstMessageId, timestamp: createdAt } = event;
    profile.ids.push({ type, id, sourceId: SOURCES.calls, firstMessageId, createdAt });
    this.index.set(keyOf('users', type, id), profile);
  }
}

function keyOf(collection: string, type: string, id: string): string {
  return `${collection} ${type}:${id}`;
}

function profileOf(customer: Customer, start: number): Profile {
  const random = seeded(seedOf(customer.userId));
  const created = start - customer.firstSeenDaysAgo * DAY;
  const profile = emptyProfile('users', customer.userId, created, start - 2 * 60 * MINUTE, 'ajs-first-clean');
  const ids = [{ type: 'user_id', id: customer.userId }, ...customer.ids];
  profile.ids = ids.map(({ type, id }, at) => ({
    type,
    id,
    sourceId: SOURCES.site,
    firstMessageId: messageId(customer.userId, `id${String(at)}`),
    createdAt: created + at * MINUTE,
  }));
  const set = (from: Record<string, Json> | undefined, kind: TraitClass) => {
    for (const [key, value] of Object.entries(from ?? {})) {
      const sourceId = kind === 'custom' ? SOURCES.site : SOURCES.computed;
      const updatedAt = start - random.whole(2, customer.firstSeenDaysAgo * 24 * 60) * MINUTE;
      profile.traits.set(key, { value, class: kind, sourceId, updatedAt });
    }
  };
  set(customer.traits, 'custom');
  set(customer.computed, 'computed_trait');
  set(customer.audiences, 'audience');
  profile.events = customer.events.map((event, at) => storedEvent(customer, event, at, start));
  profile.accounts = customer.accounts ?? [];
  return profile;
}

function storedEvent(customer: Customer, event: Customer['events'][number], at: number, start: number): StoredEvent {
  const path = event.path ?? '/';
  return {
    event: event.event,
    properties: event.properties,
    // Documentation addresses (RFC 5737): realistic enough to prove that they are stripped, and nobody's.
    context: {
      ip: `203.0.113.${String(seedOf(customer.userId) % 254)}`,
      library: { name: 'analytics.js', version: 'next-1.70.0' },
      page: { path, referrer: '', search: '', title: event.event, url: `https://www.example.com${path}` },
      traits: { anonymousId: customer.ids.find((id) => id.type === 'anonymous_id')?.id ?? '' },
      userAgent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    },
    messageId: messageId(customer.userId, String(at)),
    sourceId: SOURCES.site,
    timestamp: Math.round(start - event.minutesAgo * MINUTE),
  };
}

function accountProfile(account: Account, start: number): Profile {
  const profile = emptyProfile('accounts', account.groupId, start - 400 * DAY, start - DAY, 'ajs-account-clean');
  profile.ids = [
    {
      type: 'group_id',
      id: account.groupId,
      sourceId: SOURCES.site,
      firstMessageId: messageId(account.groupId, 'group'),
      createdAt: profile.createdAt,
    },
  ];
  for (const [key, value] of Object.entries(account.traits)) {
    profile.traits.set(key, { value, class: 'custom', sourceId: SOURCES.site, updatedAt: profile.updatedAt });
  }
  return profile;
}

function emptyProfile(
  collection: Profile['collection'],
  name: string,
  createdAt: number,
  updatedAt: number,
  message: string,
): Profile {
  const prefix = collection === 'users' ? 'use' : 'acc';
  return {
    segmentId: `${prefix}_${hex(name, 27)}`,
    collection,
    ids: [],
    traits: new Map(),
    events: [],
    accounts: [],
    createdAt,
    updatedAt,
    lastMessageId: message,
    lastSourceId: SOURCES.site,
  };
}

function messageId(userId: string, part: string): string {
  return `ajs-${hex(`${userId}/${part}`, 32)}-clean`;
}

function hex(text: string, length: number): string {
  const random = seeded(seedOf(text));
  return Array.from({ length }, () => random.whole(0, 15).toString(16)).join('');
}
