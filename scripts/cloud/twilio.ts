import twilio, { type Twilio } from 'twilio';
import { loopback } from '../../service/http/loopback';
import type { Account } from './account';

const TIMEOUT_MS = 30_000;

/** Twilio's Node library for one account; in development its requests go to doubles on this machine. */
export function twilioClient({ accountSid, authToken, loopbackOrigin }: Account, timeout: number = TIMEOUT_MS): Twilio {
  const route = loopback(loopbackOrigin);
  const httpClient = new twilio.RequestClient({ timeout, autoRetry: true });
  const send = httpClient.request.bind(httpClient);
  httpClient.request = (options) => send({ ...options, uri: route(new URL(options.uri)).href });
  return twilio(accountSid, authToken, { httpClient });
}
