// npm run screenshots: the pictures of the README and the docs, taken of the real Flex in the sandbox.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { startWholeSandbox, type WholeSandbox } from '../sandbox/whole';
import { buildForSandbox } from './build/for-sandbox';
import { at } from './build/root';
import { PICTURES, type Picture } from './screenshots/pictures';
import { BROWSER_FLAGS, browserForTests } from './setup/browser';

const started = Date.now();
const say = (text: string) => {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);
};

const wanted = process.argv.slice(2);
const pictures = PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (pictures.length < wanted.length) {
  console.error(`The pictures are: ${PICTURES.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const files = await buildForSandbox(say);
const sandbox = await startWholeSandbox({ ...files, port: 0, onProgress: say });
const chrome = await chromium.launch({ executablePath: browserForTests(say), args: BROWSER_FLAGS });
mkdirSync(at('docs/images'), { recursive: true });
try {
  for (const picture of pictures) await take(picture, sandbox, chrome);
} finally {
  await chrome.close();
  await sandbox.close();
}
process.exit(0);

async function take(picture: Picture, sandbox: WholeSandbox, chrome: Browser): Promise<void> {
  const { control, url } = sandbox;
  control.reset();
  control.setSession({ role: 'agent', theme: 'light', placement: 'panel2', ...picture.session });
  if (picture.document !== undefined) {
    const document = readFileSync(at(`schemas/examples/${picture.document}/display-schema.json`), 'utf8');
    for (const { name, comment, exchange } of picture.earlier ?? []) {
      control.publish({ document: document.replaceAll(...exchange), comment, publishedBy: { name } });
    }
    const { name, comment } = picture.published ?? { name: 'Sandbox', comment: 'Put in force by the sandbox' };
    control.publish({ document, comment, publishedBy: { name } });
  }
  picture.before?.(sandbox);
  // A browser of its own: drafts and folded sections are kept in it.
  const browser = await chrome.newContext({ locale: 'en-GB', timezoneId: 'Europe/Lisbon' });
  const page = await browser.newPage();
  // The first load of a cold Flex takes its time on a busy machine.
  page.setDefaultTimeout(120_000);
  await page.setViewportSize(picture.viewport ?? { width: 1440, height: 900 });
  await page.goto(`${url}${picture.path ?? '/agent-desktop'}`);
  if (picture.customer !== undefined) {
    const task = page.locator('.Twilio-TaskListBaseItem', { hasText: picture.customer }).first();
    await task.click();
    await task.getByTestId('accept-task').click();
    await page.getByRole('region', { name: 'Customer context' }).locator('dt').first().waitFor();
  }
  // Whatever is still on its way: traits, icons, the selection of the task.
  await page.waitForTimeout(2000);
  await picture.prepare?.(page, sandbox);
  await (picture.part?.(page) ?? page).screenshot({ path: at(`docs/images/${picture.name}.png`) });
  await browser.close();
  say(`docs/images/${picture.name}.png  ${picture.shows}`);
}
