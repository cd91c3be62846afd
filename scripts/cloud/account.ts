import { readSettings } from '../../service/settings/settings';
import { readCredentials, type TwilioCredentials } from '../../service/twilio/credentials';
import type { Variables } from '../build/environment';

/** The account that a command works on, and where its requests go. */
export interface Account extends TwilioCredentials {
  /** `http://127.0.0.1:<port>` of the doubles; undefined: the real thing. */
  loopbackOrigin: string | undefined;
}

/** @throws ServiceError `not_configured` naming the variable that is missing or malformed. */
export function readAccount(variables: Variables): Account {
  const settings = readSettings(variables);
  return { ...readCredentials(settings), loopbackOrigin: settings.optional('CUSTOMER_CONTEXT_LOOPBACK') };
}

/** The account in words: a SID is no secret, and tells one account from another. */
export function accountName({ accountSid, loopbackOrigin }: Account): string {
  return loopbackOrigin === undefined ? accountSid : `${accountSid}, played by ${loopbackOrigin}`;
}
