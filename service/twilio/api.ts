import type { Call } from '../call';
import { HttpError, objectOf, type HttpClient, type HttpResponse } from '../http/client';
import { ServiceError } from '../error';
import { basic, type TwilioCredentials } from './credentials';
import { twilioFault, twilioRefusal } from './errors';

/** Reads Twilio's REST API as the account. */
export interface TwilioApi {
  /**
   * A resource as an object; undefined when Twilio says 404.
   * @throws ServiceError `rate_limited`, `timeout`, `twilio_unavailable`, `not_configured`.
   */
  get(upstream: string, url: string, call: Call): Promise<Record<string, unknown> | undefined>;
}

export function createTwilioApi(http: HttpClient, credentials: TwilioCredentials): TwilioApi {
  return {
    async get(upstream, url, call) {
      let response: HttpResponse;
      try {
        response = await http.send({
          upstream,
          url,
          headers: { Authorization: basic(credentials.accountSid, credentials.authToken) },
          deadline: call.deadline,
          record: call.record,
        });
      } catch (error) {
        throw error instanceof HttpError ? twilioFault(error) : error;
      }
      if (response.status === 404) return undefined;
      const body = objectOf(response);
      if (response.status !== 200) throw twilioRefusal(upstream, response);
      if (body === undefined) throw new ServiceError('twilio_unavailable', { detail: `${upstream}: unreadable` });
      return body;
    },
  };
}
