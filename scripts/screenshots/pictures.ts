import type { Locator, Page } from 'playwright-core';
import { isObject } from '../../display/json';
import type { WholeSandbox } from '../../sandbox/whole';
import type { Session } from '../../sandbox/state/types';

export interface Picture {
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
  /** What happens to the sandbox before Flex opens. */
  before?: (sandbox: WholeSandbox) => void;
  /** Last steps before the picture. */
  prepare?: (page: Page, sandbox: WholeSandbox) => Promise<void>;
  /** Only this part of the page. */
  part?: (page: Page) => Locator;
  viewport?: { width: number; height: number };
}

const panel = (page: Page) => page.getByRole('region', { name: 'Customer context' });

const openTab = (name: RegExp) => async (page: Page) => {
  await panel(page).getByRole('tab', { name }).click();
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

/** Every picture of the README and the docs, in the order in which they are taken. */
export const PICTURES: readonly Picture[] = [
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
  {
    name: 'agent-changed',
    viewport: { width: 1440, height: 620 },
    shows: 'values that changed during the conversation',
    document: 'retail',
    customer: 'Ana Duarte',
    part: panel,
    prepare: async (page, { control }) => {
      const task = control.tasks().find(({ attributes }) => attributes['name'] === 'Ana Duarte');
      if (task === undefined) throw new Error('The task of the picture is gone.');
      const { context, ...rest } = task.attributes;
      const order = isObject(context) && isObject(context['order']) ? context['order'] : {};
      control.updateAttributes(task.sid, {
        ...rest,
        context: {
          ...(isObject(context) ? context : {}),
          intent: 'refund',
          order: { ...order, status: 'returned', total: 96.4 },
        },
      });
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'agent-search',
    viewport: { width: 1440, height: 620 },
    shows: 'the search in the panel',
    document: 'retail',
    customer: 'Ana Duarte',
    part: panel,
    prepare: async (page) => {
      await panel(page).getByRole('button', { name: 'Search names and values' }).click();
      await page.keyboard.type('order');
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'agent-masked',
    shows: 'masked values, one of them revealed',
    document: 'retail',
    customer: 'Ana Duarte',
    part: panel,
    prepare: async (page) => {
      await openTab(/^Traits/)(page);
      await panel(page)
        .getByRole('button', { name: /^Reveal/ })
        .first()
        .click();
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'agent-loading',
    viewport: { width: 1440, height: 460 },
    shows: 'traits on their way, with room for them',
    document: 'retail',
    customer: 'Ana Duarte',
    part: panel,
    before: ({ segment }) => segment.weather.set('all', { kind: 'slow', ms: 30_000 }),
    prepare: openTab(/^Traits/),
  },
  {
    name: 'agent-waiting',
    viewport: { width: 1440, height: 460 },
    shows: 'the countdown after too many requests',
    document: 'retail',
    customer: 'Ana Duarte',
    part: panel,
    before: ({ segment }) => segment.weather.set('all', { kind: 'limited', retryAfter: 40 }),
    prepare: async (page) => {
      await openTab(/^Traits/)(page);
      await panel(page)
        .getByText(/retrying in/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'notice',
    shows: 'a notice of Flex: a display schema that has errors',
    session: { role: 'admin' },
    customer: 'Ana Duarte',
    before: ({ control }) => void control.publish('{ "version": 99 }'),
    viewport: { width: 1440, height: 420 },
  },
  { name: 'side-page', shows: 'the side page of the sandbox', path: '/sandbox' },
  { name: 'studio', shows: 'a Studio flow being played', path: '/sandbox/studio' },
];
