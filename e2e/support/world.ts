import { chromium, type BrowserContext } from 'playwright-core';
import { startWholeSandbox, type WholeSandbox } from '../../sandbox/whole';
import { buildForSandbox } from '../../scripts/build/for-sandbox';
import { BROWSER_FLAGS, browserForTests } from '../../scripts/setup/browser';

export interface World {
  sandbox: WholeSandbox;
  browser: BrowserContext;
}

let world: Promise<World> | undefined;

/**
 * The sandbox and the browser that all end-to-end tests share: a warm Flex boots in a third of the time of a cold one.
 * Both end with the process.
 */
export function theWorld(): Promise<World> {
  world ??= start();
  return world;
}

async function start(): Promise<World> {
  const files = await buildForSandbox(() => undefined);
  const sandbox = await startWholeSandbox({ ...files, port: 0, empty: true });
  const chrome = await chromium.launch({
    executablePath: browserForTests((line) => console.log(line)),
    args: BROWSER_FLAGS,
  });
  const browser = await chrome.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Lisbon',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { sandbox, browser };
}
