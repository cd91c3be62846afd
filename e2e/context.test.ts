import { describe, expect, it } from 'vitest';
import { flexPage } from './support/flex';

describe('the context of a task, in Flex', () => {
  const open = flexPage();

  it('is on the screen as soon as the agent accepts the task', async () => {
    const { flex } = open;
    const attributes = { name: 'Ana Duarte', context: { orderTotal: 128.4, intent: 'refund' } };
    const task = flex.control.createTask({ attributes });
    await flex.select(task);
    await flex.accept(task);
    await flex.value('Order total').waitFor();
    expect(await flex.value('Order total').innerText()).toBe('128.4');
    expect(await flex.value('Intent').innerText()).toBe('refund');
  });

  it('is read from a JSON string as well', async () => {
    const { flex } = open;
    await flex.task('{"intent": "refund"}');
    await flex.value('Intent').waitFor();
    expect(await flex.value('Intent').innerText()).toBe('refund');
  });

  it.each([
    ['a text that is no JSON', 'call me back', 'call me back'],
    ['a number', 42, '42'],
    ['a list', ['alpha', 'beta'], 'alpha'],
  ])('is shown as it is when it is %s', async (_name, context, text) => {
    const { flex } = open;
    await flex.task(context);
    await flex.panel.getByText(text).first().waitFor();
  });

  it('says that nothing was passed, and tells an agent no more than that', async () => {
    const { flex } = open;
    await flex.task(undefined);
    await flex.panel.getByText('No context was passed with this task.').waitFor();
    expect(await flex.panel.getByText('Send to Flex').count()).toBe(0);
  });

  it('tells null, empty and missing apart', async () => {
    const { flex } = open;
    await flex.task({ nothing: null, blank: '', noItems: [], noFields: {} });
    await flex.row('Nothing').waitFor();
    const texts = await Promise.all(
      ['Nothing', 'Blank', 'No items', 'No fields'].map((label) => flex.value(label).innerText()),
    );
    expect(new Set(texts).size).toBe(4);
    expect(await flex.row('Missing').count()).toBe(0);
  });

  it('follows a change of the attributes and marks what changed until it is seen', async () => {
    const { flex } = open;
    const task = await flex.task({ intent: 'refund', step: 1 });
    await flex.value('Step').waitFor();
    flex.control.updateAttributes(task.sid, { name: 'Ana Duarte', context: { intent: 'refund', step: 2 } });
    await flex.value('Step').getByText('changed').waitFor();
    expect(await flex.value('Step').innerText()).toContain('2');
    expect(await flex.value('Intent').innerText()).toBe('refund');
  });

  it('is never the previous customer’s when the agent switches tasks', async () => {
    const { flex } = open;
    const ana = await flex.task({ customer: 'Ana only' });
    await flex.value('Customer').waitFor();
    const ben = await flex.task({ customer: 'Ben only' }, { attributes: { name: 'Ben Okafor' } });
    // Watches every frame: a text that is on the screen for one frame is a text that an agent may have read.
    await flex.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const watch = () => {
        const chosen = document.querySelector('.Twilio-TaskCanvasHeader')?.textContent ?? '';
        const panel = document.querySelector('[role=region][aria-label="Customer context"]')?.textContent ?? '';
        if (chosen.includes('Ben') && panel.includes('Ana only')) seen.push('Ana on Ben');
        if (chosen.includes('Ana') && panel.includes('Ben only')) seen.push('Ben on Ana');
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    });
    for (const task of [ana, ben, ana, ben, ana, ben]) {
      await flex.select(task);
      await flex.panel.getByText(task === ana ? 'Ana only' : 'Ben only').waitFor();
    }
    expect(await flex.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  });

  it('can be searched from the keyboard by label, key and text', async () => {
    const { flex } = open;
    await flex.task({ orderTotal: 128.4, intent: 'refund', note: 'call total back' });
    await flex.row('Intent').waitFor();
    await flex.panel.getByRole('group', { name: 'Context' }).focus();
    await flex.page.keyboard.press('/');
    await flex.page.keyboard.type('total');
    await flex.row('Intent').waitFor({ state: 'detached' });
    expect(await flex.panel.locator('dt').count()).toBe(2);
    await flex.page.keyboard.press('Escape');
    await flex.row('Intent').waitFor();
  });

  it('gives the raw value to the clipboard', async () => {
    const { flex } = open;
    await flex.task({ orderTotal: 1234.5 });
    await flex.row('Order total').hover();
    await flex.panel.getByRole('button', { name: 'Copy Order total' }).click();
    await flex.panel.getByText('Copied').waitFor();
    expect(await flex.page.evaluate(() => navigator.clipboard.readText())).toBe('1234.5');
  });

  it('opens links in a new tab without handing over the page', async () => {
    const { flex } = open;
    await flex.task({ order: 'https://shop.example.com/orders/1' });
    const link = flex.value('Order').getByRole('link');
    await link.waitFor();
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await flex.value('Order').innerText()).toContain('shop.example.com');
  });
});

describe('a task without context, for an admin', () => {
  const open = flexPage({ role: 'admin' });

  it('says how to pass it', async () => {
    await open.flex.task(undefined);
    await open.flex.panel.getByText('Send to Flex').waitFor();
  });
});
