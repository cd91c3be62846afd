// The Context tab in Chromium beside a plain React <dl> of the same data: first draw, one changed value, next customer.
import { chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, browserForTests } from '../scripts/setup/browser';
import { AIMS } from './panel/aims';
import { PHASES, type Phase, type Samples, type Shape, type Times } from './panel/protocol';
import { servePage } from './panel/serve';
import { median, milliseconds, quantile } from './support/measure';
import { printTable } from './support/table';

/** What is drawn, and in how many rounds: long lists take the plain list a second per round. */
const SHAPES: readonly (Shape & { rounds: number })[] = [
  { kind: 'flat', size: 20, rounds: 30 },
  { kind: 'flat', size: 200, rounds: 20 },
  { kind: 'flat', size: 2_000, rounds: 7 },
  { kind: 'nested', size: 2_000, rounds: 5 },
  { kind: 'flat', size: 20_000, rounds: 3 },
];

const TITLES: Readonly<Record<Phase, string>> = {
  mount: 'Mount',
  change: 'One value changes',
  switch: 'Task switch: another customer, every value differs',
};

const METHOD = `
Milliseconds until painted, median of interleaved rounds in {browser}, production React 17.
- plain <dl>: React, raw data. panel: the plugin's panel, its view model there already. tab: as the Context tab
  does it, from raw data on: view model, marks of changes, panel. Both are held against the aims.
- Each call is made at the start of a frame. Counted: script, style, layout and paint of that frame, the work of the
  next frame, layout forced at the end. Not counted: waiting for a frame, raster, compositing.
- The ratio is the median of the ratios of each round.
- The changed value is on the first screen; the data comes in new objects, as Flex hands it over. At a task switch
  the plain <dl> keeps its elements, the tab is drawn anew, as in the plugin. Nested objects are open in both.
- "All rows there": until the document has every row, waiting for frames and timers included.`;

const nameOf = ({ kind, size }: Shape) => (kind === 'flat' ? `${size} keys` : `nested, ${size} leaves`);

function aimFor(phase: Phase, { kind, size }: Shape): number | undefined {
  return (kind === 'flat' ? AIMS[phase].get(size) : undefined) ?? AIMS[phase].get(Infinity);
}

/** The median of the ratios round by round: a machine that is busy for a while slows both. */
function ratioOf(peer: readonly Times[], ours: readonly Times[]): number {
  return median(ours.map(({ painted }, index) => painted / (peer[index]?.painted ?? Number.NaN)));
}

const paintedOf = (times: readonly Times[]) => times.map(({ painted }) => painted);
const wholeOf = (times: readonly Times[]) => milliseconds(median(times.map(({ whole }) => whole)));

const missed = { panel: 0, tab: 0 };

/** The ratio as printed, with whether the aim was met. */
function judged(subject: 'panel' | 'tab', ratio: number, aim: number | undefined): string {
  const text = `${ratio.toFixed(2)} ×`;
  if (aim === undefined) return text;
  if (ratio > aim) missed[subject] += 1;
  return `${text} ${ratio > aim ? 'MISSED' : 'met'}`;
}

function printPhase(phase: Phase, results: readonly [Shape, Samples][]): void {
  printTable(
    TITLES[phase],
    ['', 'aim', 'plain <dl>', 'panel', 'ratio', 'tab', 'ratio', 'tab: all rows there'],
    results.map(([shape, samples]) => {
      const { plain, panel, tab } = samples[phase];
      const aim = aimFor(phase, shape);
      return [
        nameOf(shape),
        aim === undefined ? 'none' : `≤ ${aim} ×`,
        milliseconds(median(paintedOf(plain))),
        milliseconds(median(paintedOf(panel))),
        judged('panel', ratioOf(plain, panel), aim),
        milliseconds(median(paintedOf(tab))),
        judged('tab', ratioOf(plain, tab), aim),
        wholeOf(tab),
      ];
    }),
  );
}

async function printLive(page: Page): Promise<void> {
  const rows: string[][] = [];
  for (const shape of SHAPES.filter(({ kind }) => kind === 'flat')) {
    const { phases, view } = await page.evaluate(({ what, count }) => window.panelBench.live(what, count), {
      what: shape,
      count: Math.min(shape.rounds, 15),
    });
    const { mount, change } = phases;
    rows.push([
      nameOf(shape),
      milliseconds(median(paintedOf(change))),
      milliseconds(quantile(paintedOf(change), 0.95)),
      milliseconds(median(view)),
      milliseconds(median(paintedOf(mount))),
      milliseconds(median(paintedOf(phases.switch))),
    ]);
  }
  printTable(
    'The whole plugin (7 highlights, tabs, panel, a document): task attributes change → highlights and tab painted',
    ['', 'change, median', 'p95', 'of it view model', 'mount', 'task switch'],
    rows,
  );
}

/** @returns whether every row can be reached in every way */
async function printReach(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  let all = true;
  const rows: string[][] = [];
  const say = (ok: boolean, otherwise = 'no') => {
    all &&= ok;
    return ok ? 'yes' : otherwise;
  };
  for (const shape of SHAPES) {
    const reach = await page.evaluate(({ kind, size }) => window.panelBench.reach({ kind, size }), shape);
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodes } = await session.send('Accessibility.queryAXTree', {
      backendNodeId: root.backendNodeId,
      accessibleName: reach.lastLabel,
    });
    rows.push([
      nameOf(shape),
      say(reach.drawn === reach.leaves, `${reach.drawn} of ${reach.leaves}`),
      say(reach.missingInCopy === 0, `${reach.missingInCopy} missing`),
      say(reach.found),
      say(nodes.some((node) => !node.ignored)),
    ]);
  }
  printTable(
    'Every row within reach',
    ['', 'in the document', 'select all and copy', 'find: last row', 'accessibility tree: last row'],
    rows,
  );
  return all;
}

const { origin, close } = await servePage();
const browser = await chromium.launch({
  executablePath: browserForTests((line) => console.log(line)),
  // Code that a collection throws away would be compiled within the times.
  args: [...BROWSER_FLAGS, '--js-flags=--expose-gc --no-flush-bytecode'],
});
try {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 }, locale: 'en-US' });
  page.on('pageerror', (error) => console.error(error));
  await page.goto(origin);
  console.log(METHOD.replace('{browser}', `Chromium ${browser.version()}`));
  const results: [Shape, Samples][] = [];
  for (const { rounds, ...shape } of SHAPES) {
    results.push([
      shape,
      await page.evaluate(({ what, count }) => window.panelBench.rounds(what, count), { what: shape, count: rounds }),
    ]);
  }
  for (const phase of PHASES) printPhase(phase, results);
  await printLive(page);
  const reachable = await printReach(page);
  console.log(`\nAims missed: ${missed.panel} by the panel, ${missed.tab} by the tab, view model included.`);
  if (!reachable) {
    console.error('Not every row can be reached.');
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  close();
}
