import type { Fault } from '../../../sandbox/serverless/control';
import type { CommandBench } from './bench';

/** A kind of request. */
export interface FailingStep {
  cloud: keyof CommandBench['clouds']['controls'];
  step: string;
  changes: boolean;
}

/** Makes the next requests of a kind go wrong. */
export function failAt(bench: CommandBench, { cloud, step }: FailingStep, fault: Fault, times = 1): void {
  const { serverless, plugins } = bench.clouds.controls;
  if (cloud === 'serverless') serverless.fail(step as Parameters<typeof serverless.fail>[0], fault, times);
  else plugins.fail(step as Parameters<typeof plugins.fail>[0], fault, times);
}

/** Every kind of request that a run makes, once. */
export async function stepsOf(bench: CommandBench, run: () => Promise<unknown>): Promise<FailingStep[]> {
  const { controls } = bench.clouds;
  const before = { serverless: controls.serverless.requests.length, plugins: controls.plugins.requests.length };
  await run();
  const steps = (['serverless', 'plugins'] as const).flatMap((cloud) =>
    controls[cloud].requests
      .slice(before[cloud])
      .map(({ step, method }): FailingStep => ({ cloud, step, changes: method !== 'GET' })),
  );
  return [...new Map(steps.map((step) => [step.step, step])).values()];
}

/** What can go wrong with it. */
export const faultsOf = ({ changes }: FailingStep): Fault[] =>
  changes ? [{ kind: 'refuse', status: 503 }, { kind: 'lose' }] : [{ kind: 'drop' }];
