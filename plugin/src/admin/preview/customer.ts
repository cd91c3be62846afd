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
  | { is: 'here'; sample: Sample }
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
  return { is: 'here', sample: { traits: answer.traits as JsonObject, events } };
}

const NOBODY: Found = { is: 'none' };

/**
 * A customer whom the admin asked for, unprojected. The service checks the role and writes down who looked at whom. Kept
 * in memory until the view closes or another customer is asked for.
 *
 * `beside` names the context that is previewed. What was asked for beside one context is not there beside another, in
 * the very draw in which the context changes, whatever changed it: one customer's traits are never shown with another's
 * context.
 */
export function useCustomer(post: Post, beside: string): Customer {
  const [asked, setAsked] = useState({ beside, found: NOBODY });
  const running = useRef<AbortController>();
  const begin = useCallback(
    (wish: Wish) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const setFound = (found: Found): void => setAsked({ beside, found });
      setFound({ is: 'loading' });
      ask(post, wish, controller.signal).then(
        (answer) => !controller.signal.aborted && setFound(answer),
        (error: unknown) =>
          !controller.signal.aborted &&
          setFound({ is: 'failed', code: error instanceof ServiceError ? error.code : 'unreachable' }),
      );
    },
    [post, beside],
  );
  const forget = useCallback(() => {
    running.current?.abort();
    setAsked({ beside, found: NOBODY });
  }, [beside]);
  return { found: asked.beside === beside ? asked.found : NOBODY, ask: begin, forget };
}
