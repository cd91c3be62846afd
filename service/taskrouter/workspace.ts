import type { ExpiringCache } from '../cache/expiring-cache';
import type { Call } from '../call';
import { ServiceError } from '../error';
import type { TwilioApi } from '../twilio/api';

const FRESH_MS = 600_000;

/** SID of the workspace that Flex uses in this account, as Flex's own configuration says. */
export async function flexWorkspace(
  api: TwilioApi,
  accountSid: string,
  cache: ExpiringCache<string>,
  call: Call,
): Promise<string> {
  const known = cache.get(accountSid);
  call.cache('workspace', known === undefined ? 'miss' : 'hit');
  if (known !== undefined) return known;
  const body = await api.get('flex', 'https://flex-api.twilio.com/v1/Configuration', call);
  if (body === undefined) throw new ServiceError('not_configured', { message: 'Flex is not set up in this account.' });
  const sid = body['taskrouter_workspace_sid'];
  if (typeof sid !== 'string' || !/^WS[0-9a-fA-F]{32}$/.test(sid)) {
    throw new ServiceError('not_configured', { message: 'Flex names no TaskRouter workspace in this account.' });
  }
  cache.set(accountSid, sid, call.now() + FRESH_MS);
  return sid;
}
