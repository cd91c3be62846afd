import { useEffect } from 'react';
import type { View } from '../../../display/index';
import type { PartState } from '../persona/part';
import type { Traits } from '../persona/answers';
import type { SchemaState } from '../schema/schemaStore';
import type { ShownTimes } from './shown';

interface Input {
  times: ShownTimes;
  sid: string;
  traits: PartState<Traits>;
  schema: SchemaState;
  view: View;
}

const WORDS = { ready: 'shown', stale: 'stale', failed: 'failed' } as const;
const LONGEST_NAME = 200;

/** Notes when a task is drawn for the first time, and when it is on the screen with its traits. */
export function useShown({ times, sid, traits, schema, view }: Input): void {
  const { is } = traits;
  useEffect(() => times.opened(sid), [times, sid]);
  useEffect(() => {
    if (is === 'loading' || schema.pending) return;
    // After the frame that has it, which is when the agent can read it.
    const frame = requestAnimationFrame(() =>
      times.shown(sid, {
        revision: schema.revision,
        layout: 'data' in traits ? (traits.data.decision.layout?.slice(0, LONGEST_NAME) ?? null) : null,
        contextFacts: view.context.count,
        traitFacts: view.traits?.count ?? 0,
        traits: WORDS[is],
      }),
    );
    return () => cancelAnimationFrame(frame);
    // What is shown later is not what the agent waited for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [times, sid, is === 'loading', schema.pending]);
}
