import { variables as table, type Variable } from '../../service/settings/variables';
import type { Variables } from '../build/environment';

const secret: readonly Variable[] = (table as readonly Variable[]).filter((variable) => variable.secret);
/** Shorter values are no secrets, and would be found inside words. */
const SHORTEST = 8;
const GONE = '•••';
/** Credentials as HTTP carries them: who answers in Twilio’s place may repeat what it was asked. */
const CREDENTIALS = /\b(Basic|Bearer)(\s+|%20)[A-Za-z0-9+/=_.~%-]{8,}/gi;

/**
 * Nothing puts a secret into a line; should an upstream’s word bring one along, it goes no further: neither as it is, nor
 * as an address or a header holds it.
 */
export function withoutSecrets(text: string, variables: Variables): string {
  const values = secret
    .flatMap(({ name, formerly = [] }) => [name, ...formerly])
    .map((name) => variables[name]?.trim() ?? '')
    .filter((value) => value.length >= SHORTEST);
  const user = variables['ACCOUNT_SID']?.trim() ?? '';
  return values
    .flatMap((value) => [value, encodeURIComponent(value), base64(`${user}:${value}`), base64(`${value}:`)])
    .reduce((rest, value) => rest.replaceAll(value, GONE), text)
    .replace(CREDENTIALS, `$1 ${GONE}`);
}

/** Without the padding, which a text may have lost. */
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '');
