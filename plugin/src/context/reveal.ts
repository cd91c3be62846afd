import {
  decide,
  readContext,
  reveal,
  revealedValue,
  type Compiled,
  type Decision,
  type Facts,
} from '../../../display/index';
import { parsePointer, valueAt } from '../../../display/pointer';
import type { Reveal } from '../values/reveal';
import { environment } from './useView';
import type { Agent } from '../flex/agent';
import { contextOf, type Task } from '../flex/task';

/** Reveals masked values of the context, which Flex already holds: the agent's roles decide, as in the document. */
export function revealFromContext(
  compiled: Compiled | null,
  task: Task,
  agent: Agent,
  answered?: Decision,
): Reveal | undefined {
  if (compiled === null) return undefined;
  const context = readContext(contextOf(task));
  const ask = async (id: string): Promise<string> => {
    const { taskSid: sid, channel, queue, workflow, attributes } = task;
    const facts: Facts = {
      context,
      task: { sid, channel, queue, workflow, attributes },
      worker: { roles: agent.roles, attributes: agent.attributes },
    };
    const decision = answered ?? decide(compiled, facts);
    const value = context === undefined ? undefined : reveal(compiled, decision, 'context', context, id, agent.roles);
    if (value === undefined) throw new Error('Not revealed');
    return Promise.resolve(revealedValue(compiled, decision, 'context', id, value, environment(agent)).text);
  };
  const stampOf = (id: string): string => {
    const path = parsePointer(id);
    return path === undefined || context === undefined ? '' : JSON.stringify(valueAt(context, path) ?? null);
  };
  return Object.assign(ask, { stampOf });
}
