import type { Settings } from '../settings/settings';

/** What proves to Twilio that a request comes from this account. */
export interface TwilioCredentials {
  accountSid: string;
  authToken: string;
}

export function readCredentials(settings: Settings): TwilioCredentials {
  return { accountSid: settings.get('ACCOUNT_SID'), authToken: settings.get('AUTH_TOKEN') };
}

/** HTTP Basic authorisation with a user and a password. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}
