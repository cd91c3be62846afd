import { describe, expect, it } from 'vitest';
import type { Placement } from '../sandbox/state/types';
import { flexPage, type FlexPage } from './support/flex';

/** What Flex itself shows in each place, which must stay there beside us. */
const FLEX_KEEPS: Record<Placement, (flex: FlexPage) => ReturnType<FlexPage['page']['locator']>> = {
  panel2: ({ page }) => page.locator('.Twilio-CRMContainer'),
  tab: ({ page }) => page.getByText('Task context', { exact: true }),
  profiles: ({ page }) => page.getByRole('button', { name: 'In-house' }),
};

/** Selects our tab where we are one; in Panel 2 we are in sight already. */
async function openOurTab(flex: FlexPage, placement: Placement): Promise<void> {
  if (placement !== 'panel2') await flex.page.locator('button', { hasText: /^Customer context$/ }).click();
}

describe.each(['panel2', 'tab', 'profiles'] as const)('placed in %s', (placement) => {
  const open = flexPage({ placement });

  it('shows the context and takes nothing away from Flex', async () => {
    const { flex } = open;
    await flex.task({ intent: 'refund' });
    await FLEX_KEEPS[placement](flex).first().waitFor();
    await openOurTab(flex, placement);
    await flex.value('Intent').waitFor();
    expect(await flex.page.locator('.Twilio-TaskCanvasHeader').count()).toBeGreaterThan(0);
  });

  it('survives a crash of its own: Flex stays alive, and Retry brings the panel back', async () => {
    const { flex } = open;
    // The panel's own render function calls this test, which can make it throw as a fault in our code would.
    await flex.page.route('**/sandbox/plugin/*.js*', async (route) => {
      const response = await route.fetch();
      const script = await response.text();
      const broken = script.replaceAll('`cc-panel ${', '`${window.renderingPanel?.()??``}cc-panel ${');
      expect(broken).not.toBe(script);
      await route.fulfill({ response, body: broken });
    });
    await flex.open();
    await flex.task({ intent: 'refund' });
    await openOurTab(flex, placement);
    await flex.value('Intent').waitFor();
    await flex.page.evaluate(() =>
      Object.assign(window, {
        renderingPanel: () => {
          throw new Error('forced by a test');
        },
      }),
    );
    const other = flex.control.createTask({
      attributes: { name: 'Ben Okafor', context: { intent: 'call back' } },
      reservation: 'accepted',
    });
    await flex.select(other);
    await openOurTab(flex, placement);
    await flex.page.getByText('This part of the customer context could not be shown').first().waitFor();
    expect(await flex.page.locator('.Twilio-TaskListBaseItem').count()).toBe(2);
    await flex.page.evaluate(() => Object.assign(window, { renderingPanel: undefined }));
    await flex.page.getByRole('button', { name: 'Retry' }).first().click();
    await flex.value('Intent').getByText('call back').waitFor();
    // The forced fault is reported to the console, as it should be, without what it said: that may be a customer's data.
    expect(flex.offences.join()).toContain('A part could not be drawn');
    flex.offences.length = 0;
  });
});
