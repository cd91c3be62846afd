import { isObject } from '../../display/json';
import { ServiceError } from '../error';
import { objectOf, type HttpError, type HttpResponse } from '../http/client';

/** Segment's own word for what went wrong: `{"error": {"code", "message"}}`. Its message may quote ids and is dropped. */
function codeOf(response: HttpResponse): string | undefined {
  const error = objectOf(response)?.['error'];
  const code = isObject(error) ? error['code'] : undefined;
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : undefined;
}

/** Whether an answer says that Segment does not know this customer; a 404 of anything else says something is wrong. */
export function isUnknownProfile(response: HttpResponse): boolean {
  return response.status === 404 && codeOf(response) === 'not_found';
}

/** What a status means that is neither a success nor an unknown profile. */
export function segmentRefusal(response: HttpResponse): ServiceError {
  const detail = `segment ${response.status} ${codeOf(response) ?? ''}`.trimEnd();
  if (response.status === 429) {
    const retryAfter = response.retryAfter === undefined ? undefined : Math.ceil(response.retryAfter / 1000);
    return new ServiceError('rate_limited', { detail, retryAfter });
  }
  if (response.status >= 400 && response.status < 500) return new ServiceError('segment_refused', { detail });
  return new ServiceError('segment_unavailable', { detail });
}

/** What it means for the caller that Segment gave no answer. */
export function segmentFault(error: HttpError): ServiceError {
  return new ServiceError(error.fault === 'timeout' ? 'timeout' : 'segment_unavailable', {
    detail: error.message,
    cause: error,
  });
}

export function unreadable(what: string): ServiceError {
  return new ServiceError('segment_unavailable', { detail: `segment: unreadable ${what}` });
}
