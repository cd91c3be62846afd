import type { DisplaySchema } from '../../schemas/generated/display-schema';
import type { Measured } from '../day/load';
import { inWorld } from '../day/world';
import { flat } from '../support/data';

const MINUTE = 60_000;

/** Names its traits; its layout depends on the context. The cheapest for Segment. */
const DOCUMENT: DisplaySchema = {
  version: 1,
  traits: { sections: [{ fields: Object.keys(flat(20)).map((key) => ({ key })) }], rest: 'hide' },
  layouts: [
    { name: 'Refund', when: { fact: 'context:/intent', op: 'eq', value: 'refund' }, context: { rest: 'show' } },
  ],
};

/** One size, measured for some minutes with everybody at work. */
export interface Size {
  agents: number;
  minutes: number;
  tasks: number;
  functions: Record<string, Measured>;
  upstream: Record<string, Measured>;
  /** Of agents, with a notice that something is wrong. */
  sawError: number;
}

/** Simulates so many agents until all of them are at work, and then measures. */
export function measureSize(agents: number, minutes: number, warmUp: number): Promise<Size> {
  return inWorld(agents, DOCUMENT, async ({ clock, shift, outside, containers }) => {
    const start = clock.now();
    shift.work(start + (warmUp + minutes) * MINUTE);
    await clock.runUntil(start + warmUp * MINUTE);
    containers.load.restart();
    outside.load.restart();
    const before = shift.counts.tasks;
    await clock.runUntil(start + (warmUp + minutes) * MINUTE);
    return {
      agents,
      minutes,
      tasks: shift.counts.tasks - before,
      functions: Object.fromEntries(containers.load.measured()),
      upstream: Object.fromEntries(outside.load.measured()),
      sawError: shift.seen.filter(({ errors }) => errors.size > 0).length,
    };
  });
}
