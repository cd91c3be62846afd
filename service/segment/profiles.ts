import { setOwn } from '../../display/edit';
import { isObject, type JsonObject } from '../../display/json';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { HttpError, objectOf, type HttpClient, type HttpResponse } from '../http/client';
import { basic } from '../twilio/credentials';
import type { ProfileConfig } from './config';
import { isUnknownProfile, segmentFault, segmentRefusal, unreadable } from './errors';
import { readEvent, type PersonaEvent } from './event';
import { isWellFormed, profileSegment, strictEncode, type ProfileId } from './profile-id';

/** A page of a customer's events, newest first. */
export interface EventsPage {
  items: PersonaEvent[];
  /** Segment's own cursor for the next page; null when there is none. */
  cursor: string | null;
}

/** Reads customers from Segment's Profile API. */
export interface Profiles {
  /**
   * All traits, in Segment's order; undefined when Segment does not know the customer.
   *
   * @param include the only keys that are needed; undefined for all of them.
   * @throws ServiceError `rate_limited`, `segment_refused`, `segment_unavailable`, `timeout`, `not_configured`.
   */
  traits(profile: ProfileId, include: readonly string[] | undefined, call: Call): Promise<JsonObject | undefined>;
  /** One page of the last 14 days' events; undefined when Segment does not know the customer. Throws as `traits`. */
  events(profile: ProfileId, cursor: string | undefined, call: Call): Promise<EventsPage | undefined>;
}

const TRAITS_PER_PAGE = 200;
const EVENTS_PER_PAGE = 100;
const MAX_PAGES = 25;
const MAX_PAGE_BYTES = 4_000_000;
/** All pages together; a function's answer may have 4 MB. */
const MAX_TRAITS_BYTES = 8_000_000;
const MAX_CURSOR_LENGTH = 2_000;
/** Longest `include=`, encoded. */
const MAX_INCLUDE_LENGTH = 2_000;

/**
 * The `include=` that asks for exactly these keys, or undefined when it could not be exact: a key with a comma would be
 * read as two, and a long list would not fit an address.
 */
export function exactInclude(keys: readonly string[] | undefined): string | undefined {
  if (keys === undefined || keys.length === 0) return undefined;
  if (keys.some((key) => key === '' || key.includes(',') || key.trim() !== key || !isWellFormed(key))) return undefined;
  const encoded = keys.map(strictEncode).join(',');
  return encoded.length < MAX_INCLUDE_LENGTH ? encoded : undefined;
}

/** @param config read when it is first needed, so that a caller is known before Segment’s settings are looked at. */
export function createProfiles(http: HttpClient, config: () => ProfileConfig): Profiles {
  async function get(profile: ProfileId, resource: string, query: string, call: Call): Promise<HttpResponse> {
    const { host, spaceId, accessToken } = config();
    const path = `/v1/spaces/${spaceId}/collections/users/profiles/${profileSegment(profile)}/${resource}`;
    try {
      return await http.send({
        upstream: `segment ${resource}`,
        url: `${host}${path}?${query}`,
        headers: { Authorization: basic(accessToken, '') },
        deadline: call.deadline,
        maxBytes: MAX_PAGE_BYTES,
        record: call.record,
      });
    } catch (error) {
      throw error instanceof HttpError ? segmentFault(error) : error;
    }
  }

  return {
    async traits(profile, include, call) {
      const exact = exactInclude(include);
      const asked = exact === undefined ? '' : `&include=${exact}`;
      // Nothing is needed but whether the customer is known.
      const limit = include?.length === 0 ? 1 : TRAITS_PER_PAGE;
      const traits: JsonObject = {};
      let next: string | null = null;
      let bytes = 0;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const after: string = next === null ? '' : `&next=${strictEncode(next)}`;
        const response = await get(profile, 'traits', `limit=${limit}${asked}${after}`, call);
        if (isUnknownProfile(response)) return undefined;
        const body = bodyOf(response);
        const found = body['traits'];
        if (!isObject(found)) throw unreadable('traits');
        for (const [key, value] of Object.entries(found)) setOwn(traits, key, value);
        bytes += response.bytes;
        if (bytes > MAX_TRAITS_BYTES)
          throw new ServiceError('segment_unavailable', { detail: 'segment: too many traits' });
        const following = nextCursor(body);
        if (following === null || limit === 1) return traits;
        if (following === next) throw unreadable('cursor');
        next = following;
      }
      throw new ServiceError('segment_unavailable', { detail: 'segment: too many pages' });
    },

    async events(profile, cursor, call) {
      const after = cursor === undefined ? '' : `&next=${strictEncode(cursor)}`;
      const response = await get(profile, 'events', `limit=${EVENTS_PER_PAGE}&sort=desc${after}`, call);
      if (isUnknownProfile(response)) return undefined;
      const body = bodyOf(response);
      const list = body['data'];
      if (!Array.isArray(list)) throw unreadable('events');
      return { items: list.flatMap((item) => readEvent(item) ?? []), cursor: nextCursor(body) };
    },
  };
}

function bodyOf(response: HttpResponse): JsonObject {
  if (response.status !== 200) throw segmentRefusal(response);
  const body = objectOf(response);
  if (body === undefined) throw unreadable('answer');
  return body as JsonObject;
}

/** `next` when there is more. The cursor's address is never followed. */
function nextCursor(body: JsonObject): string | null {
  const cursor = body['cursor'];
  if (!isObject(cursor) || cursor['has_more'] !== true) return null;
  const next = cursor['next'];
  if (typeof next !== 'string' || next === '' || next.length > MAX_CURSOR_LENGTH || !isWellFormed(next)) {
    throw unreadable('cursor');
  }
  return next;
}
