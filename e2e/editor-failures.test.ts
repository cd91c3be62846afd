import { describe, expect, it } from 'vitest';
import type { Control } from '../sandbox/serverless/control';
import { TOKENS } from '../sandbox/tokens';
import { desk, type EditorPage } from './support/editor';

/** Publishing when something goes wrong: what is live stays, the draft stays, and a sentence says what to do. */

const labelled = (label: string) => ({
  version: 1,
  context: { sections: [{ title: 'Why', fields: [{ key: 'intent', label }] }] },
});
const people = desk();
const live = () => people.sandbox.state.schema.current();

async function adminWithDraft(): Promise<EditorPage> {
  people.sandbox.control.publish(JSON.stringify(labelled('Reason')));
  const admin = await people.flex('admin');
  await admin.openEditor();
  await admin.write(labelled('Mine'));
  return admin;
}

async function expectUntouched(admin: EditorPage): Promise<void> {
  expect([live()?.index.live, live()?.document]).toEqual([1, JSON.stringify(labelled('Reason'))]);
  await admin.page.reload();
  await admin.button('Publish…').waitFor();
  await admin.preview.locator('dt', { hasText: 'Mine' }).waitFor();
}

const refuse = { kind: 'refuse', status: 400 } as const;
const failures: [string, (double: Control) => void, RegExp][] = [
  ['the upload is refused', (double) => double.fail('CreateAssetVersion', refuse), /uploading/],
  ['the build can’t be started', (double) => double.fail('CreateBuild', refuse), /starting the build/],
  ['the build fails', (double) => double.endBuilds('failed'), /could not build revision 2.*publish again/s],
  ['the build is gone', (double) => double.endBuilds('gone'), /lost the build.*publish again/s],
  [
    'what is published can’t be read',
    (double) => double.fail('ListEnvironment', refuse, 9),
    /looking at what is published/,
  ],
];

describe('publishing fails', () => {
  it.each(failures)('when %s: nothing changes for agents and the draft is kept', async (_name, order, sentence) => {
    const admin = await adminWithDraft();
    order(people.sandbox.state.serverless.control);
    await admin.publish('Try');
    const alert = admin.dialog.getByRole('alert');
    await alert.waitFor({ timeout: 45_000 });
    expect(await alert.innerText()).toMatch(sentence);
    expect(await alert.innerText()).toMatch(/draft is kept/);
    people.sandbox.state.serverless.control.clear();
    await expectUntouched(admin);
  });

  it('for a while when the deployment is refused: says so, asks again, and goes live when it may', async () => {
    const admin = await adminWithDraft();
    const { control } = people.sandbox.state.serverless;
    control.fail('CreateDeployment', refuse, 99);
    await admin.publish('Try');
    await admin.dialog.getByText('refused or did not answer while deploying', { exact: false }).waitFor();
    expect(live()?.index.live).toBe(1);
    control.clear();
    await admin.dialog.getByText('Revision 2 is live', { exact: false }).waitFor({ timeout: 45_000 });
  });

  it('when it can’t be followed any more: leads to the history, and the keyboard with it', async () => {
    const admin = await adminWithDraft();
    await admin.page.route('**/display-schema/publish-status', (route) =>
      route.fulfill({ status: 400, json: { error: { code: 'ticket_invalid', message: '' } } }),
    );
    await admin.publish('Try');
    const toHistory = admin.dialog.getByRole('button', { name: 'History' });
    await toHistory.focus();
    await admin.page.keyboard.press('Enter');
    const drawer = admin.view.getByRole('dialog', { name: 'History' });
    await drawer.waitFor();
    await expect.poll(() => drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    // Whoever takes the keyboard back from a dialog does so a moment later.
    await admin.page.waitForTimeout(500);
    expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await admin.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    admin.offences.length = 0;
  });

  it('when a colleague was a second earlier: shows what they changed, and publishes on top of it', async () => {
    const admin = await adminWithDraft();
    people.sandbox.control.publish({
      document: JSON.stringify({ ...labelled('Reason'), traits: { rest: 'hide' } }),
      publishedBy: { name: 'Kim' },
    });
    await admin.publish('Mine');
    await admin.dialog.getByRole('alert').getByText('published in the meantime', { exact: false }).waitFor();
    await admin.dialog.getByRole('button', { name: 'Back to my draft' }).click();
    await admin.view.getByText('Kim has published r2 since you started from r1', { exact: false }).waitFor();
    expect(await admin.button('Publish…').isEnabled()).toBe(false);
    await admin.button('See what they changed').click();
    await admin.view.getByText('Traits added', { exact: false }).waitFor();
    await admin.button('Keep my draft on top of r2').click();
    await admin.publish('Mine, on top of Kim’s');
    await admin.dialog.getByText('Revision 3 is live', { exact: false }).waitFor();
    expect(live()?.document).toBe(JSON.stringify(labelled('Mine')));
  });
});

describe('a tab that is closed half way', () => {
  it('leaves what is live alone; the next visit picks the publication up', async () => {
    const admin = await adminWithDraft();
    Object.assign(people.sandbox.state.serverless.store.options.timings, { build: 20_000 });
    await admin.publish('Slowly');
    await admin.dialog.getByText('Building', { exact: false }).first().waitFor();
    await admin.page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('publication')));
    await admin.page.reload();
    await admin.button('Pick up').waitFor();
    expect(live()?.index.live).toBe(1);
    await admin.button('Pick up').click();
    await admin.dialog.getByText('Revision 2 is live', { exact: false }).waitFor({ timeout: 40_000 });
    await admin.dialog.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await admin.view.getByTestId('draft-state').innerText()).toBe('No changes');
  });
});

describe('somebody who is no admin', () => {
  it.each(['agent', 'supervisor'] as const)('finds nothing as %s, and the service refuses', async (role) => {
    const flex = await people.flex(role);
    const scripts: string[] = [];
    flex.page.on('request', (request) => scripts.push(request.url()));
    await flex.open('/customer-context');
    await flex.open();
    await flex.task({ intent: 'refund' });
    await flex.row('Intent').waitFor();
    expect(await flex.page.getByRole('link', { name: 'Customer context' }).count()).toBe(0);
    expect(await flex.view.count()).toBe(0);
    expect(scripts.filter((url) => url.includes('context-admin'))).toEqual([]);
    for (const route of ['publish', 'publish-status', 'history']) {
      const answer = await fetch(`${people.sandbox.url}/_functions/display-schema/${route}`, {
        method: 'POST',
        body: new URLSearchParams({ Token: TOKENS[role].token, document: '{}', comment: 'x', baseRevision: '0' }),
      });
      expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
        403,
        'not_an_admin',
      ]);
    }
  });
});

describe('the editor’s script', () => {
  it('has a face when it can’t be loaded, and comes when it can', async () => {
    const admin = await people.flex('admin');
    await admin.page.route('**/plugin-customer-context-admin.js*', (route) => route.abort());
    await admin.open('/customer-context');
    await admin.page.getByText('The editor could not be loaded', { exact: false }).waitFor();
    await admin.page.unroute('**/plugin-customer-context-admin.js*');
    await admin.page.getByRole('button', { name: 'Try again' }).click();
    await admin.button('Publish…').waitFor();
    // The browser itself says that a script did not come.
    admin.offences.length = 0;
  });
});
