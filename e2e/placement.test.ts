import { describe, expect, it } from 'vitest';
import { PLACEMENTS } from '../sandbox/state/types';
import { flexPage } from './support/flex';

describe.each(PLACEMENTS)('placed in %s', (placement) => {
  const open = flexPage({ placement });

  it('shows the context and takes nothing away from Flex', async () => {
    const { flex } = open;
    await flex.task({ intent: 'refund' });
    if (placement !== 'panel2') await flex.page.getByRole('tab', { name: 'Customer context' }).first().click();
    await flex.value('Intent').waitFor();
    expect(await flex.page.locator('.Twilio-TaskCanvasHeader').count()).toBeGreaterThan(0);
    expect(await flex.page.locator('.Twilio-AgentDesktopView-Panel2').count()).toBe(1);
  });

  it('survives a crash of its own: Flex stays alive, and Retry brings the panel back', async () => {
    const { flex } = open;
    await flex.task({ intent: 'refund' });
    if (placement !== 'panel2') await flex.page.getByRole('tab', { name: 'Customer context' }).first().click();
    await flex.value('Intent').waitFor();
    // Every panel that renders from now on throws, as a fault in our code would.
    await flex.page.evaluate(() => {
      const page = window as unknown as { React: { createElement: (...args: unknown[]) => unknown }; broken: boolean };
      const create = page.React.createElement;
      page.broken = true;
      page.React.createElement = (type, props, ...children) => {
        const name = (props as { className?: unknown } | null)?.className;
        if (page.broken && typeof name === 'string' && name.startsWith('cc-panel')) throw new Error('forced by a test');
        return create(type, props, ...children);
      };
    });
    const other = flex.control.createTask({
      attributes: { name: 'Ben Okafor', context: { intent: 'call back' } },
      reservation: 'accepted',
    });
    await flex.select(other);
    await flex.page.getByText('This part of the customer context could not be shown').waitFor();
    expect(await flex.page.locator('.Twilio-TaskListBaseItem').count()).toBe(2);
    await flex.page.evaluate(() => Object.assign(window, { broken: false }));
    await flex.page.getByRole('button', { name: 'Retry' }).click();
    await flex.value('Intent').getByText('call back').waitFor();
    // The fault that this test forced is reported to the console, as it should be.
    flex.offences.length = 0;
  });
});
