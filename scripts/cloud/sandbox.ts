import { ACCOUNT_SID, AUTH_TOKEN } from '../../sandbox/account';
import { SPACES } from '../../sandbox/segment/spaces';
import { isObject } from '../../display/json';
import { basic } from '../../service/twilio/credentials';
import { CommandError } from '../schema/command';
import type { Variables } from '../build/environment';

/** Where `npm start` listens unless told otherwise. */
export const DEFAULT_SANDBOX = 'http://127.0.0.1:3000';

/**
 * Takes `--sandbox`, `--sandbox=<origin>` or `--sandbox <origin>` out of a command line.
 *
 * @throws CommandError for an origin that is not on this machine.
 */
export function withSandboxOrigin(args: readonly string[]): { rest: string[]; origin: string | undefined } {
  const rest = [...args];
  const at = rest.findIndex((word) => word === '--sandbox' || word.startsWith('--sandbox='));
  if (at === -1) return { rest, origin: undefined };
  const [word = ''] = rest.splice(at, 1);
  const next = rest[at];
  let origin = word.includes('=') ? word.slice(word.indexOf('=') + 1) : DEFAULT_SANDBOX;
  if (!word.includes('=') && next?.startsWith('http') === true) [origin = origin] = rest.splice(at, 1);
  origin = origin.replace(/\/$/, '');
  if (!/^http:\/\/(?:127\.0\.0\.1|localhost):\d{1,5}$/.test(origin)) {
    throw new CommandError('--sandbox takes the address that npm start prints, such as http://localhost:3000.');
  }
  return { rest, origin };
}

const PATIENCE_MS = 10_000;

/**
 * Asks for the Flex Configuration of the invented account, which only a sandbox has.
 *
 * @throws CommandError where nothing answers at an origin of this machine, or something else does.
 */
export async function refuseUnlessThere(origin: string): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const headers = { Authorization: basic(ACCOUNT_SID, AUTH_TOKEN) };
  let answer: unknown;
  try {
    const response = await fetch(`${origin}/_out/flex-api.twilio.com/v1/Configuration`, {
      headers,
      redirect: 'manual',
      signal,
    });
    answer = await response.json().catch(() => undefined);
  } catch {
    throw noSandbox(`No sandbox answers at ${origin}. Start it with npm start in another terminal;`);
  }
  if (isObject(answer) && answer['account_sid'] === ACCOUNT_SID) return;
  throw noSandbox(`What answers at ${origin} is no sandbox. Start one with npm start -- --port <number>;`);
}

const noSandbox = (what: string) =>
  new CommandError(`${what} --sandbox takes the address that it prints.`, 2, 'sandbox');

/** The variables of the sandbox's invented account, whatever the environment and `.env` say. */
export function sandboxVariables(origin: string): Variables {
  const space = SPACES.us;
  return {
    ACCOUNT_SID,
    AUTH_TOKEN,
    CUSTOMER_CONTEXT_LOOPBACK: origin,
    SEGMENT_SPACE_ID: space.spaceId,
    SEGMENT_PERSONA_KEY: space.accessToken,
    SEGMENT_WRITE_KEY: space.writeKey,
    SEGMENT_REGION: 'us',
  };
}
