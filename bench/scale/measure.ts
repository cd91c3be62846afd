import { BY_CONTEXT } from '../day/documents';
import type { Seen } from '../day/agent';
import type { Measured } from '../day/load';
import { inWorld, type Changes } from '../day/world';

const MINUTE = 60_000;

/** One size, measured for some minutes with everybody at work. */
export interface Size {
  agents: number;
  minutes: number;
  tasks: number;
  functions: Record<string, Measured>;
  upstream: Record<string, Measured>;
  /** Requests that were refused: by Twilio, and by Segment. */
  refused: { functions: number; segment: number };
  /** Reservations that arrived in that time, and what agents saw of them. */
  seen: Seen[];
}

export interface Setting extends Changes {
  agents: number;
  /** How long is measured. */
  minutes: number;
  /** Before that: everybody logs in and begins to work. */
  warmUp: number;
  /** Default: the one that asks least of Segment. */
  document?: object;
  /** Executions at once that Twilio allows. Default: any number. */
  atOnce?: number;
}

/** Simulates so many agents until all of them are at work, and then measures. */
export function measureSize(setting: Setting): Promise<Size> {
  const { agents, minutes, warmUp, document = BY_CONTEXT, atOnce = Infinity, ...changes } = setting;
  return inWorld(
    agents,
    document,
    async ({ clock, shift, outside, containers }) => {
      containers.limit.atOnce = atOnce;
      const start = clock.now();
      shift.work(start + (warmUp + minutes) * MINUTE);
      await clock.runUntil(start + warmUp * MINUTE);
      containers.load.restart();
      outside.load.restart();
      const before = {
        tasks: shift.counts.tasks,
        seen: shift.seen.length,
        functions: containers.counts.refused,
        segment: outside.counts.refused,
      };
      await clock.runUntil(start + (warmUp + minutes) * MINUTE);
      return {
        agents,
        minutes,
        tasks: shift.counts.tasks - before.tasks,
        functions: Object.fromEntries(containers.load.measured()),
        upstream: Object.fromEntries(outside.load.measured()),
        refused: {
          functions: containers.counts.refused - before.functions,
          segment: outside.counts.refused - before.segment,
        },
        seen: shift.seen.slice(before.seen),
      };
    },
    changes,
  );
}
