import { createRequire } from 'node:module';
import * as query from '@tanstack/query-core';
import { ASSUMED, type Assumed } from './assumptions';
import { createChance, type Chance } from './chance';
import { installClock, type Clock } from './clock';
import { createContainers, FUNCTIONS, type Containers } from './containers';
import { createOutside, type Outside } from './outside';
import { createShift, type Shift } from './shift';

/** One simulated world: agents in front of the plugin's stores, functions in containers, Twilio and Segment. */
export interface World {
  clock: Clock;
  chance: Chance;
  outside: Outside;
  containers: Containers;
  shift: Shift;
}

/** plugin/ is CommonJS to Node, and Node then loads another copy of the package than this file's. */
const QUERY_COPIES = [query, createRequire(import.meta.url)('@tanstack/query-core') as typeof query];

const NINE_O_CLOCK = Date.UTC(2026, 10, 23, 9);
const SEED = 20_261_123;

/** How a world differs from the usual one. */
export interface Changes {
  assumed?: Partial<Assumed>;
  /** Variables of the functions. */
  variables?: Readonly<Record<string, string>>;
}

/** Runs `act` in a new world, always the same one, and puts the process back as it was. */
export async function inWorld<T>(
  agents: number,
  document: object,
  act: (world: World) => Promise<T>,
  changes: Changes = {},
): Promise<T> {
  const assumed = { ...ASSUMED, ...changes.assumed };
  const real = { fetch: globalThis.fetch, random: Math.random };
  const chance = createChance(SEED);
  // The plugin's jitter is drawn from a row of its own, so that more retries do not make another day of it.
  const jitter = createChance(SEED + 1);
  const clock = installClock(NINE_O_CLOCK);
  const outside = createOutside(clock, createChance(SEED + 2), assumed);
  const containers = createContainers(clock, createChance(SEED + 3), assumed, changes.variables ?? {});
  globalThis.fetch = (input, init = {}) => {
    const url = new URL(input as string | URL);
    return url.origin === FUNCTIONS ? containers.fetch(url, init) : outside.fetch(url, init);
  };
  Math.random = jitter.next;
  for (const { environmentManager, notifyManager } of QUERY_COPIES) {
    environmentManager.setIsServer(() => false);
    notifyManager.setScheduler(queueMicrotask);
  }
  try {
    outside.publish(document);
    const shift = createShift(agents, clock, chance, outside, assumed);
    const result = await act({ clock, chance, outside, containers, shift });
    for (const agent of shift.agents) agent.logOut();
    return result;
  } finally {
    clock.uninstall();
    globalThis.fetch = real.fetch;
    Math.random = real.random;
  }
}
