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
  /** Nothing helps from here: log in again, ask an operator. */
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

const KEPT = 'Nothing has changed for agents and your draft is kept.';

/** Words for codes that need others than the table of error codes has. */
const WORDS: Readonly<Record<string, { message: string; action?: FailureAction }>> = {
  conflict: {
    message:
      'Somebody else has published in the meantime. Your draft is kept: compare it with their version, then publish again.',
    action: 'compare',
  },
  build_failed: { message: `Twilio could not build this revision. ${KEPT} Publish again.`, action: 'publish_again' },
  ticket_invalid: {
    message:
      'This publication can’t be followed any more. Look at the history whether it went live; if it did not, publish again. Your draft is kept.',
    action: 'publish_again',
  },
  unreachable: { message: `The service can’t be reached. ${KEPT}` },
  token_missing: { message: 'Log in to Flex again. Your draft is kept.', action: 'none' },
  token_invalid: { message: 'Your Flex session has ended. Log in again; your draft is kept.', action: 'none' },
  not_an_admin: { message: 'Only Flex admins may publish. Your draft is kept.', action: 'none' },
  not_configured: {
    message: 'Publishing is not set up. Ask whoever runs the service; your draft is kept.',
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
  const passing = code === 'unreachable' || (known?.retryable === true && code !== 'build_failed');
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  // The service's own sentence knows more than a table does; some callers only pass its code on.
  const spoken = typeof said === 'string' && said !== '' && said !== code ? said : undefined;
  const fallback =
    stage === 'publish'
      ? `${known?.message ?? 'Something went wrong.'} ${KEPT}`
      : 'It is not certain how far this publication is. Your draft is kept: check again.';
  const uncertain = stage === 'status' && passing;
  return {
    code,
    message: spoken ?? (uncertain ? fallback : (words?.message ?? fallback)),
    action: words?.action ?? (stage === 'status' ? 'check_again' : 'publish_again'),
    ...(typeof retryAfter === 'number' && retryAfter >= 0 ? { retryAfter } : {}),
    passing,
    resumable: stage === 'status' && !['conflict', 'build_failed', 'ticket_invalid'].includes(code),
  };
}

/** What ends a publication that was deployed, when nobody saw it served for as long as it could be followed. */
export function notServed({ code }: Failure, revision: number): Failure {
  return {
    code,
    message:
      `Revision ${revision} is deployed, but Twilio has not been seen to serve it yet. Agents get it as soon as Twilio does: ` +
      'look at the history in a while. Your draft is kept until then.',
    action: 'none',
    passing: false,
    resumable: false,
  };
}
