// A day of 1,000 agents on a clock that jumps: how often customers are loaded, and what happens at Segment's limit.
import type { DisplaySchema } from '../schemas/generated/display-schema';
import { ASSUMED } from './day/assumptions';
import type { Seen } from './day/agent';
import { BY_CONTEXT, BY_TRAIT } from './day/documents';
import { inWorld, type World } from './day/world';
import { quantile } from './support/measure';
import { printTable } from './support/table';

const LOADS_AIM = 1.2;
const SECOND = 1_000;
const HOUR = 3_600_000;

let missed = 0;
function verdict(met: boolean): string {
  if (!met) missed += 1;
  return met ? 'met' : 'MISSED';
}

const ratio = (part: number, whole: number): string => (part / whole).toFixed(2);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(part === 0 ? 0 : 2)} %`;
const seconds = (ms: number): string => `${(ms / SECOND).toFixed(1)} s`;

interface Day {
  name: string;
  hours: number;
  document: DisplaySchema;
}

async function work({ clock, shift, outside }: World, { hours, document }: Day): Promise<void> {
  const start = clock.now();
  shift.work(start + hours * HOUR);
  // An admin publishes at half-time of a whole day.
  const another: DisplaySchema = { ...document, highlights: [{ source: 'context', key: 'intent' }] };
  if (hours === ASSUMED.hours) clock.after((hours / 2) * HOUR, () => outside.publish(another));
  // Everybody finishes what they have begun.
  await clock.runUntil(start + (hours + 1) * HOUR);
}

async function printDays(days: readonly Day[]): Promise<void> {
  const loads: string[][] = [];
  const sight: string[][] = [];
  for (const day of days) {
    await inWorld(ASSUMED.agents, day.document, async (world) => {
      await work(world, day);
      const { shift, outside, containers } = world;
      const { tasks, reservations, eventsOpened } = shift.counts;
      const asked = (what: string): number => containers.counts.requests.get(`fetch-persona: ${what}`) ?? 0;
      const perTask = outside.counts.traits / tasks;
      loads.push([
        day.name,
        String(tasks),
        ratio(reservations, tasks),
        perTask.toFixed(3),
        `≤ ${LOADS_AIM}`,
        verdict(perTask <= LOADS_AIM),
        ratio(outside.counts.traitPages, tasks),
        ratio(outside.counts.events, tasks),
        ratio(asked('traits'), tasks),
        ratio(asked('events') + asked('more events'), tasks),
        `${outside.counts.most}`,
      ]);
      const accepted = shift.seen.filter(({ acceptedAfter }) => acceptedAfter !== undefined);
      const there = accepted.filter(
        ({ readyAfter, acceptedAfter }) => (readyAfter ?? Infinity) <= (acceptedAfter ?? 0),
      );
      const ready = shift.seen.flatMap(({ readyAfter }) => readyAfter ?? []);
      sight.push([
        day.name,
        percent(there.length, accepted.length),
        seconds(quantile(ready, 0.5)),
        seconds(quantile(ready, 0.95)),
        [String(shift.seen.filter(({ errors }) => errors.size > 0).length), ...codes(shift.seen)].join(' '),
        String(containers.counts.busiest),
        percent(eventsOpened, tasks),
      ]);
    });
  }
  printTable(
    'Loads of a customer per task (a load asks Segment for traits once; further pages of it are counted apart)',
    [
      '',
      'tasks',
      'reservations',
      'loads',
      'aim',
      '',
      'further pages',
      'event pages',
      'traits asked by Flex',
      'events asked by Flex',
      'most in a second',
    ],
    loads,
  );
  printTable(
    'What agents saw',
    [
      '',
      'traits there at accept',
      'reservation → traits',
      'p95',
      'saw an error',
      'fetch-persona at once, at most',
      'events opened',
    ],
    sight,
  );
}

interface Rush {
  name: string;
  /** Requests a second that Segment has left for us. */
  perSecond: number;
  /** Tasks, and the time over which they arrive. */
  tasks: number;
  over: number;
}

const codes = (seen: readonly Seen[]): Set<string> => new Set(seen.flatMap((one) => [...one.errors]));

function describe(rush: Rush, seen: readonly Seen[], { outside }: World): string[] {
  const ready = seen.flatMap(({ readyAfter }) => readyAfter ?? []);
  const errors = codes(seen);
  return [
    rush.name,
    String(outside.counts.traits + outside.counts.events),
    String(outside.counts.refused),
    ready.length === 0 ? '—' : seconds(quantile(ready, 0.5)),
    ready.length === 0 ? '—' : seconds(quantile(ready, 0.95)),
    ready.length === 0 ? '—' : seconds(quantile(ready, 1)),
    percent(seen.filter(({ countdown }) => countdown).length, seen.length),
    percent(seen.length - ready.length, seen.length),
    percent(seen.filter((one) => one.errors.size > 0).length, seen.length),
    errors.size === 0 ? '' : [...errors].join(', '),
    verdict(errors.size === 0),
  ];
}

async function printRushes(rushes: readonly Rush[]): Promise<void> {
  const rows: string[][] = [];
  for (const rush of rushes) {
    await inWorld(ASSUMED.agents, BY_CONTEXT, async (world) => {
      const { clock, chance, shift, outside } = world;
      // Everybody has logged in a while ago.
      shift.logIn();
      await clock.runUntil(clock.now() + 60 * SECOND);
      outside.limit.perSecond = rush.perSecond;
      const start = clock.now();
      for (let task = 0; task < rush.tasks; task += 1) {
        const agent = shift.agents[task % shift.agents.length];
        clock.after(chance.between(0, rush.over), () => agent && shift.assign(agent, () => undefined));
      }
      await clock.runUntil(start + rush.over + 5 * 60 * SECOND);
      rows.push(describe(rush, shift.seen, world));
    });
  }
  printTable(
    'At Segment’s limit of requests per second (agents may see traits late or a countdown, never an error)',
    [
      '',
      'answered',
      'refused',
      'reservation → traits',
      'p95',
      'longest',
      'saw a countdown',
      'never had traits',
      'saw an error',
      'which',
      '',
    ],
    rows,
  );
}

console.log(`
- The plugin’s own stores (persona, display schema) and the service’s own handlers, one set of caches per
  container and one request at a time in each, on a virtual clock with seeded chance: every run gives the same figures.
- Assumed, not measured (bench/day/assumptions.ts): ${Object.entries<number | number[]>({ ...ASSUMED })
  .map(([name, value]) => `${name} ${typeof value === 'object' ? value.join('–') : value}`)
  .join(', ')}.
- One revision is published at half-time. Segment takes 100 requests a second, traits and events together.`);

const started = performance.now();
await printDays([
  {
    name: `${ASSUMED.hours} h, layout by context, listed traits only`,
    hours: ASSUMED.hours,
    document: BY_CONTEXT,
  },
  { name: '1 h, layout by a trait, every trait', hours: 1, document: BY_TRAIT },
]);
await printRushes([
  { name: '1,000 tasks within one second', perSecond: 100, tasks: 1_000, over: SECOND },
  { name: '1,000 tasks within one second, 10 a second left', perSecond: 10, tasks: 1_000, over: SECOND },
]);
console.log(
  `\n${missed === 0 ? 'Every aim was met.' : `${missed} aims were missed.`} Simulated in ${seconds(performance.now() - started)}.`,
);
