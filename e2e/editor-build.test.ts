import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DisplaySchema } from '../schemas/generated/display-schema';
import { buildDocument } from './support/build-document';
import { desk, type EditorPage } from './support/editor';

/** The editor with nothing but its outline and its form, from an empty document to what agents see. */

const BANK: DisplaySchema = {
  version: 1,
  highlights: [
    {
      source: 'context',
      key: 'reason',
      label: 'Reason',
      format: 'badge',
      mappings: [
        { value: 'lost_card', label: 'Lost card', tone: 'error', icon: 'lock' },
        { value: 'mortgage', label: 'Mortgage', tone: 'info' },
      ],
    },
  ],
  context: {
    title: 'This conversation',
    sections: [
      {
        title: 'Payment',
        when: { fact: 'context:/transaction/amount', op: 'exists', value: true },
        fields: [
          { key: '/transaction/amount', label: 'Amount', format: 'currency', currency: 'GBP', decimals: 2 },
          { key: '/transaction/date', label: 'Booked on', format: 'date', style: 'long' },
          {
            key: '/transaction/risk',
            label: 'Risk',
            format: 'number',
            thresholds: [
              { from: 0, tone: 'success' },
              { from: 70, tone: 'error' },
            ],
          },
        ],
      },
      {
        title: 'Account',
        collapsed: true,
        fields: [
          { key: 'iban', label: 'IBAN', mask: { reveal: ['supervisor', 'admin'] }, copy: false },
          { key: 'branch', description: 'Where the account was opened' },
        ],
      },
    ],
    rest: 'collapse',
    hidden: ['sessionId', 'debug*'],
  },
  traits: { rest: 'hide' },
};

const RETAIL: DisplaySchema = {
  version: 1,
  context: {
    sections: [
      {
        title: 'Order',
        fields: [
          { key: '/order/id', label: 'Order', link: 'https://shop.example/orders/{value}' },
          { key: '/order/total', label: 'Total', format: 'currency', currency: 'EUR', minorUnits: true },
          {
            key: '/order/status',
            label: 'Status',
            mappings: [
              { value: 'shipped', label: 'On its way', tone: 'success' },
              { value: 'returned', label: 'Sent back', tone: 'warning' },
            ],
          },
        ],
      },
      {
        title: 'Customer',
        fields: [
          { key: 'email', label: 'Mail', format: 'email', mask: { reveal: ['supervisor'] } },
          { key: 'vip', label: 'VIP', mappings: [{ value: true, label: 'Yes, look after them', tone: 'new' }] },
        ],
      },
    ],
    hidden: ['cartToken'],
  },
  traits: { rest: 'hide', hideEmpty: true },
  layouts: [
    {
      name: 'Returns',
      when: {
        any: [
          { fact: 'context:/intent', op: 'in', value: ['refund', 'return'] },
          { fact: 'task.queue', op: 'startsWith', value: 'Returns' },
        ],
      },
      highlights: [{ source: 'context', key: '/order/total', label: 'To refund', format: 'currency', currency: 'EUR' }],
      context: { sections: [{ title: 'Parcel', fields: [{ key: 'parcel', label: 'Parcel' }] }] },
    },
  ],
};

const TELECOM: DisplaySchema = {
  version: 1,
  highlights: [{ source: 'traits', key: 'plan', label: 'Plan', format: 'badge' }],
  context: {
    sections: [
      {
        title: 'Line',
        fields: [
          { key: 'msisdn', label: 'Line', format: 'phone' },
          { key: 'outage', label: 'Outage', when: { fact: 'task.channel', op: 'eq', value: 'voice' } },
          { key: 'signal', label: 'Signal', format: 'percent', decimals: 0 },
        ],
      },
    ],
  },
  traits: {
    sections: [
      {
        title: 'Contract',
        fields: [
          { key: 'plan', label: 'Plan', mappings: [{ value: 5, label: 'Five lines', tone: 'info' }] },
          { key: 'monthly_fee', label: 'Monthly', format: 'currency', currency: 'USD' },
          { key: 'pin', label: 'PIN', mask: { reveal: ['supervisor'] } },
        ],
      },
    ],
    hidden: ['ssn'],
  },
};

const people = desk();
const live = () => people.sandbox.state.schema.current();

async function emptyEditor(): Promise<EditorPage> {
  const admin = await people.flex('admin');
  await admin.openEditor();
  return admin;
}

/** The draft as the JSON view has it. */
async function draftOf(admin: EditorPage): Promise<unknown> {
  await admin.button('JSON').click();
  const text = await admin.view.locator('textarea').first().inputValue();
  await admin.button('Form').click();
  return JSON.parse(text);
}

/** A hundred settings and more, each drawn before the next. */
const timeout = 180_000;

describe('with outline and form alone', { timeout }, () => {
  it('a bank’s document is built from nothing, published, and seen by an agent', async () => {
    const admin = await emptyEditor();
    await buildDocument(admin, BANK);
    expect(await draftOf(admin)).toEqual(BANK);
    expect(await admin.view.locator('.cc-foot').innerText()).toContain('No problems');
    await admin.publish('Our first document');
    await admin.dialog.getByText('Revision 1 is live', { exact: false }).waitFor();
    expect(JSON.parse(live()?.document ?? '')).toEqual(BANK);

    people.sandbox.control.restartFunctions();
    const agent = await people.flex('agent');
    await agent.open();
    await agent.task({
      reason: 'lost_card',
      transaction: { amount: 128.4, risk: 91 },
      iban: 'GB33BUKB20201555555555',
      sessionId: 's-1',
    });
    await agent.value('Amount').getByText('£128.40').waitFor();
    await agent.panel.getByText('Lost card').first().waitFor();
    expect(await agent.panel.innerText()).not.toMatch(/s-1|BUKB/);
  });

  it.each([
    ['a shop’s document with a layout', RETAIL],
    ['a telecom’s document with conditions and traits', TELECOM],
  ])('%s is built from nothing', async (_name, document) => {
    const admin = await emptyEditor();
    await buildDocument(admin, document);
    expect(await draftOf(admin)).toEqual(document);
    expect(await admin.view.locator('.cc-foot').innerText()).toContain('No problems');
  });
});

/** Where the keyboard is: undefined when it is nowhere, or where nobody sees it. */
const whereKeyboardIs = () => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || !focused.matches(':focus-visible')) return undefined;
  const { width, height, bottom, right, top, left } = focused.getBoundingClientRect();
  const inSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  if (width === 0 || height === 0 || !inSight) return undefined;
  return focused.getAttribute('aria-label') ?? focused.textContent;
};

/** Presses a key; the keyboard must be somewhere in sight afterwards. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  const said = await page.evaluate(whereKeyboardIs);
  if (said === undefined) {
    const html = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`After ${key} the keyboard is out of sight: ${html}`);
  }
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes on with a key until a control has the keyboard. */
async function reach(target: Locator, key: 'Tab' | 'Shift+Tab', most = 40): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < most; presses += 1) {
    if (await isFocused(target)) return;
    await press(target.page(), key);
  }
  throw new Error(`${String(target)} was not reached within ${most} presses of ${key}.`);
}

describe('with the keyboard alone', { timeout }, () => {
  it('an admin opens the view, adds fields, reorders them, publishes, and never loses the focus', async () => {
    const admin = await people.flex('admin');
    const { page, view, dialog } = admin;
    await admin.open();
    await reach(page.getByRole('link', { name: 'Customer context' }), 'Tab');
    await page.keyboard.press('Enter');
    const outline = view.getByRole('tree', { name: 'Outline' });
    const line = outline.locator('[role=treeitem][tabindex="0"]');
    await reach(line, 'Tab', 80);

    await press(page, 'ArrowDown');
    expect(await line.innerText()).toContain('Context');
    await reach(admin.button('Add section'), 'Shift+Tab');
    await press(page, 'Enter');
    await expect.poll(() => line.innerText()).toContain('Section 1');
    await press(page, 'Enter');
    await page.keyboard.type('Order');

    await press(page, 'Escape');
    expect(await isFocused(line)).toBe(true);

    for (const [key, label] of [
      ['total', 'Total'],
      ['id', 'Number'],
    ] as const) {
      await reach(admin.button('Add field'), 'Shift+Tab');
      await press(page, 'Enter');
      const keyInput = view.getByRole('textbox', { name: /^Key/ });
      await expect.poll(() => isFocused(keyInput)).toBe(true);
      await page.keyboard.type(key);
      await reach(view.getByRole('textbox', { name: /^Label/ }), 'Tab');
      await page.keyboard.type(label);
      if (key === 'total') {
        await reach(view.getByRole('combobox', { name: /^Format/ }), 'Tab');
        await page.keyboard.type('Curr');
        await reach(view.getByRole('textbox', { name: /^Currency/ }), 'Tab');
        await page.keyboard.type('EUR');
      }
      await press(page, 'Escape');
      expect(await isFocused(line)).toBe(true);
    }

    expect(await line.innerText()).toContain('Number');
    await press(page, 'Alt+ArrowUp');
    expect(await isFocused(outline.locator('[data-pointer="/context/sections/0/fields/0"]'))).toBe(true);

    await reach(admin.button('Publish…'), 'Shift+Tab');
    await press(page, 'Enter');
    const comment = dialog.getByRole('textbox', { name: /Comment/ });
    await expect.poll(() => isFocused(comment)).toBe(true);
    await page.keyboard.type('Orders');
    await reach(dialog.getByRole('button', { name: 'Publish', exact: true }), 'Tab');
    await page.keyboard.press('Enter');
    await dialog.getByText('Revision 1 is live', { exact: false }).waitFor();
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await reach(dialog.getByRole('button', { name: 'Close', exact: true }), 'Tab');
    await press(page, 'Enter');
    expect(JSON.parse(live()?.document ?? '')).toEqual({
      version: 1,
      context: {
        sections: [
          {
            title: 'Order',
            fields: [
              { key: 'id', label: 'Number' },
              { key: 'total', label: 'Total', format: 'currency', currency: 'EUR' },
            ],
          },
        ],
      },
    });
  });
});

describe('two admins at once', () => {
  it('the second to publish is told, keeps their draft, compares, and publishes on top', async () => {
    const label = (text: string): DisplaySchema => ({
      version: 1,
      context: { sections: [{ title: 'Why', fields: [{ key: 'intent', label: text }] }] },
    });
    const write = (admin: EditorPage, text: string) => admin.view.locator('[id="cc-form/label"]').fill(text);
    people.sandbox.control.publish(JSON.stringify(label('Reason')));
    const [first, second] = [await emptyEditor(), await emptyEditor()];
    for (const admin of [first, second]) await admin.view.locator('[data-pointer$="/fields/0"]').click();
    await write(first, 'Why they call');
    await write(second, 'Intent');

    await second.button('Publish…').click();
    await second.dialog.getByText('Reason → Intent', { exact: false }).waitFor();
    await first.publish('First');
    await first.dialog.getByText('Revision 2 is live', { exact: false }).waitFor();
    await second.dialog.getByRole('textbox', { name: /Comment/ }).fill('Second');
    await second.dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await second.dialog.getByRole('alert').getByText('published in the meantime', { exact: false }).waitFor();
    expect([live()?.index.live, live()?.document]).toEqual([2, JSON.stringify(label('Why they call'))]);

    await second.dialog.getByRole('button', { name: 'Back to my draft' }).click();
    await second.button('See what they changed').click();
    await second.view.getByText('Reason → Why they call', { exact: false }).waitFor();
    expect(await draftOf(second)).toEqual(label('Intent'));
    await second.button('Keep my draft on top of r2').click();
    await second.publish('Second');
    await second.dialog.getByText('Revision 3 is live', { exact: false }).waitFor();
    expect(live()?.document).toBe(JSON.stringify(label('Intent')));
    await first.view.getByText('Published r2', { exact: false }).waitFor();
  });
});
