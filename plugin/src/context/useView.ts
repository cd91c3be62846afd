import { useEffect, useMemo, useReducer } from 'react';
import { view, type Compiled, type Decision, type View } from '../../../display/index';
import type { Json } from '../../../display/json';
import type { Agent } from '../flex/agent';
import { contextOf, type Task } from '../flex/task';
import type { Clock } from '../state/clock';
import { validUntil } from '../state/validity';

/** What the service said of a task's customer; absent until it has answered. */
export interface Answered {
  decision: Decision;
  traits: Json | null;
  masked: Readonly<Record<string, string>>;
}

interface Input {
  compiled: Compiled | null;
  task: Task;
  agent: Agent;
  answered: Answered | undefined;
  clock: Clock;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The environment of the engine now. */
export function environment(agent: Agent): { locale: string; zone: string; now: number } {
  return { locale: agent.locale, zone, now: Date.now() };
}

/**
 * The view model of a task: made while drawing from what the task is now, so that no frame ever shows another one. Made
 * again when the task, the document or the service's answer changes, and when a relative time in it has become untrue.
 */
export function useView({ compiled, task, agent, answered, clock }: Input): View {
  const [tick, wake] = useReducer((count: number) => count + 1, 0);
  const { taskSid, channel, queue, workflow, attributes } = task;
  const roles = agent.roles.join();
  const made = useMemo(
    () =>
      view(compiled, {
        context: contextOf(task),
        facts: {
          task: { sid: taskSid, channel, queue, workflow, attributes },
          worker: { roles: agent.roles, attributes: agent.attributes },
        },
        env: environment(agent),
        debug: agent.isAdmin,
        ...(answered === undefined
          ? {}
          : { decision: answered.decision, traits: answered.traits, masked: answered.masked }),
      }),
    // The task and the agent are read anew on every draw: what they say counts, not the objects.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [compiled, taskSid, channel, queue, workflow, attributes, roles, agent.locale, agent.attributes, answered, tick],
  );
  useEffect(() => {
    const until = validUntil(made);
    return until === undefined ? undefined : clock.at(until, wake);
  }, [made, clock]);
  return made;
}
