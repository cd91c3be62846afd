import { TwilioServerlessApiClient } from '@twilio-labs/serverless-api';
import { loopback } from '../../service/http/loopback';
import type { Account } from './account';
import { cloudError, type CloudError } from './trouble';

/** Twilio's deployment client, which the functions of `@twilio-labs/serverless-api` take. */
export interface ServerlessClient {
  client: TwilioServerlessApiClient;
  /**
   * Runs something with the client.
   * @throws CloudError for whatever Twilio said or did not say; some of the library's functions keep that to themselves.
   */
  run<T>(work: (client: TwilioServerlessApiClient) => Promise<T>): Promise<T>;
}

/** For one request; the client's own default is to wait for ever. Uploads of some megabytes fit. */
const TIMEOUT_MS = 120_000;

/** For one account; in development its requests go to doubles on this machine. */
export function serverlessClient({ accountSid, authToken, loopbackOrigin }: Account): ServerlessClient {
  const route = loopback(loopbackOrigin);
  const client = new TwilioServerlessApiClient({ username: accountSid, password: authToken });
  let last: CloudError | undefined;
  const redirected = client.getClient().extend({
    timeout: { request: TIMEOUT_MS },
    hooks: {
      beforeRequest: [
        (options) => {
          // A request that is tried again comes by here again.
          if (options.url.origin === loopbackOrigin) return;
          const { username, password } = options.url;
          options.url = Object.assign(route(options.url), { username, password });
        },
      ],
      beforeError: [
        (error) => {
          last = cloudError(error);
          return error;
        },
      ],
    },
  });
  // The client has no other way to be pointed elsewhere.
  Reflect.set(client, 'client', redirected);
  return {
    client,
    async run(work) {
      last = undefined;
      try {
        return await work(client);
      } catch (error) {
        throw cloudError(error) ?? last ?? error;
      }
    },
  };
}
