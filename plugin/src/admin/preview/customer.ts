import { useCallback, useRef, useState } from 'react';
import type { JsonObject } from '../../../../display/json';
import { validate as isPersona } from '../../../../schemas/generated/persona-validator';
import { ServiceError, type FailureCode, type Post } from '../../service/post';
import type { PersonaEvent } from '../../../../display/index';
import type { Sample } from './subject';

/** Whom to ask Segment for: the customer of a task, or one by an id. */
export type Wish = { taskSid: string } | { idType: string; identifier: string };

export type Found =
  | { is: 'none' }
  | { is: 'loading' }
  | { is: 'here'; sample: Sample; whose: string }
  | { is: 'unknown' }
  | { is: 'failed'; code: FailureCode };

export interface Customer {
  found: Found;
  ask: (wish: Wish) => void;
  forget: () => void;
}

async function ask(post: Post, wish: Wish, signal: AbortSignal): Promise<Found> {
  const answer: unknown = await post('fetch-persona', { purpose: 'preview', ...wish }, signal);
  if (!isPersona(answer)) throw new ServiceError('unreachable');
  if (!answer.found) return { is: 'unknown' };
  if (answer.traits === null) throw new ServiceError('segment_unavailable');
  const events = (answer.events?.items ?? []) as PersonaEvent[];
  const whose = 'taskSid' in wish ? wish.taskSid : '';
  return { is: 'here', sample: { traits: answer.traits as JsonObject, events }, whose };
}

/**
 * A customer whom the admin asked for, unprojected. The service checks the role and writes down who looked at whom. Kept
 * in memory until the view closes or another customer is asked for.
 */
export function useCustomer(post: Post): Customer {
  const [found, setFound] = useState<Found>({ is: 'none' });
  const running = useRef<AbortController>();
  const begin = useCallback(
    (wish: Wish) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setFound({ is: 'loading' });
      ask(post, wish, controller.signal).then(
        (answer) => !controller.signal.aborted && setFound(answer),
        (error: unknown) =>
          !controller.signal.aborted &&
          setFound({ is: 'failed', code: error instanceof ServiceError ? error.code : 'unreachable' }),
      );
    },
    [post],
  );
  const forget = useCallback(() => {
    running.current?.abort();
    setFound({ is: 'none' });
  }, []);
  return { found, ask: begin, forget };
}
