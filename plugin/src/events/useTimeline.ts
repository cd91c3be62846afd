import { useMemo } from 'react';
import { eventsView, project, readContext, type Environment } from '../../../display/index';
import type { EventDay } from '../../../display/view';
import { environment } from '../context/useView';
import type { Agent } from '../flex/agent';
import { contextOf, type Task } from '../flex/task';
import type { Events, Traits } from '../persona/answers';
import { useNow } from '../persona/useNow';
import type { SchemaState } from '../schema/schemaStore';
import type { Clock } from '../state/clock';

const MINUTE_MS = 60_000;

interface Input {
  events: Events;
  traits: Traits | undefined;
  task: Task;
  agent: Agent;
  schema: SchemaState;
  clock: Clock;
}

/** The timeline as it is now; made again every minute, because it says how long ago things were. */
export function useTimeline({ events, traits, task, agent, schema, clock }: Input): {
  days: readonly EventDay[];
  env: Environment;
} {
  const minute = Math.floor(useNow(clock, MINUTE_MS) / MINUTE_MS);
  const raw = contextOf(task);
  return useMemo(() => {
    const env = environment(agent);
    const { items, decision } = events;
    // Where the document can't be used here, the service sends only what the newest valid one shows.
    const compiled = schema.compiled?.usable === false ? null : schema.compiled;
    const context = project(compiled, decision, 'context', readContext(raw)).data;
    return { days: eventsView(compiled, { events: items, decision, context, traits: traits?.traits, env }), env };
    // Of the agent only the language matters here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [events, traits, raw, agent.locale, schema.compiled, minute]);
}
