import { useMemo } from 'react';
import { view, type PanelView } from '../../../display/index';
import { environment, type Answered } from '../context/useView';
import type { Agent } from '../flex/agent';
import { dataOf } from '../persona/usePersona';
import type { PartState } from '../persona/part';
import type { Traits } from '../persona/answers';
import { isSameRevision } from '../schema/sameRevision';
import type { SchemaState } from '../schema/schemaStore';

/**
 * What the service's answer is for the view model; the same object for as long as it says the same. Its layout and
 * truths speak of one revision of the document, by pointers into it, and are of no use with any other.
 */
export function useAnswered(state: PartState<Traits>, schema: SchemaState): Answered | undefined {
  const data = dataOf(state);
  const usable = schema.compiled === null || schema.compiled.usable;
  const follows = usable && data !== undefined && isSameRevision(data, schema);
  return useMemo(
    () =>
      data === undefined || !follows
        ? undefined
        : { decision: data.decision, traits: data.traits, masked: data.masked },
    [data, follows],
  );
}

/**
 * Traits by what they are, where the published document can't be used here: the service sends what the newest valid
 * revision shows. Undefined where the document is used.
 */
export function useTraitsWithoutDocument(
  state: PartState<Traits>,
  schema: SchemaState,
  agent: Agent,
): PanelView | undefined {
  const traits = dataOf(state)?.traits;
  const usable = schema.compiled === null || schema.compiled.usable;
  return useMemo(
    () =>
      usable || traits === undefined
        ? undefined
        : (view(null, { traits, facts: {}, env: environment(agent) }).traits ?? undefined),
    // Of the agent only the language matters here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [usable, traits, agent.locale],
  );
}
