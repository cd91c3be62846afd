import type { Page } from 'playwright-core';
import { documentOf } from './document';
import type { Desk } from './desk';

export interface Opening {
  /** A browser that has never loaded the editor. */
  cold: number[];
  /** The same browser after a reload of Flex: the script may come from its cache. */
  reloaded: number[];
  /** Back from the agents' desktop, on the same page. */
  again: number[];
}

/** Milliseconds from the click on the side link until outline, form and preview of a document are painted. */
export async function opening({ sandbox, admin }: Desk, fields: number, rounds: number): Promise<Opening> {
  sandbox.control.publish(JSON.stringify(documentOf(fields)));
  sandbox.control.restartFunctions();
  const times: Opening = { cold: [], reloaded: [], again: [] };
  // The first round is thrown away: the functions load then.
  for (let round = 0; round <= rounds; round += 1) {
    const page = await admin();
    const cold = await open(page);
    await page.getByRole('link', { name: 'Agent Desktop' }).click();
    await page.locator('.cc-editor').waitFor({ state: 'detached' });
    const again = await open(page);
    await page.goto(`${sandbox.url}/agent-desktop`);
    await page.getByRole('link', { name: 'Customer context' }).waitFor();
    const reloaded = await open(page);
    await page.context().close();
    if (round === 0) continue;
    times.cold.push(cold);
    times.again.push(again);
    times.reloaded.push(reloaded);
  }
  return times;
}

async function open(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.measured = window.paintedFrom('click', () => {
      const there = (part: string) => document.querySelector(`.cc-editor ${part}`) !== null;
      return there('[data-pointer]') && there('.cc-toolbar button') && there('.cc-stage dt');
    });
  });
  // Flex goes on working for a while after its first screen.
  await page.waitForTimeout(1500);
  await page.getByRole('link', { name: 'Customer context' }).click();
  return page.evaluate(() => window.measured);
}
