/** What the page asks the sandbox. Answers that refuse become errors with a sentence for the person at the page. */
import type { FunctionStep, SplitStep, Step } from '../execution';
import type { JsonObject } from '../../../display/json';
import type { Condition } from '../split';

export interface Ran<S extends Step> {
  step: S;
  variables: { widgets: Record<string, JsonObject> };
}

export interface CustomerOption {
  userId: string;
  name: string;
  traits: number;
  events: number;
}

async function ask(path: string, body?: unknown): Promise<unknown> {
  const post = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(`/sandbox/api/${path}`, body === undefined ? {} : post);
  const answer = (await response.json()) as { error?: { message: string } };
  if (!response.ok) throw new Error(answer.error?.message ?? `The sandbox answered ${response.status}.`);
  return answer;
}

export const server = {
  start: async () => ((await ask('studio/executions', {})) as { id: string }).id,
  runFunction: (
    execution: string,
    run: { widget: string; function: string; parameters: Record<string, string>; unsigned?: boolean },
  ) => ask(`studio/executions/${execution}/run-function`, run) as Promise<Ran<FunctionStep>>,
  split: (execution: string, run: { widget: string; variable: string; conditions: Condition[] }) =>
    ask(`studio/executions/${execution}/split`, run) as Promise<Ran<SplitStep>>,
  /** None when the sandbox runs without the Segment double. */
  customers: () => (ask('segment/customers') as Promise<CustomerOption[]>).catch((): CustomerOption[] => []),
};
