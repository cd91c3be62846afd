import { chromium, type Browser, type Page } from 'playwright-core';
import { startWholeSandbox, type WholeSandbox } from '../../sandbox/whole';
import { buildForSandbox } from '../../scripts/build/for-sandbox';
import { BROWSER_FLAGS, browserForTests } from '../../scripts/setup/browser';
import { watchFrames } from './watch';

/** The real Flex with an admin in front of it. */
export interface Desk {
  sandbox: WholeSandbox;
  browser: Browser;
  /** A page in a browser of its own, which has cached nothing; with the helper that tells when something is painted. */
  admin: () => Promise<Page>;
  close: () => Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const files = await buildForSandbox((step) => console.log(step));
  const sandbox = await startWholeSandbox({ ...files, port: 0, empty: true });
  const browser = await chromium.launch({
    executablePath: browserForTests((line) => console.log(line)),
    args: BROWSER_FLAGS,
  });
  sandbox.control.setSession({ role: 'admin' });
  return {
    sandbox,
    browser,
    async admin() {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
      const page = await context.newPage();
      // What this file is compiled with names functions through this helper, which the page has not.
      await page.addInitScript('globalThis.__name = (named) => named');
      await page.addInitScript(watchFrames);
      await page.goto(`${sandbox.url}/agent-desktop`);
      await page.locator('.Twilio-AgentDesktopView, .Twilio-MainContainer').first().waitFor({ timeout: 120_000 });
      await page.getByRole('link', { name: 'Customer context' }).waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}
