import type { CDPSession, Page } from 'playwright-core';
import { documentOf, sampleOf } from './document';
import type { Desk } from './desk';

/** The first keys find code that was never run. */
const WARM_UP = 10;
const KEYS = 60;
/** Slower than anybody types, so that no key waits for the one before it. */
const PAUSE_MS = 150;

export interface Typing {
  /** Milliseconds from each key in the label of a field to the preview that shows it, painted. */
  painted: number[];
  /** Milliseconds of processor time that the page's main thread took for it: other processes are not in it. */
  worked: number[];
}

export async function typing({ sandbox, admin }: Desk, fields: number): Promise<Typing> {
  sandbox.control.publish(JSON.stringify(documentOf(fields)));
  sandbox.control.restartFunctions();
  const page = await admin();
  await page.getByRole('link', { name: 'Customer context' }).click();
  const view = page.locator('.cc-editor');
  await view.getByLabel('Preview with').selectOption('pasted');
  await view.getByRole('textbox', { name: 'Context as JSON' }).fill(JSON.stringify(sampleOf(fields)));
  await page.locator('[data-pointer="/context/sections/0/fields/2"]').click();
  const label = view.getByRole('textbox', { name: /^Label/ }).first();
  await label.click();
  await label.press('End');
  await page.locator('.cc-stage dt', { hasText: 'Label 3' }).first().waitFor();
  // The whole list is there before anything is measured.
  await page.waitForFunction((count) => document.querySelectorAll('.cc-stage dt').length >= count, fields);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times: Typing = { painted: [], worked: [] };
  for (let count = 0; count < WARM_UP + KEYS; count += 1) {
    const before = await worked(session);
    const painted = await key(page, 'abcdefghij'.charAt(count % 10));
    if (count >= WARM_UP) {
      times.painted.push(painted);
      times.worked.push((await worked(session)) - before);
    }
    await page.waitForTimeout(PAUSE_MS);
  }
  await page.context().close();
  return times;
}

async function key(page: Page, letter: string): Promise<number> {
  await page.evaluate((typed) => {
    const field = document.activeElement as HTMLInputElement;
    const expected = field.value + typed;
    window.measured = window.paintedFrom('keydown', () => {
      // The third row of the panel is the field that is edited.
      return document.querySelectorAll('.cc-stage dt')[2]?.textContent === expected;
    });
  }, letter);
  await page.keyboard.press(letter);
  return page.evaluate(() => window.measured);
}

/** Processor time of the page's main thread so far, in ms. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
