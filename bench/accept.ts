// From a click on "Accept" to the customer's traits on the screen, in the real Flex, with a Segment that takes its time.
import { chromium, type Page } from 'playwright-core';
import { startWholeSandbox, type WholeSandbox } from '../sandbox/whole';
import { buildForSandbox } from '../scripts/build/for-sandbox';
import { BROWSER_FLAGS, browserForTests } from '../scripts/setup/browser';
import { median, milliseconds, quantile } from './support/measure';
import { printTable } from './support/table';

const ROUNDS = 11;
/** A frame: what is drawn later than its neighbour by less than this was drawn with it. */
const FRAME_MS = 17;

interface Case {
  name: string;
  segmentMs: number;
  /** How long the agent thinks before accepting. */
  thinks: number;
  /** Whether the aim holds: the agent gave the prefetch time enough. */
  aim: boolean;
}

const CASES: readonly Case[] = [
  { name: 'Segment 200 ms, accepted after 2 s', segmentMs: 200, thinks: 2_000, aim: true },
  { name: 'Segment 200 ms, accepted at once', segmentMs: 200, thinks: 0, aim: false },
  { name: 'Segment 2 s, accepted at once', segmentMs: 2_000, thinks: 0, aim: false },
];

const DOCUMENT = {
  version: 1,
  highlights: [
    { source: 'context', key: 'ticket' },
    { source: 'traits', key: 'email' },
  ],
  traits: { sections: [{ fields: [{ key: 'email' }, { key: 'first_name' }] }] },
};

interface Customer {
  userId: string;
  email: string;
}

function customersOf({ segment }: WholeSandbox): Customer[] {
  return segment
    .profiles('us')
    .users()
    .flatMap(({ ids, traits }) => {
      const userId = ids.find(({ type }) => type === 'user_id')?.id;
      const email = traits.get('email')?.value;
      return userId !== undefined && typeof email === 'string' ? [{ userId, email }] : [];
    });
}

/** Milliseconds from the click until each text was in our panel, as of the frame that drew it. */
async function accept(page: Page, texts: readonly [string, string]): Promise<[number, number]> {
  await page.evaluate((wanted) => {
    const seen: (number | undefined)[] = wanted.map(() => undefined);
    let clicked: number | undefined;
    document.addEventListener('click', () => (clicked ??= performance.now()), { capture: true, once: true });
    const look = (): void => {
      const text = document.querySelector('[role=region][aria-label="Customer context"]')?.textContent ?? '';
      const now = performance.now();
      wanted.forEach((part, index) => {
        if (clicked !== undefined && text.includes(part)) seen[index] ??= now - clicked;
      });
      if (seen.includes(undefined)) requestAnimationFrame(look);
      else Object.assign(window, { painted: seen });
    };
    Object.assign(window, { painted: undefined });
    requestAnimationFrame(look);
  }, texts);
  await page.getByTestId('accept-task').first().click();
  const painted = await page.waitForFunction(() => (window as unknown as { painted?: [number, number] }).painted);
  return (await painted.jsonValue()) as [number, number];
}

interface Times {
  context: number[];
  traits: number[];
}

async function round(page: Page, sandbox: WholeSandbox, customer: Customer, { segmentMs, thinks }: Case, times: Times) {
  sandbox.segment.weather.set('traits', { kind: 'slow', ms: segmentMs });
  const ticket = `ticket of ${customer.userId}`;
  const attributes = { name: customer.userId, userId: customer.userId, context: { ticket } };
  const task = sandbox.control.createTask({ attributes });
  await page.locator('.Twilio-TaskListBaseItem', { hasText: customer.userId }).first().click();
  await page.getByTestId('accept-task').first().waitFor();
  await page.waitForTimeout(thinks);
  const [context, traits] = await accept(page, [ticket, customer.email]);
  times.context.push(context);
  times.traits.push(traits);
  for (const status of ['wrapping', 'completed'] as const) sandbox.control.setReservation(task.sid, status);
  await page.locator('.Twilio-TaskListBaseItem', { hasText: customer.userId }).waitFor({ state: 'detached' });
}

const files = await buildForSandbox((step) => console.log(step));
const sandbox = await startWholeSandbox({ ...files, port: 0, empty: true });
const browser = await chromium.launch({
  executablePath: browserForTests((line) => console.log(line)),
  args: BROWSER_FLAGS,
});
// Functions write a line for each request into this process's output.
const print = console.log;
console.log = () => undefined;
let missed = 0;
try {
  sandbox.control.publish(JSON.stringify(DOCUMENT));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  // What this file is compiled with names functions through this helper, which the page has not.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(`${sandbox.url}/agent-desktop`);
  await page.locator('.Twilio-AgentDesktopView, .Twilio-MainContainer').first().waitFor({ timeout: 120_000 });
  const customers = customersOf(sandbox);
  const measured = new Map<Case, Times>(CASES.map((one) => [one, { context: [], traits: [] }]));
  // The first round of each is thrown away: functions and Flex load then.
  for (let count = 0; count <= ROUNDS; count += 1) {
    for (const [one, times] of measured) {
      const customer = customers.shift();
      if (customer === undefined) throw new Error('There are too few customers for so many rounds.');
      await round(page, sandbox, customer, one, count === 0 ? { context: [], traits: [] } : times);
    }
  }
  console.log = print;
  printTable(
    'From the click on "Accept" to what is on the screen (in turns, another customer in each round)',
    ['', 'context', 'traits', 'p95', 'extra for traits', 'p95', 'aim', ''],
    [...measured].map(([{ name, aim }, { context, traits }]) => {
      const extra = traits.map((time, index) => Math.max(0, time - (context[index] ?? 0)));
      const met = median(extra) < FRAME_MS;
      if (aim && !met) missed += 1;
      return [
        name,
        milliseconds(median(context)),
        milliseconds(median(traits)),
        milliseconds(quantile(traits, 0.95)),
        milliseconds(median(extra)),
        milliseconds(quantile(extra, 0.95)),
        aim ? '0, within a frame' : '',
        aim ? (met ? 'met' : 'MISSED') : '',
      ];
    }),
  );
  console.log(missed === 0 ? '\nEvery aim was met.' : `\n${missed} aims were missed.`);
} finally {
  console.log = print;
  await browser.close();
  await sandbox.close();
}
