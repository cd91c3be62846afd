import twilio, { type Twilio } from 'twilio';
import { loopback } from '../../service/http/loopback';
import type { Account } from './account';
import { patiently, type Sleep } from './patience';
import { CloudError } from './trouble';

const TIMEOUT_MS = 30_000;

/**
 * Twilio's Node library for one account; in development its requests go to doubles on this machine.
 *
 * @param timeout for one answer, in ms
 */
export function twilioClient(
  { accountSid, authToken, loopbackOrigin }: Account,
  { timeout = TIMEOUT_MS, sleep }: { timeout?: number | undefined; sleep?: Sleep | undefined } = {},
): Twilio {
  const route = loopback(loopbackOrigin);
  const httpClient = new twilio.RequestClient({ timeout });
  const send = httpClient.request.bind(httpClient);
  httpClient.request = async (options) => {
    const uri = route(new URL(options.uri)).href;
    const { answer } = await patiently(async () => {
      // The library writes into the headers that it is given.
      const received = await send({ ...options, uri, headers: { ...options.headers } });
      const { 'retry-after': retryAfter } = received.headers as Record<string, string | undefined>;
      return { answer: received, status: received.statusCode, retryAfter };
    }, sleep);
    if (answer.statusCode < 400 && !isJson(answer.body)) throw new CloudError(0, STRANGE);
    return answer;
  };
  return twilio(accountSid, authToken, { httpClient });
}

/** Sign-in pages of company networks come with status 200. */
const STRANGE = 'something between this machine and Twilio sent a page of its own';

/** The library parses texts once more; it gets them where the answer was no JSON, or empty. */
function isJson(body: unknown): boolean {
  if (typeof body !== 'string' || body === '') return true;
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
