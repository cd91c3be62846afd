// The admins' editor: from a key to the painted preview, opening it, what agents download for it, and one publication.
import { AIMS } from './editor/aims';
import { openDesk } from './editor/desk';
import { opening } from './editor/opening';
import { CALL_MS, publishing, type Publishing } from './editor/publishing';
import { sizes, type Size } from './editor/size';
import { typing, type Typing } from './editor/typing';
import { median, milliseconds, quantile } from './support/measure';
import { printTable } from './support/table';

const OPENINGS = 5;
const PUBLICATIONS = 3;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

let missed = 0;
function judged(value: number, aim: number): string {
  const met = value < aim;
  if (!met) missed += 1;
  return met ? 'met' : 'MISSED';
}

const found = await sizes();
const desk = await openDesk();
// Functions write a line for each request into this process's output.
const print = console.log;
console.log = () => undefined;
try {
  const typed = new Map<number, Typing>();
  for (const fields of [20, 200]) typed.set(fields, await typing(desk, fields));
  const opened = await opening(desk, 200, OPENINGS);
  const published = await publishing(desk, PUBLICATIONS);
  console.log = print;

  console.log(`
In the real Flex, in Chromium ${desk.browser.version()}; the functions are on this machine, so there is no network in these
figures. From a key or click until it is painted: from the time stamp of the event to the end of the frame that shows
it, waiting for that frame included; raster and compositing are not. Processor time is that of the page's main thread,
median: a machine that is busy with something else lengthens the others, not this.`);
  printTable(
    'From a key in a label to the painted preview',
    ['document', 'median', 'p95', 'longest', 'processor time', 'aim for the median', ''],
    [...typed].map(([fields, { painted: times, worked }]) => [
      `${fields} fields`,
      milliseconds(median(times)),
      milliseconds(quantile(times, 0.95)),
      milliseconds(Math.max(...times)),
      milliseconds(median(worked)),
      fields === AIMS.keyFields ? `< ${AIMS.keyMs} ms` : 'none',
      fields === AIMS.keyFields ? judged(median(times), AIMS.keyMs) : '',
    ]),
  );
  printTable(
    'Opening the editor: from the click on the side link to outline, form and preview of 200 fields',
    ['', 'median', 'longest', 'aim'],
    (
      [
        ['a browser that never loaded it', opened.cold],
        ['after a reload of Flex', opened.reloaded],
        ['back from another view', opened.again],
      ] as const
    ).map(([name, times]) => [name, milliseconds(median(times)), milliseconds(Math.max(...times)), 'none']),
  );
  printSizes();
  printPublishing(published);
  console.log(missed === 0 ? '\nEvery aim was met.' : `\nAims missed: ${missed}.`);
} finally {
  console.log = print;
  await desk.close();
}

function printSizes(): void {
  const row = (name: string, { minified, gzip, brotli }: Size, aim = 'none', verdict = '') => [
    name,
    kilobytes(minified),
    kilobytes(gzip),
    kilobytes(brotli),
    aim,
    verdict,
  ];
  printTable(
    'What is downloaded',
    ['', 'minified', 'gzip', 'brotli', 'aim', ''],
    [
      row('the plugin, by everybody', found.plugin),
      row(
        `of it for the editor (${found.doorFiles.length} files)`,
        found.door,
        `< ${kilobytes(AIMS.agentsGzipBytes)} gzip`,
        judged(found.door.gzip, AIMS.agentsGzipBytes),
      ),
      row('the editor, by admins who open it', found.editor),
    ],
  );
}

function printPublishing(all: readonly Publishing[]): void {
  const names = [...new Set(all.flatMap(({ steps }) => [...steps.keys()]))];
  const doneAt = (name: string) => median(all.map(({ steps }) => steps.get(name) ?? Number.NaN));
  printTable(
    `One publication on top of 50 revisions: median of ${all.length}`,
    ['step', 'took', 'done after', 'aim'],
    names.map((name, index) => {
      const before = names[index - 1];
      const end = doneAt(name);
      return [name, seconds(end - (before === undefined ? 0 : doneAt(before))), seconds(end), 'none'];
    }),
  );
  const last = all.at(-1);
  if (last === undefined) return;
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = (who: string, counts: Map<string, number>) => [
    ...[...counts].map(([name, count]) => [who, name, String(count)]),
    [who, 'together', String(total(counts))],
  ];
  printTable(
    'Requests of one publication',
    ['', 'request', 'times'],
    [...rows('browser to functions', last.browser), ...rows('functions to Twilio', last.api)],
  );
  console.log(`
The sandbox's Twilio takes 8 s for a build and 0.7 s until a deployment is served; each call of the API is made to take
${CALL_MS} ms. These are assumptions about Twilio; the number of requests is ours, and grows with the time of the build.`);
}
