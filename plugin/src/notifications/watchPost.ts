import { ServiceError, type Post } from '../service/post';
import type { Notifier } from './notifier';

/** How long nothing must have been answered before agents are told. A deployment takes less. */
export const UNREACHABLE_FOR_MS = 2 * 60_000;
/** A single refusal may be a token that was exchanged a moment ago. */
const REFUSALS = 2;

const REFUSED = new Set(['token_missing', 'token_invalid', 'not_an_agent']);

/**
 * Looks at how requests end, whoever makes them. What concerns one customer is said beside that customer; this says what
 * concerns all of them, once.
 */
export function watchPost(post: Post, notifier: Notifier, now: () => number = Date.now): Post {
  let silentSince: number | undefined;
  let refusals = 0;

  const answered = (): void => {
    silentSince = undefined;
    notifier.over('unreachable');
  };
  const accepted = (): void => {
    refusals = 0;
    notifier.over('sessionRefused');
  };
  const failed = ({ code, said }: ServiceError): void => {
    if (code === 'unreachable') {
      // Flex itself says that the browser is offline.
      if (!navigator.onLine) return;
      silentSince ??= now();
      if (now() - silentSince >= UNREACHABLE_FOR_MS) notifier.say('unreachable');
      return;
    }
    answered();
    if (REFUSED.has(code)) {
      refusals += 1;
      if (refusals >= REFUSALS) notifier.say('sessionRefused');
    } else if (code === 'not_configured') {
      notifier.say('notConfigured', said);
    }
  };

  return async (path, parameters, signal) => {
    try {
      const answer = await post(path, parameters, signal);
      answered();
      accepted();
      // Only the route that asks Segment tells that it is set up again.
      if (path === 'fetch-persona') notifier.over('notConfigured');
      return answer;
    } catch (error) {
      // Who hangs up learns nothing of the other end.
      if (error instanceof ServiceError && signal?.aborted !== true) failed(error);
      throw error;
    }
  };
}
