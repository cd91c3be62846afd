import { OTHER_WORKER_SID, WORKER_SID } from './account';

export const ROLES = ['agent', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What Twilio's token validation knows about one Flex token. */
export interface TokenFacts {
  token: string;
  identity: string;
  roles: readonly string[];
  /** Null for people who are no workers: visitors of a web chat. */
  workerSid: string | null;
  state: 'valid' | 'expired' | 'otherAccount';
}

/** Tokens are opaque to everyone but Twilio, and about this long. */
const opaque = (name: string) => `sandbox.${name}.${'0123456789abcdef'.repeat(4)}`;

/**
 * Every token that the sandbox's doubles know. Agent, supervisor and admin are one person in three roles, so that
 * switching the role keeps the tasks; `otherAgent` is a colleague.
 */
export const TOKENS = {
  agent: person('agent', 'noor.haddad', ['agent'], WORKER_SID),
  supervisor: person('supervisor', 'noor.haddad', ['supervisor'], WORKER_SID),
  admin: person('admin', 'noor.haddad', ['admin'], WORKER_SID),
  otherAgent: person('otherAgent', 'kim.soerensen', ['agent'], OTHER_WORKER_SID),
  guest: person('guest', 'visitor-7f3a', ['guest'], null),
  expired: { ...person('expired', 'noor.haddad', ['agent'], WORKER_SID), state: 'expired' },
  otherAccount: { ...person('otherAccount', 'someone.else', ['admin'], WORKER_SID), state: 'otherAccount' },
} as const satisfies Record<string, TokenFacts>;
export type TokenName = keyof typeof TOKENS;

const byToken = new Map<string, TokenFacts>(Object.values(TOKENS).map((facts) => [facts.token, facts]));

export function findToken(token: unknown): TokenFacts | undefined {
  return typeof token === 'string' ? byToken.get(token) : undefined;
}

function person(name: string, identity: string, roles: string[], workerSid: string | null): TokenFacts {
  return { token: opaque(name), identity, roles, workerSid, state: 'valid' };
}
