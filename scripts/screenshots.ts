// npm run screenshots: the pictures of the README and the docs, taken of the real Flex in the sandbox.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startWholeSandbox, type WholeSandbox } from '../sandbox/whole';
import type { Session } from '../sandbox/state/types';
import { buildForSandbox } from './build/for-sandbox';
import { at } from './build/root';
import { BROWSER_FLAGS, browserForTests } from './setup/browser';

interface Picture {
  /** File name below docs/images. */
  name: string;
  /** What it is for; printed while it is taken. */
  shows: string;
  session?: Partial<Session>;
  /** Example below schemas/examples whose document is published; none: the generic view. */
  document?: string;
  /** What was published before it: that document with some text exchanged, oldest first. */
  earlier?: readonly { name: string; comment: string; exchange: readonly [string, string] }[];
  /** Who published the document, and why. */
  published?: { name: string; comment: string };
  /** Name of the customer whose task is accepted. */
  customer?: string;
  path?: string;
  /** Last steps before the picture. */
  prepare?: (page: Page) => Promise<void>;
  viewport?: { width: number; height: number };
}

const openTab = (name: RegExp) => async (page: Page) => {
  await page.getByRole('region', { name: 'Customer context' }).getByRole('tab', { name }).click();
  await page.waitForTimeout(1500);
};

/** Opens "Order total" in the editor's form, with a customer of the shop beside it. */
const openField = async (page: Page) => {
  await page.getByLabel('Preview with').selectOption({ label: 'Example: A shop: refund' });
  await page
    .getByRole('treeitem', { name: /Order total/ })
    .first()
    .click();
  await page.waitForTimeout(1500);
};

const PICTURES: readonly Picture[] = [
  { name: 'agent', shows: 'context under a display schema', document: 'retail', customer: 'Ana Duarte' },
  { name: 'generic', shows: 'context without a display schema', customer: 'James Okafor' },
  { name: 'dark', shows: 'dark theme', session: { theme: 'dark' }, document: 'retail', customer: 'Ana Duarte' },
  { name: 'traits', shows: 'Segment traits', document: 'retail', customer: 'Ana Duarte', prepare: openTab(/^Traits/) },
  { name: 'events', shows: 'recent events', document: 'retail', customer: 'Ana Duarte', prepare: openTab(/^Events/) },
  {
    name: 'editor',
    shows: 'the editor of the display schema',
    session: { role: 'admin' },
    document: 'retail',
    path: '/customer-context',
    prepare: openField,
  },
  {
    name: 'editor-publish',
    shows: 'a publication: what changes for agents, and the comment',
    session: { role: 'admin' },
    document: 'retail',
    path: '/customer-context',
    prepare: async (page) => {
      await openField(page);
      await page
        .getByRole('textbox', { name: /^Label \(en\)/ })
        .first()
        .fill('Paid in all');
      await page
        .getByRole('textbox', { name: /^Label \(pt\)/ })
        .first()
        .fill('Total pago');
      await page.getByRole('button', { name: 'Publish…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /Comment/ }).fill('Agents took it for the total before shipping');
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'editor-history',
    shows: 'the history: who published what, when and why',
    session: { role: 'admin' },
    document: 'retail',
    earlier: [
      { name: 'Noor Haddad', comment: 'First version for the returns team', exchange: ['"Order total"', '"Total"'] },
      { name: 'Rui Moreira', comment: 'Say what is totalled', exchange: ['"Reason"', '"Intent"'] },
    ],
    published: { name: 'Noor Haddad', comment: 'Plain words for the reason' },
    path: '/customer-context',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'History' }).click();
      await page.getByRole('button', { name: 'Changes r3' }).click();
      await page.waitForTimeout(1500);
    },
  },
  { name: 'side-page', shows: 'the side page of the sandbox', path: '/sandbox' },
  { name: 'studio', shows: 'a Studio flow being played', path: '/sandbox/studio' },
];

const started = Date.now();
const say = (text: string) => {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);
};

const wanted = process.argv.slice(2);
const pictures = PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (pictures.length < wanted.length) {
  console.error(`The pictures are: ${PICTURES.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const files = await buildForSandbox(say);
const sandbox = await startWholeSandbox({ ...files, port: 0, onProgress: say });
const chrome = await chromium.launch({ executablePath: browserForTests(say), args: BROWSER_FLAGS });
mkdirSync(at('docs/images'), { recursive: true });
try {
  for (const picture of pictures) await take(picture, sandbox, chrome);
} finally {
  await chrome.close();
  await sandbox.close();
}
process.exit(0);

async function take(picture: Picture, { control, url }: WholeSandbox, chrome: Browser): Promise<void> {
  control.reset();
  control.setSession({ role: 'agent', theme: 'light', placement: 'panel2', ...picture.session });
  if (picture.document !== undefined) {
    const document = readFileSync(at(`schemas/examples/${picture.document}/display-schema.json`), 'utf8');
    for (const { name, comment, exchange } of picture.earlier ?? []) {
      control.publish({ document: document.replaceAll(...exchange), comment, publishedBy: { name } });
    }
    const { name, comment } = picture.published ?? { name: 'Sandbox', comment: 'Put in force by the sandbox' };
    control.publish({ document, comment, publishedBy: { name } });
  }
  // A browser of its own: drafts and folded sections are kept in it.
  const browser = await chrome.newContext({ locale: 'en-GB', timezoneId: 'Europe/Lisbon' });
  const page = await browser.newPage();
  await page.setViewportSize(picture.viewport ?? { width: 1440, height: 900 });
  await page.goto(`${url}${picture.path ?? '/agent-desktop'}`);
  if (picture.customer !== undefined) {
    const task = page.locator('.Twilio-TaskListBaseItem', { hasText: picture.customer }).first();
    await task.click();
    await task.getByTestId('accept-task').click();
    await page.getByRole('region', { name: 'Customer context' }).locator('dt').first().waitFor();
  }
  // Whatever is still on its way: traits, icons, the selection of the task.
  await page.waitForTimeout(2000);
  await picture.prepare?.(page);
  await page.screenshot({ path: at(`docs/images/${picture.name}.png`) });
  await browser.close();
  say(`docs/images/${picture.name}.png  ${picture.shows}`);
}
