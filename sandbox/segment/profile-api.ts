/** The Profile API of one region: authentication, the documented routes, and nothing else. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RateLimit } from './rate-limit';
import type { Space } from './spaces';
import type { Profile, ProfileStore } from './store';
import { eventsPage, externalIdsPage, linksPage, metadataOf, traitsPage } from './pages';
import { PROFILE_ENDPOINTS, type Endpoint } from './weather';
import { ERRORS, ProfileApiError, basicUser, sendJson } from './wire';

export interface ProfileApi {
  space: Space;
  store: ProfileStore;
  rateLimit: RateLimit;
  now: () => number;
}

/** The endpoint that a request's path names, or undefined: decides whose weather applies. */
export function profileEndpoint(path: string): Endpoint | undefined {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return PROFILE_ENDPOINTS.find((endpoint) => endpoint === last);
}

/** Answers one request. `request.url` is the path below the host, exactly as the client sent it. */
export function answerProfileRequest(api: ProfileApi, request: IncomingMessage, response: ServerResponse): void {
  try {
    sendJson(response, 200, answer(api, request));
  } catch (error) {
    if (!(error instanceof ProfileApiError)) throw error;
    const body = { error: { code: error.code, message: error.message } };
    sendJson(response, ERRORS[error.code], body, error.headers);
  }
}

function answer(api: ProfileApi, request: IncomingMessage): unknown {
  const [path, search = ''] = split(request.url ?? '/', '?');
  if (basicUser(request.headers.authorization) !== api.space.accessToken) throw unauthorized();
  const [empty, version, spaces, spaceId, collections, collection, profiles, identifier, resource, ...more] =
    path.split('/');
  const known =
    empty === '' &&
    version === 'v1' &&
    spaces === 'spaces' &&
    collections === 'collections' &&
    profiles === 'profiles' &&
    more.length === 0;
  if (!known || collection === undefined || identifier === undefined || request.method !== 'GET') throw notFound();
  // A token belongs to one space: for any other it is not a valid one.
  if (spaceId !== api.space.spaceId) throw unauthorized();
  if (!api.rateLimit.allow(api.now())) {
    throw new ProfileApiError('rate_limit_error', 'Too many requests hit the API too quickly.', { 'Retry-After': '1' });
  }
  if (!/^[a-z]+$/.test(collection)) {
    const bad = collection.replace(/[a-z]/g, '').slice(0, 1);
    throw new ProfileApiError('validation_error', `The parameter \`collection\` has invalid character(s) \`${bad}\``);
  }
  api.store.settle(api.now());
  const profile = find(api.store, collection, identifier);
  const query = new URLSearchParams(search);
  const url = (next: string) => listUrl(api.space, profile, path, next);
  switch (resource) {
    case 'traits':
      return traitsPage(profile, query, url);
    case 'events':
      return eventsPage(profile, query, url, api.now());
    case 'external_ids':
      return externalIdsPage(profile, query, url);
    case 'metadata':
      return metadataOf(profile);
    case 'links':
      return linksPage(profile, query, api.store);
    default:
      throw notFound();
  }
}

function find(store: ProfileStore, collection: string, identifier: string): Profile {
  // Segment warns of a 500 for characters that should have been percent-encoded. `+` is the documented trap: it is read
  // as a space, so the phone number is simply not found.
  if (/[^A-Za-z0-9\-._~!*'()%:+]/.test(identifier)) {
    throw new ProfileApiError('internal_error', 'Something went wrong on our side.');
  }
  let decoded: string;
  try {
    decoded = decodeURIComponent(identifier.replaceAll('+', ' '));
  } catch {
    throw new ProfileApiError('validation_error', 'The parameter `id` is not properly percent-encoded.');
  }
  const [type, id] = split(decoded, ':');
  const found = collection === 'users' || collection === 'accounts' ? collection : undefined;
  const profile = found && id !== undefined ? store.find(found, type, id) : undefined;
  if (profile === undefined) throw notFound();
  return profile;
}

/** Absolute on pages in the middle, a path on the last: both are documented, so no client may rely on either. */
function listUrl(space: Space, profile: Profile, path: string, next: string): string {
  if (next !== '') return `https://${space.profileHost}${path}?next=${encodeURIComponent(next)}`;
  const resource = path.slice(path.lastIndexOf('/') + 1);
  return `/v1/spaces/${space.spaceId}/collections/${profile.collection}/profiles/${profile.segmentId}/${resource}`;
}

function unauthorized(): ProfileApiError {
  return new ProfileApiError('authentication_error', 'Failure to properly authenticate yourself in the request.');
}

function notFound(): ProfileApiError {
  return new ProfileApiError('not_found', 'Profile was not found.');
}

/** Splits at the first separator only. */
function split(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
