import { ServiceError } from '../error';
import type { HttpError, HttpResponse } from '../http/client';

/** Seconds, rounded up, that an answer asked us to wait. */
export function retryAfterSeconds(response: HttpResponse): number | undefined {
  return response.retryAfter === undefined ? undefined : Math.ceil(response.retryAfter / 1000);
}

/** What it means for the caller that Twilio gave no answer. */
export function twilioFault(error: HttpError): ServiceError {
  return new ServiceError(error.fault === 'timeout' ? 'timeout' : 'twilio_unavailable', {
    detail: error.message,
    cause: error,
  });
}

/** What a status of Twilio's REST API means, when it is no success and no 404. */
export function twilioRefusal(upstream: string, response: HttpResponse): ServiceError {
  if (response.status === 429) return new ServiceError('rate_limited', { retryAfter: retryAfterSeconds(response) });
  if (response.status === 401 || response.status === 403) {
    return new ServiceError('not_configured', { message: 'Twilio refused ACCOUNT_SID and AUTH_TOKEN.' });
  }
  return new ServiceError('twilio_unavailable', { detail: `${upstream} ${response.status}` });
}
