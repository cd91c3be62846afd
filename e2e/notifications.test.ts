import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, type EditorPage } from './support/editor';

/** What the plugin says through Flex's own notifications, while its panel may be out of sight. */

const people = desk();
const ANA = { attributes: { name: 'Ana Duarte', userId: 'u-ana-duarte' } };
const saying = ({ page }: EditorPage, words: RegExp): Locator =>
  page.locator('.Twilio-NotificationBar').filter({ hasText: words });
/** Flex has notices of its own. */
const ours = (flex: EditorPage): Locator => saying(flex, /customer context|display schema/i);

const labelled = (label: string) => ({
  version: 1,
  context: { sections: [{ title: 'Why', fields: [{ key: 'intent', label }] }] },
});

async function publishAndLeave(): Promise<EditorPage> {
  people.sandbox.control.publish(JSON.stringify(labelled('Reason')));
  const admin = await people.flex('admin');
  await admin.openEditor();
  await admin.write(labelled('Why they call'));
  await admin.publish('Plain words');
  await admin.dialog.getByText('Building running').waitFor();
  await admin.page.keyboard.press('Escape');
  await admin.page.locator('button.Twilio-Side-Link', { hasText: /Agent Desktop/ }).click();
  await admin.view.waitFor({ state: 'detached' });
  return admin;
}

describe('a publication whose view was left', () => {
  it('is told of when it is live', async () => {
    people.sandbox.state.serverless.store.options.timings.build = 3_000;
    const admin = await publishAndLeave();
    await saying(admin, /Display schema r2 is live for agents/).waitFor({ timeout: 45_000 });
    expect(people.sandbox.state.schema.current()?.index.live).toBe(2);
  });

  it('is told of when it failed, with what to do, until the admin closes it', async () => {
    people.sandbox.state.serverless.store.options.timings.build = 3_000;
    people.sandbox.state.serverless.control.endBuilds('failed');
    const admin = await publishAndLeave();
    const notice = saying(admin, /was not published.*could not build revision 2.*publish again/);
    await notice.waitFor({ timeout: 45_000 });
    await notice.getByRole('button').last().click();
    await notice.waitFor({ state: 'detached' });
  });
});

describe('what is published and can’t be used', () => {
  it('is told of to admins, once, and no more when it is mended', async () => {
    people.sandbox.control.publish('{"version": 99}');
    const admin = await people.flex('admin');
    await admin.open();
    const notice = saying(admin, /display schema r1 has errors and is not used/);
    await notice.waitFor();
    await admin.task({ intent: 'refund' }, ANA);
    await admin.task({ intent: 'refund' }, { attributes: { name: 'Omar Haddad' } });
    expect(await notice.count()).toBe(1);
    people.sandbox.control.publish('{"version": 1}');
    await admin.page.reload();
    await admin.panel.waitFor();
    expect(await ours(admin).count()).toBe(0);
  });

  it('is not told of to agents', async () => {
    people.sandbox.control.publish('{"version": 99}');
    const agent = await people.flex('agent');
    await agent.open();
    await agent.task({ intent: 'refund' }, ANA);
    await agent.value('Intent').getByText('refund').waitFor();
    expect(await ours(agent).count()).toBe(0);
  });
});
