import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, readContext, view } from '../display';
import type { JsonObject } from '../display/json';
import type { PanelView } from '../display/view';
import type { ChannelName } from '../sandbox/account';
import { at } from '../scripts/build/root';
import { loadDocument } from '../schemas/load';
import { flexPage, type FlexPage } from './support/flex';

interface ExampleCase {
  name: string;
  context: string;
  task: { queue: string };
}

function readExample(example: string, file: string): unknown {
  return JSON.parse(readFileSync(at(`schemas/examples/${example}/${file}`), 'utf8'));
}

/** What the engine says that this agent sees of this context in this Flex. */
function expected(document: unknown, context: JsonObject, queue: string, channel: ChannelName): PanelView {
  const loaded = loadDocument(document);
  if (!loaded.usable) throw new Error('The example cannot be used.');
  return view(compile(loaded.document), {
    context: readContext(context),
    facts: { task: { channel, queue }, worker: { roles: ['agent'] }, context },
    env: { locale: 'en-US', zone: 'Europe/Lisbon', now: Date.now() },
  }).context;
}

/** Labels on the screen, in order, as far as they are not inside a value. */
function labels(flex: FlexPage): Promise<string[]> {
  return flex.panel.getByRole('tabpanel').evaluate((panel) =>
    [...panel.querySelectorAll('dt')]
      .filter((label) => label.parentElement?.closest('dd') === null)
      // The label is the first text; what follows belongs to its tools.
      .map((label) => document.createTreeWalker(label, NodeFilter.SHOW_TEXT).nextNode()?.textContent ?? ''),
  );
}

describe.each(['bank', 'retail', 'telecom'])('the %s example, published', (example) => {
  const open = flexPage();
  const cases = readExample(example, 'cases.json') as ExampleCase[];
  // The same context in another language or role is the engine's business.
  const distinct = cases.filter((one, index) => cases.findIndex(({ context }) => context === one.context) === index);

  it('shows each of its contexts exactly as the engine decides: layout, order, labels and hidden keys', async () => {
    const { flex } = open;
    const document = readExample(example, 'display-schema.json');
    flex.control.publish(JSON.stringify(document));
    await flex.open();
    for (const [index, one] of distinct.entries()) {
      const context = readExample(example, `contexts/${one.context}.json`) as JsonObject;
      await flex.task(context, {
        queueName: one.task.queue,
        channel: 'default',
        attributes: { name: `Customer ${index}` },
      });
      const panel = expected(document, context, one.task.queue, 'default');
      const shown = panel.sections.filter(({ collapsed }) => !collapsed).flatMap(({ rows }) => rows);
      const [first] = shown;
      if (first) await flex.row(first.label).first().waitFor();
      expect(await labels(flex)).toEqual(shown.map(({ label }) => label));
    }
  });
});

describe('a published display schema', () => {
  const open = flexPage();
  const DOCUMENT = {
    version: 1,
    highlights: [
      {
        source: 'context',
        key: 'intent',
        label: 'Reason',
        format: 'badge',
        mappings: [{ value: 'refund', label: 'Refund', tone: 'warning' }],
      },
      { source: 'context', key: 'missing' },
    ],
    context: {
      hidden: ['sessionId', 'debug*', '/order/internal'],
      sections: [
        {
          title: 'Why they are here',
          fields: [
            { key: '/order/total', label: 'Order total', format: 'currency', currency: 'EUR' },
            { key: 'intent', label: 'Reason for contact', description: 'What the bot understood' },
            { key: 'card', label: 'Card', mask: { reveal: ['agent'] } },
            { key: 'pin', label: 'Secret', mask: {} },
          ],
        },
        { title: 'Technical', collapsed: true, fields: [{ key: 'browser' }] },
      ],
    },
  };
  const CONTEXT = {
    sessionId: 'session-canary',
    debugTrace: 'debug-canary',
    order: { total: 128.4, id: 'A-1093', internal: { margin: 'margin-canary' } },
    intent: 'refund',
    card: '4111111111114242',
    pin: '12345678',
    browser: 'Firefox 132',
  };

  it('decides labels, order and hidden keys, and shows highlights above the tabs', async () => {
    const { flex } = open;
    flex.control.publish(JSON.stringify(DOCUMENT));
    await flex.open();
    await flex.task(CONTEXT);
    await flex.row('Order total').waitFor();
    expect(await labels(flex)).toEqual(['Order total', 'Reason for contact', 'Card', 'Secret', 'Order']);
    expect(await flex.value('Order total').innerText()).toBe('€128.40');
    await flex.panel.getByText('Refund', { exact: true }).first().waitFor();
    expect(await flex.panel.innerHTML()).not.toContain('canary');
  });

  it('folds sections, and remembers what the agent unfolded across a reload', async () => {
    const { flex } = open;
    flex.control.publish(JSON.stringify(DOCUMENT));
    await flex.open();
    const task = await flex.task(CONTEXT);
    await flex.row('Order total').waitFor();
    expect(await flex.panel.getByText('Firefox 132').isVisible()).toBe(false);
    await flex.panel.getByRole('button', { name: /Technical/ }).click();
    await flex.panel.getByText('Firefox 132').waitFor();
    await flex.open();
    await flex.select(task);
    await flex.panel.getByText('Firefox 132').waitFor();
  });

  it('masks a value until it is revealed by keyboard, and hides it again on a task switch', async () => {
    const { flex } = open;
    flex.control.publish(JSON.stringify(DOCUMENT));
    await flex.open();
    const task = await flex.task(CONTEXT);
    await flex.row('Card').waitFor();
    expect(await flex.panel.innerHTML()).not.toContain('4111111111114242');
    expect(await flex.panel.innerHTML()).not.toContain('12345678');
    expect(await flex.value('Secret').getByRole('button').count()).toBe(0);
    await flex.panel.getByRole('button', { name: 'Reveal Card' }).focus();
    await flex.page.keyboard.press('Enter');
    await flex.value('Card').getByText('4111111111114242').waitFor();
    const other = await flex.task({ intent: 'call back' }, { attributes: { name: 'Ben Okafor' } });
    await flex.value('Reason for contact').getByText('call back').waitFor();
    await flex.select(task);
    await flex.row('Card').waitFor();
    expect(await flex.panel.innerHTML()).not.toContain('4111111111114242');
    expect(other.sid).not.toBe(task.sid);
  });

  it.each([
    ['is broken', (flex: FlexPage) => flex.control.publish('{"version": 1, "context": 7}')],
    ['is no JSON', (flex: FlexPage) => flex.control.publish('{"version": 1,')],
    ['is of a newer version', (flex: FlexPage) => flex.control.publish('{"version": 99}')],
    ['cannot be read', (flex: FlexPage) => flex.control.makeSchemaUnreadable()],
  ])('leaves agents the whole context, without a notice, when it %s', async (_how, breakIt) => {
    const { flex } = open;
    breakIt(flex);
    await flex.open();
    await flex.task({ orderTotal: 128.4, sessionId: 'abc' });
    await flex.value('Order total').waitFor();
    expect(await labels(flex)).toEqual(['Order total', 'Session id']);
    expect(await flex.panel.getByText(/display schema/i).count()).toBe(0);
  });
});

describe('for admins', () => {
  const open = flexPage({ role: 'admin' });

  it('a document that cannot be used is said in one line above the context', async () => {
    const { flex } = open;
    flex.control.publish('{"version": 99}');
    await flex.open();
    await flex.task({ orderTotal: 128.4 });
    await flex.value('Order total').waitFor();
    await flex.panel
      .getByText(/display schema/i)
      .first()
      .waitFor();
  });

  it('a row says why it is there', async () => {
    const { flex } = open;
    flex.control.publish(
      '{"version": 1, "context": {"sections": [{"title": "Order", "fields": [{"key": "total", "label": "Order total"}]}]}}',
    );
    await flex.open();
    await flex.task({ total: 128.4 });
    await flex.row('Order total').hover();
    await flex.panel.getByRole('button', { name: 'Why Order total is shown' }).click();
    await flex.page
      .getByText(/“?Order”?/)
      .first()
      .waitFor();
  });
});
