import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { flexPage, type FlexPage } from './support/flex';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.1 A and AA violations in our part of the page, one line each. */
async function violations(flex: FlexPage): Promise<string[]> {
  // Through the debugger protocol: the page's own policy need not allow it.
  await flex.page.evaluate(AXE);
  const results = await flex.page.evaluate<AxeResults>(() =>
    (window as unknown as { axe: { run: (where: unknown, options: unknown) => Promise<AxeResults> } }).axe.run(
      { include: [['[role=region][aria-label="Customer context"]']] },
      { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] } },
    ),
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`),
  );
}

const FULL = {
  intent: 'refund',
  orderTotal: 128.4,
  delivered: '2026-11-19T14:02:00Z',
  email: 'ana@example.com',
  phone: '+351912345678',
  order: 'https://shop.example.com/orders/1',
  urgent: true,
  tags: ['vip', 'returning'],
  lines: [
    { item: 'Lamp', price: 80 },
    { item: 'Shade', price: 48.4 },
  ],
  address: { street: 'Rua Nova 1', city: { name: 'Porto', code: '4000-001' } },
  note: 'A long note. '.repeat(60),
  nothing: null,
  blank: '',
};

describe.each(['light', 'dark'] as const)('the panel in the %s theme', (theme) => {
  const open = flexPage({ theme });

  it('has no WCAG 2.1 A or AA violation, with data, searching and without context', async () => {
    const { flex } = open;
    await flex.task(FULL);
    await flex.row('Order total').waitFor();
    expect(await violations(flex)).toEqual([]);
    await flex.panel.getByRole('group', { name: 'Context' }).focus();
    await flex.page.keyboard.press('/');
    await flex.page.keyboard.type('order');
    expect(await violations(flex)).toEqual([]);
    await flex.task(undefined, { attributes: { name: 'Ben Okafor' } });
    await flex.panel.getByText('No context was passed').waitFor();
    expect(await violations(flex)).toEqual([]);
  });

  it('wraps in 320 px: nothing is cut off sideways', async () => {
    const { flex } = open;
    await flex.page.setViewportSize({ width: 1280, height: 900 });
    await flex.task({ ...FULL, unbroken: 'x'.repeat(200), 'a very long key that goes on and on and on': 1 });
    await flex.row('Order total').waitFor();
    await flex.panel.evaluate((panel) => {
      panel.style.width = '320px';
      panel.style.maxWidth = '320px';
    });
    await flex.page.waitForFunction(() => {
      const panel = document.querySelector('[role=region][aria-label="Customer context"]');
      return panel !== null && panel.getBoundingClientRect().width <= 320;
    });
    const wide = await flex.panel.evaluate((panel) =>
      [...panel.querySelectorAll('dt, dd')]
        .filter((cell) => cell.getBoundingClientRect().right > panel.getBoundingClientRect().right + 1)
        .map((cell) => cell.textContent),
    );
    expect(wide).toEqual([]);
  });
});
