import type { Page } from 'playwright-core';
import { OPERATION_IDS } from '../../sandbox/serverless/operations';
import { STEPS } from '../../editor/publication/steps';
import { documentOf } from './document';
import type { Desk } from './desk';

/** How long each call of Twilio's API takes here. An assumption: on loopback it would take none. */
export const CALL_MS = 150;
const REVISIONS_BEFORE = 50;

export interface Publishing {
  /** Milliseconds from the click on "Publish" until each step was done. */
  steps: Map<string, number>;
  /** Requests of the browser to the functions, by name. */
  browser: Map<string, number>;
  /** Requests of the functions to Twilio's Serverless API, by operation; `ServeAsset` is a published file. */
  api: Map<string, number>;
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Publishes so many times, each on top of as many revisions as are kept, with the times of Twilio's builds. */
export async function publishing(desk: Desk, rounds: number): Promise<Publishing[]> {
  const { sandbox, admin } = desk;
  sandbox.control.unpublish();
  for (let revision = 1; revision <= REVISIONS_BEFORE; revision += 1) {
    sandbox.control.publish(JSON.stringify(documentOf(20)));
  }
  sandbox.control.restartFunctions();
  const page = await admin();
  await page.getByRole('link', { name: 'Customer context' }).click();
  const measured: Publishing[] = [];
  for (let round = 1; round <= rounds; round += 1) measured.push(await publish(desk, page, `Round ${round}`));
  await page.context().close();
  return measured;
}

async function publish({ sandbox }: Desk, page: Page, label: string): Promise<Publishing> {
  const { control } = sandbox.state.serverless;
  await page.locator('[data-pointer="/context/sections/0/fields/0"]').click();
  await page
    .getByRole('textbox', { name: /^Label/ })
    .first()
    .fill(label);
  await page.locator('.cc-editor').getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Comment/ }).fill(label);

  control.requests.length = 0;
  const routes: string[] = [];
  const note = (request: { url: () => string; method: () => string }) => {
    const route = /\/_functions\/(display-schema\/publish(?:-status)?)$/.exec(new URL(request.url()).pathname)?.[1];
    if (route !== undefined && request.method() === 'POST') routes.push(route);
  };
  page.on('request', note);
  control.clear();
  for (const step of OPERATION_IDS) {
    control.fail(step, { kind: 'slow', milliseconds: CALL_MS }, 100);
  }
  await page.evaluate(
    (titles) => {
      const done: Record<string, number> = {};
      let began = 0;
      window.addEventListener('click', (event) => (began = event.timeStamp), { capture: true, once: true });
      const observer = new MutationObserver(() => {
        document.querySelectorAll('.cc-steps .cc-step-done').forEach((line) => {
          const title = titles.find((one) => (line as HTMLElement).innerText.includes(one));
          if (title !== undefined) done[title] ??= performance.now() - began;
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(window, { stepsDone: done });
    },
    STEPS.map(({ title }) => title),
  );
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByText(/Revision \d+ is live/).waitFor({ timeout: 60_000 });
  const done = await page.evaluate(() => (window as unknown as { stepsDone: Record<string, number> }).stepsDone);
  // What is asked after it is live belongs to the editor's own look at what is published.
  const api = control.requests.map(({ step }) => step);
  page.off('request', note);
  control.clear();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByTestId('draft-state').getByText('No changes').waitFor();
  return { steps: new Map(Object.entries(done)), browser: count(routes), api: count(api) };
}
