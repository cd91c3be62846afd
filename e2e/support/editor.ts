import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Role } from '../../sandbox/tokens';
import type { WholeSandbox } from '../../sandbox/whole';
import { FlexPage } from './flex';
import { theWorld } from './world';

/** The editor's view in the page of an admin. */
export class EditorPage extends FlexPage {
  get view(): Locator {
    return this.page.locator('.cc-editor');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'Preview of what agents see' });
  }

  async openEditor(): Promise<void> {
    await this.open('/customer-context');
    await this.button('Publish…').waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.view.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Makes the document this one, as text. */
  async write(document: unknown): Promise<void> {
    await this.button('JSON').click();
    await this.view
      .locator('textarea')
      .first()
      .fill(JSON.stringify(document, null, 2));
  }

  async publish(comment: string): Promise<void> {
    await this.button('Publish…').click();
    await this.dialog.getByRole('textbox', { name: /Comment/ }).fill(comment);
    await this.dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  }
}

export interface Desk {
  readonly sandbox: WholeSandbox;
  /** Opens a page of its own for a role, in a browser that shares nothing with others. */
  flex: (role: Role, options?: { width?: number; theme?: 'light' | 'dark' }) => Promise<EditorPage>;
  /** Opens another tab in the browser of a page: the same person, the same storage. */
  tabBeside: (page: EditorPage) => Promise<EditorPage>;
}

/**
 * Several people at once: each in a browser of their own, none of which follows the sandbox's session, so that an
 * admin's page stays an admin's while an agent logs in beside them.
 */
export function desk(): Desk {
  let sandbox: WholeSandbox | undefined;
  let browser: Browser | undefined;
  let pages: EditorPage[] = [];
  beforeEach(async () => {
    const world = await theWorld();
    sandbox = world.sandbox;
    browser = world.browser.browser() ?? undefined;
    sandbox.control.reset({ empty: true });
    Object.assign(sandbox.state.serverless.store.options.timings, { build: 300, propagation: 0 });
    sandbox.state.serverless.control.clear();
  });
  afterEach(async () => {
    const offences = pages.flatMap((page) => page.offences);
    await Promise.all([...new Set(pages.map(({ page }) => page.context()))].map((context) => context.close()));
    pages = [];
    expect(offences).toEqual([]);
  });
  async function pageIn(context: BrowserContext, { control, segment, url }: WholeSandbox): Promise<EditorPage> {
    const page = await context.newPage();
    await page.routeWebSocket(/\/sandbox\/live$/, () => undefined);
    const flex = new EditorPage(page, control, segment, url);
    pages.push(flex);
    return flex;
  }
  return {
    get sandbox() {
      if (sandbox === undefined) throw new Error('The sandbox is there only during a test.');
      return sandbox;
    },
    async flex(role, { width = 1440, theme = 'light' } = {}) {
      if (browser === undefined || sandbox === undefined) throw new Error('There is a browser only during a test.');
      sandbox.control.setSession({ role, theme });
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: 'en-US',
        timezoneId: 'Europe/Lisbon',
      });
      return pageIn(context, sandbox);
    },
    async tabBeside({ page }) {
      if (sandbox === undefined) throw new Error('There is a sandbox only during a test.');
      return pageIn(page.context(), sandbox);
    },
  };
}
