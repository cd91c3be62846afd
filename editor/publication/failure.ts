import { isObject } from '../../display/json';
import { ERROR_CODES, type ErrorCode } from '../../schemas/error-codes';

/** What the admin can do now. */
export type FailureAction =
  /** Look at what was published meanwhile, then publish on top of it. */
  | 'compare'
  /** Publish again; nothing has changed for agents. */
  | 'publish_again'
  /** Ask again how far it is. */
  | 'check_again'
  /** Look at the history: it alone tells whether this went live. */
  | 'history'
  /** Nothing helps from here: mend the draft, log in again, ask an operator. */
  | 'none';

export interface Failure {
  /** A code of the service, or `unreachable`. */
  code: string;
  /** What happened and what to do, in sentences. */
  message: string;
  action: FailureAction;
  /** Seconds to wait first. */
  retryAfter?: number;
  /** It may pass by itself: a question about progress is worth repeating. */
  passing: boolean;
  /** The publication has begun and may still be finished with its ticket. */
  resumable: boolean;
}

/** Where it failed: beginning a publication, or asking how far it is. */
export type Stage = 'publish' | 'status';

/** What an admin is told of a code when the service has no sentence of its own for it. */
interface Words {
  what: string;
  /** What to do, after "Your draft is kept:". Left out: the same again. */
  way?: string;
  action?: FailureAction;
}

const KEPT = 'Your draft is kept';
const UNCHANGED = 'Nothing has changed for agents and your draft is kept';
const UNCERTAIN = `It is not certain how far this publication is. ${KEPT}`;
const ASK = 'ask whoever runs the service';

/** After these the publication is over, and they say what became of it. */
const FINAL: readonly string[] = ['conflict', 'build_failed', 'ticket_invalid'];

/** The table of error codes speaks to everybody, mostly to agents; this is about publishing. */
const WORDS: Readonly<Partial<Record<ErrorCode | 'unreachable', Words>>> = {
  conflict: {
    what: 'Somebody else has published in the meantime.',
    way: 'compare it with their version, then publish again',
    action: 'compare',
  },
  build_failed: { what: 'Twilio could not build this revision.', way: 'publish again', action: 'publish_again' },
  ticket_invalid: {
    what: 'This publication can’t be followed any more.',
    way: 'look at the history whether it went live; if it did not, publish again',
    action: 'history',
  },
  document_invalid: {
    what: 'The service found errors in the display schema.',
    way: 'mend them, then publish again',
    action: 'none',
  },
  too_large: {
    what: 'The display schema is too large to be published.',
    way: 'make it smaller, then publish again',
    action: 'none',
  },
  schema_unavailable: { what: 'What is published can’t be read at the moment.' },
  rate_limited: { what: ERROR_CODES.rate_limited.message },
  twilio_unavailable: { what: ERROR_CODES.twilio_unavailable.message },
  timeout: { what: 'The service took too long.' },
  unreachable: { what: 'The service can’t be reached.' },
  token_missing: { what: 'You are not logged in to Flex any more.', way: 'log in again', action: 'none' },
  token_invalid: { what: 'Your Flex session has ended.', way: 'log in again', action: 'none' },
  not_an_agent: { what: 'Only Flex admins may publish.', way: 'log in to Flex as one', action: 'none' },
  not_an_admin: { what: 'Only Flex admins may publish.', way: 'ask one of them for the role', action: 'none' },
  not_configured: { what: 'Publishing is not set up.', way: ASK, action: 'none' },
  origin_not_allowed: { what: 'From this web address nothing may be published.', way: ASK, action: 'none' },
  method_not_allowed: {
    what: 'The editor and the service do not fit together.',
    way: `load Flex again; if that does not help, ${ASK}`,
    action: 'none',
  },
};

/** What went wrong, from whatever `post` rejected with. Never throws. */
export function readFailure(error: unknown, stage: Stage): Failure {
  const {
    code: given,
    message: said,
    retryAfter,
  } = isObject(error) || error instanceof Error ? (error as Record<string, unknown>) : {};
  const code = typeof given === 'string' ? given : 'internal';
  const known = Object.hasOwn(ERROR_CODES, code) ? ERROR_CODES[code as ErrorCode] : undefined;
  const wait = typeof retryAfter === 'number' && retryAfter >= 0 ? retryAfter : undefined;
  const words: Words | undefined = Object.hasOwn(WORDS, code) ? WORDS[code as ErrorCode] : undefined;
  // The service's own sentence knows more; but it always says one, and some callers only pass its code on.
  const spoken = typeof said === 'string' && !['', code, known?.message].includes(said) ? said : undefined;
  return {
    code,
    message: spoken === undefined ? inWords(code, words, stage, wait) : withDraft(spoken),
    action: words?.action ?? (stage === 'status' ? 'check_again' : 'publish_again'),
    ...(wait === undefined ? {} : { retryAfter: wait }),
    passing: code === 'unreachable' || (known?.retryable === true && code !== 'build_failed'),
    resumable: stage === 'status' && !FINAL.includes(code),
  };
}

function inWords(code: string, words: Words | undefined, stage: Stage, wait: number | undefined): string {
  const { what = 'Something went wrong in the service.', way } = words ?? {};
  const again = `${stage === 'status' ? 'check' : 'publish'} again${wait === undefined ? '' : ` in ${wait} seconds`}`;
  return `${what} ${stateAfter(code, stage)}: ${way ?? again}.`;
}

/** What is known of agents and the draft. Nothing is deployed before its status is asked for. */
function stateAfter(code: string, stage: Stage): string {
  if (code === 'build_failed') return UNCHANGED;
  if (FINAL.includes(code)) return KEPT;
  return stage === 'publish' ? UNCHANGED : UNCERTAIN;
}

/** Not every sentence of the service is about a draft. */
function withDraft(sentence: string): string {
  return /your draft is kept/i.test(sentence) ? sentence : `${sentence} ${KEPT}.`;
}

/** What ends a publication that was deployed, when nobody saw it served for as long as it could be followed. */
export function notServed({ code }: Failure, revision: number): Failure {
  return {
    code,
    message:
      `Revision ${revision} is deployed, but Twilio has not been seen to serve it yet. Agents get it as soon as Twilio does: ` +
      'look at the history in a while. Your draft is kept until then.',
    action: 'history',
    passing: false,
    resumable: false,
  };
}
