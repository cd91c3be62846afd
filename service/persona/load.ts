import type { JsonObject } from '../../display/json';
import type { Call } from '../call';
import { ServiceError, toServiceError } from '../error';
import type { ProfileId } from '../segment/profile-id';
import type { EventsPage, Profiles } from '../segment/profiles';
import type { PersonaMemory } from './dependencies';

/** Something Segment said, and when it was asked. */
export interface Loaded<V> {
  /** undefined: Segment does not know the customer. */
  value: V | undefined;
  /** Milliseconds since 1970. */
  at: number;
}

/** What is wanted of a customer. */
export interface Wanted {
  /** `false`: no traits. A list: only these keys are needed. */
  traits: false | { include: readonly string[] | undefined };
  /** `false`: no events. Otherwise the page after this cursor; undefined for the first. */
  events: false | { cursor: string | undefined };
}

/** How what Segment said may be kept. */
export interface Keeping {
  memory: PersonaMemory;
  /** What the memory is keyed by besides the customer: account and revision of the document, with its id. */
  scope: readonly (string | number | null)[];
  /** Ask Segment even if there is an answer of the last seconds. */
  refresh: boolean;
}

/** Traits and events, each loaded, not wanted (undefined), or failed. */
export interface Customer {
  found: boolean;
  traits: JsonObject | ServiceError | undefined;
  events: EventsPage | ServiceError | undefined;
  /** Milliseconds since 1970 at which Segment was asked. */
  at: number;
}

/** How long an answer of Segment serves others in the same container, in ms. */
export const CUSTOMER_FRESH_MS = 10_000;

/**
 * Asks Segment for the first of these ids that it knows, traits and events side by side. One of the two may fail; if
 * nothing came, the failure is thrown.
 *
 * @param keeping null: nothing is taken from or put into memory.
 * @param onLookup told of every id before Segment is asked for it.
 */
export async function loadCustomer(
  ids: readonly ProfileId[],
  wanted: Wanted,
  profiles: Profiles,
  keeping: Keeping | null,
  onLookup: (id: ProfileId) => void,
  call: Call,
): Promise<Customer> {
  let at = call.now();
  for (const id of ids) {
    onLookup(id);
    const [traits, events] = await Promise.all([
      wanted.traits && attempt(kept(['traits'], id, keeping, call, () => profiles.traits(id, includeOf(wanted), call))),
      wanted.events &&
        attempt(
          kept(['events', cursorOf(wanted)], id, keeping, call, () => profiles.events(id, cursorOf(wanted), call)),
        ),
    ]);
    const answers = [...answerOf(traits), ...answerOf(events)];
    if (answers.length === 0) throw failureOf(traits) ?? failureOf(events) ?? new ServiceError('internal');
    at = Math.min(...answers.map((answer) => answer.at));
    // Segment knows a customer for both or for neither, so one answer is enough.
    if (answers.some((answer) => answer.value !== undefined)) {
      return { found: true, traits: part(traits, {}), events: part(events, { items: [], cursor: null }), at };
    }
  }
  return {
    found: false,
    traits: wanted.traits ? {} : undefined,
    events: wanted.events ? { items: [], cursor: null } : undefined,
    at,
  };
}

function includeOf(wanted: Wanted): readonly string[] | undefined {
  return wanted.traits ? wanted.traits.include : undefined;
}

function cursorOf(wanted: Wanted): string | undefined {
  return wanted.events ? wanted.events.cursor : undefined;
}

type Part<V> = false | Loaded<V> | ServiceError;

function answerOf<V>(part: Part<V>): Loaded<V>[] {
  return part === false || part instanceof ServiceError ? [] : [part];
}

function failureOf(part: Part<unknown>): ServiceError | undefined {
  return part instanceof ServiceError ? part : undefined;
}

function part<V>(loaded: Part<V>, empty: V): V | ServiceError | undefined {
  if (loaded === false) return undefined;
  return loaded instanceof ServiceError ? loaded : (loaded.value ?? empty);
}

async function attempt<V>(loading: Promise<Loaded<V>>): Promise<Loaded<V> | ServiceError> {
  try {
    return await loading;
  } catch (error) {
    return toServiceError(error);
  }
}

async function kept<V>(
  what: readonly (string | undefined)[],
  id: ProfileId,
  keeping: Keeping | null,
  call: Call,
  ask: () => Promise<V | undefined>,
): Promise<Loaded<V>> {
  const load = async (): Promise<Loaded<V>> => {
    const at = call.now();
    return { value: await ask(), at };
  };
  if (keeping === null) return load();
  const { memory, scope, refresh } = keeping;
  const key = JSON.stringify([...what, ...scope, id.idType, id.id]);
  const known = refresh ? undefined : memory.loaded.get(key);
  call.cache(what[0] ?? '', known === undefined ? 'miss' : 'hit');
  // The key says what kind of value it is: only this function puts values there.
  if (known !== undefined) return known as Loaded<V>;
  const loaded = (await memory.flight.run(key, load)) as Loaded<V>;
  memory.loaded.set(key, loaded, loaded.at + CUSTOMER_FRESH_MS);
  return loaded;
}
