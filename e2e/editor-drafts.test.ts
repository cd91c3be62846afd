import { expect, it } from 'vitest';
import { desk } from './support/editor';

const labelled = (label: string) => ({
  version: 1,
  context: { sections: [{ title: 'Why', fields: [{ key: 'intent', label }] }] },
  traits: { rest: 'hide' },
});
const people = desk();

it('two tabs of one admin lose nothing of each other: the second is asked which draft to keep', async () => {
  people.sandbox.control.publish(JSON.stringify(labelled('Reason')));
  const first = await people.flex('admin');
  await first.openEditor();
  const second = await people.tabBeside(first);
  await second.openEditor();

  await first.write(labelled('From the first tab'));
  // A tab with nothing to lose follows the other.
  await second.preview.locator('dt', { hasText: 'From the first tab' }).waitFor();

  // Both change it before either hears of the other.
  await second.page.evaluate(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
  await second.write(labelled('From the second tab'));
  const asked = first.view.getByRole('alert');
  await asked.getByText('Another tab of this browser has another draft', { exact: false }).waitFor();
  expect(await asked.innerText()).toContain('From the first tab → From the second tab');
  await asked.getByRole('button', { name: 'Keep the draft of this tab' }).click();

  await first.page.reload();
  await first.button('Publish…').waitFor();
  await first.preview.locator('dt', { hasText: 'From the first tab' }).waitFor();
});

it('a half-typed text in JSON mode is there again after a reload, with its mistake, until it is discarded', async () => {
  people.sandbox.control.publish(JSON.stringify(labelled('Reason')));
  const admin = await people.flex('admin');
  await admin.openEditor();
  await admin.button('JSON').click();
  const area = admin.view.getByRole('textbox', { name: 'Display schema as JSON' });
  await area.fill('{ "version": 1,\n  "context": {');
  await admin.page.reload();
  expect(await area.inputValue()).toBe('{ "version": 1,\n  "context": {');
  await admin.view.getByText('Broken: this can’t be published.').waitFor();
  expect(await admin.button('Publish…').isDisabled()).toBe(true);
  await admin.button('Discard').click();
  await admin.page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await admin.preview.locator('dt', { hasText: 'Reason' }).first().waitFor();
  await admin.page.reload();
  await admin.button('Publish…').waitFor();
  expect(await area.isVisible()).toBe(false);
});
