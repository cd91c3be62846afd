import { TwilioServerlessApiClient } from '@twilio-labs/serverless-api';
import { loopback } from '../../../service/http/loopback';
import type { Account } from '../../cloud/account';

/** The client of the library that Twilio's own tools deploy functions with, pointed at doubles on this machine. */
export function serverlessApi({ accountSid, authToken, loopbackOrigin }: Account): TwilioServerlessApiClient {
  if (loopbackOrigin === undefined) throw new Error('Tests ask nobody but this machine.');
  const route = loopback(loopbackOrigin);
  const client = new TwilioServerlessApiClient({ username: accountSid, password: authToken });
  const redirected = client.getClient().extend({
    hooks: {
      beforeRequest: [
        (options) => {
          // A request that is tried again comes by here again.
          if (options.url.origin === loopbackOrigin) return;
          const { username, password } = options.url;
          options.url = Object.assign(route(options.url), { username, password });
        },
      ],
    },
  });
  // The client has no other way to be pointed elsewhere.
  Reflect.set(client, 'client', redirected);
  return client;
}
