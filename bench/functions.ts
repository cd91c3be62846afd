// Functions: what fetch-persona adds to the requests it has to make, and how long a fresh container takes to load each.
import { fork } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { devNull } from 'node:os';
import { fetchPersonaRoute } from '../service/routes/fetch-persona';
import { twilioHandler, type Handler } from '../service/edge/handler';
import { account } from '../service/testing/account';
import { invoke } from '../service/testing/invoke';
import { taskSid } from '../service/testing/persona-double';
import { at } from '../scripts/build/root';
import { measureStarts } from './functions/starts';
import { plan, record, replay } from './functions/replay';
import { SIZES, TOKEN } from './functions/setting';
import { median, milliseconds, quantile } from './support/measure';
import { printTable } from './support/table';

const ADDED_AIM_MS = 5;
const START_AIM_MS = 100;
const ROUNDS = 200;
const WARM_UP = 60;

let missed = 0;
function verdict(met: boolean): string {
  if (!met) missed += 1;
  return met ? 'met' : 'MISSED';
}

const double = fork(at('bench/functions/double.ts'));
const message = (): Promise<unknown> => new Promise((resolve) => double.once('message', resolve));

/** The log is written, as in a container, and goes nowhere. */
const log = createWriteStream(devNull);
const write = (line: string): void => void log.write(`${line}\n`);

interface Times {
  bare: number[];
  ours: number[];
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** Both in turns, and first in turns, so that whatever else the machine does slows both. */
async function race(bare: () => Promise<unknown>, ours: () => Promise<unknown>): Promise<Times> {
  const times: Times = { bare: [], ours: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const);
    for (const who of order) {
      const time = await timed(who === 'bare' ? bare : ours);
      if (round >= 0) times[who].push(time);
    }
  }
  return times;
}

async function ask(handler: Handler, settings: Record<string, unknown>): Promise<void> {
  const { status, body } = await invoke(handler, settings, { Token: TOKEN, taskSid, refresh: 'true' });
  // Twilio's runtime writes the answer as JSON.
  const text = JSON.stringify(body);
  if (status !== 200 || Object.keys(body.partial as object).length > 0) throw new Error(`${status} ${text}`);
}

async function addedLatency(origin: string): Promise<string[][]> {
  const settings = { ...account, CUSTOMER_CONTEXT_LOOPBACK: origin };
  const fresh = (): Handler => twilioHandler(fetchPersonaRoute(), { write });
  const rows: string[][] = [];
  for (const size of SIZES) {
    const ready = message();
    double.send(size);
    await ready;
    const kept = fresh();
    await ask(kept, settings);
    const cases: [string, () => Handler][] = [
      ['warm container', () => kept],
      ['nothing remembered', fresh],
    ];
    for (const [name, handler] of cases) {
      const steps = plan(await record(() => ask(handler(), settings)));
      const { bare, ours } = await race(
        () => replay(steps),
        () => ask(handler(), settings),
      );
      const added = median(ours.map((time, round) => time - (bare[round] ?? Number.NaN)));
      rows.push([
        `${size} traits, ${name}`,
        String(steps.length),
        milliseconds(median(bare)),
        milliseconds(median(ours)),
        milliseconds(added),
        milliseconds(quantile(ours, 0.95) - quantile(bare, 0.95)),
        `< ${ADDED_AIM_MS} ms`,
        verdict(added < ADDED_AIM_MS),
      ]);
    }
  }
  return rows;
}

console.log(`
- Bare: the very requests that fetch-persona sent, sent again with fetch alone, each as soon as what it depends on is
  here, bodies read as text. Nothing is parsed, checked, chosen or written down.
- fetch-persona: from the call of the handler to its answer as JSON, log line included; Segment is asked every time. The
  document chooses a layout by a trait, masks, hides, has rules for events, and shows all other traits.
- Added, median: the median of the differences round by round (${ROUNDS} rounds, in turns). Added, p95: the difference of
  the two 95th percentiles.
- Twilio and Segment are a double in another process on this machine that answers at once.`);

try {
  const { origin } = (await message()) as { origin: string };
  const rows = await addedLatency(origin);
  printTable(
    'What fetch-persona adds to its requests',
    ['', 'requests', 'bare', 'fetch-persona', 'added, median', 'added, p95', 'aim (median)', ''],
    rows,
  );
} finally {
  double.disconnect();
  log.end();
}

const starts = await measureStarts();
printTable(
  'A fresh Node process, until the handler is ready (Node itself: see the file that does nothing)',
  ['', 'size', 'loading the file', 'p95', 'aim (loading)', '', 'from process start', 'p95'],
  starts.map(({ name, bytes, load, ready }) => [
    name,
    bytes === 0 ? '' : `${Math.round(bytes / 1000)} kB`,
    milliseconds(median(load)),
    milliseconds(quantile(load, 0.95)),
    bytes === 0 ? '' : `< ${START_AIM_MS} ms`,
    bytes === 0 ? '' : verdict(median(load) < START_AIM_MS),
    milliseconds(median(ready)),
    milliseconds(quantile(ready, 0.95)),
  ]),
);
console.log(missed === 0 ? '\nEvery aim was met.' : `\n${missed} aims were missed.`);
