import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Json, JsonObject } from '../../display/json';
import type { Control, TaskView } from '../../sandbox/control';
import type { Segment } from '../../sandbox/segment/segment';
import type { NewTask, Session } from '../../sandbox/state/types';
import { theWorld } from './world';

/** Faults of Flex itself that a plugin can neither cause nor prevent. */
const FLEX_ITSELF = [/reading 'focusIndex'/];

/** The real Flex in a real browser, with the sandbox behind it. One per test, opened by {@link flexPage}. */
export class FlexPage {
  /** Things that no page of ours may cause: dialogs, requests to other hosts, console errors that name our script. */
  readonly offences: string[] = [];

  constructor(
    readonly page: Page,
    readonly control: Control,
    /** The customers, and the weather of the double that holds them. */
    readonly segment: Segment,
    readonly url: string,
  ) {
    page.on('dialog', (dialog) => {
      this.offences.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== url) this.offences.push(`request: ${request.url()}`);
    });
    page.on('console', (message) => {
      if (
        message.type() === 'error' &&
        /customer-context|\[customer context\]/i.test(message.location().url + message.text())
      ) {
        this.offences.push(`console: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => {
      const text = `${error.message}\n${error.stack ?? ''}`;
      if (!FLEX_ITSELF.some((known) => known.test(text)) && /customer-context/i.test(text)) {
        this.offences.push(`error: ${text}`);
      }
    });
  }

  /** Our panel, wherever it is placed. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Customer context' });
  }

  /** Selects Context, Traits or Events of our panel. */
  async tab(name: string): Promise<void> {
    await this.panel.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** Waits for the agent's desktop. */
  async open(path = '/agent-desktop'): Promise<void> {
    // Flex moves on to an address of its own while it loads, which would interrupt a wait for all of it.
    await this.page.goto(`${this.url}${path}`, { waitUntil: 'commit' });
    await this.page.locator('.Twilio-AgentDesktopView, .Twilio-MainContainer').first().waitFor({ timeout: 45_000 });
  }

  /** A task of this agent that is accepted already, selected and on the screen. */
  async task(
    context: unknown,
    task: Omit<Partial<NewTask>, 'attributes'> & { attributes?: JsonObject } = {},
  ): Promise<TaskView> {
    const { attributes, ...rest } = task;
    const passed: JsonObject = context === undefined ? {} : { context: context as Json };
    const created = this.control.createTask({
      reservation: 'accepted',
      ...rest,
      attributes: { name: 'Ana Duarte', ...passed, ...attributes },
    });
    await this.select(created);
    return created;
  }

  /** Clicks the task in the list. */
  async select(task: TaskView): Promise<void> {
    await this.inList(task).click();
  }

  /** Accepts a waiting task with the button in the list. */
  async accept(task: TaskView): Promise<void> {
    await this.inList(task).getByTestId('accept-task').click();
  }

  /** The task in the list, by the name on it. */
  private inList(task: TaskView): Locator {
    const name = task.attributes['name'];
    return this.page.locator('.Twilio-TaskListBaseItem', { hasText: typeof name === 'string' ? name : '' }).first();
  }

  /** The label of a row, by its exact text. */
  row(label: string): Locator {
    return this.panel.locator(`dt:text-is(${JSON.stringify(label)})`);
  }

  /** The value beside a label. */
  value(label: string): Locator {
    return this.panel.locator(`dt:text-is(${JSON.stringify(label)}) + dd`);
  }
}

/**
 * Opens Flex before each test of a file and puts the sandbox back after it. A test fails when our code caused a dialog,
 * a request to another host, or a console error, whatever else it asserts.
 */
export function flexPage(session: Partial<Session> = {}): { readonly flex: FlexPage } {
  let flex: FlexPage | undefined;
  beforeEach(async () => {
    const { sandbox, browser } = await theWorld();
    sandbox.control.reset({ empty: true });
    sandbox.control.setSession(session);
    flex = new FlexPage(await browser.newPage(), sandbox.control, sandbox.segment, sandbox.url);
    await flex.open();
  });
  afterEach(async () => {
    const offences = flex?.offences ?? [];
    await flex?.page.close();
    flex = undefined;
    expect(offences).toEqual([]);
  });
  return {
    get flex() {
      if (!flex) throw new Error('Flex is open only during a test.');
      return flex;
    },
  };
}
