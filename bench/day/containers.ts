import { twilioHandler, type Handler, type Route } from '../../service/edge/handler';
import { displaySchemaRoute } from '../../service/routes/display-schema';
import { fetchPersonaRoute } from '../../service/routes/fetch-persona';
import { account } from '../../service/testing/account';
import { invoke } from '../../service/testing/invoke';
import type { Assumed } from './assumptions';
import type { Chance } from './chance';
import type { Clock } from './clock';
import { createLoad, type Load } from './load';

/** The functions' address, as the plugin knows it. */
export const FUNCTIONS = 'https://functions.example.com';

/** The deployed functions: containers that answer one request at a time, each with a memory of its own. */
export interface Containers {
  fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Requests by path and by what they ask for, and containers of fetch-persona at work at the same moment, at most. */
  counts: { requests: Map<string, number>; busiest: number; refused: number };
  /** How many may be at work at the same moment; what comes on top is refused. */
  limit: { atOnce: number };
  /** Invocations by function. */
  load: Load;
}

interface Container {
  handler: Handler;
  usedAt: number;
}

const ROUTES: Readonly<Record<string, () => Route>> = {
  'fetch-persona': fetchPersonaRoute,
  'display-schema': displaySchemaRoute,
};

/** @param variables of the functions, over those of the invented account */
export function createContainers(
  clock: Clock,
  chance: Chance,
  assumed: Assumed,
  variables: Readonly<Record<string, string>>,
): Containers {
  const idle = new Map<string, Container[]>(Object.keys(ROUTES).map((name) => [name, []]));
  const counts = { requests: new Map<string, number>(), busiest: 0, refused: 0 };
  const limit = { atOnce: Infinity };
  const context = { ...account, ...variables };
  let atWork = 0;
  const load = createLoad(clock);
  let busy = 0;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  async function container(name: string): Promise<Container> {
    const free = idle.get(name)?.pop();
    if (free !== undefined && clock.now() - free.usedAt < assumed.containerIdle) return free;
    // The newest is on top: if that one is gone, so are the others.
    idle.set(name, []);
    const route = ROUTES[name];
    if (route === undefined) throw new Error(`There is no function ${name}.`);
    await wait(assumed.coldStart);
    return { handler: twilioHandler(route(), { write: () => undefined }), usedAt: clock.now() };
  }

  return {
    counts,
    limit,
    load,
    async fetch(url, init) {
      const name = url.pathname.slice(1);
      const parameters = Object.fromEntries(init.body as URLSearchParams);
      const what = parameters['cursor'] === undefined ? (parameters['include'] ?? '') : 'more events';
      const key = what === '' ? name : `${name}: ${what}`;
      counts.requests.set(key, (counts.requests.get(key) ?? 0) + 1);
      const there = chance.skewed(assumed.browserToFunction, 0.3) / 2;
      await wait(there);
      if (atWork >= limit.atOnce) {
        counts.refused += 1;
        await wait(there);
        return new Response('', { status: 429 });
      }
      atWork += 1;
      if (name === 'fetch-persona') counts.busiest = Math.max(counts.busiest, (busy += 1));
      const over = load.begins(name);
      const used = await container(name);
      const { status, body } = await invoke(used.handler, context, parameters);
      over();
      atWork -= 1;
      used.usedAt = clock.now();
      idle.get(name)?.push(used);
      if (name === 'fetch-persona') busy -= 1;
      await wait(there);
      return new Response(JSON.stringify(body), { status });
    },
  };
}
