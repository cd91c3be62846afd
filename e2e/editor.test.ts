import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { schemaExamples } from '../sandbox/schema-examples';
import { desk, type EditorPage } from './support/editor';

const labelled = (label: string) => ({
  version: 1,
  context: { sections: [{ title: 'Why', fields: [{ key: 'intent', label }] }] },
});

const people = desk();
const revision = () => people.sandbox.state.schema.current()?.index.live;

describe('an admin', () => {
  it('changes a label, sees it, publishes it, agents have it with their next task, and rolls it back', async () => {
    people.sandbox.control.publish(JSON.stringify(labelled('Reason')));
    const agent = await people.flex('agent');
    await agent.open();
    await agent.task({ intent: 'refund' }, { attributes: { name: 'First' } });
    await agent.row('Reason').waitFor();

    const admin = await people.flex('admin');
    await admin.openEditor();
    await admin.write(labelled('Reason for contact'));
    await admin.preview.locator('dt', { hasText: 'Reason for contact' }).waitFor();
    await admin.publish('Say it in full');
    await admin.dialog.getByText('Revision 2 is live', { exact: false }).waitFor();
    await admin.dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await admin.view.getByText('Published r2 · noor.haddad', { exact: false }).waitFor();
    expect(await admin.view.getByTestId('draft-state').innerText()).toBe('No changes');

    // What functions remember of the published document is thirty seconds old at most; here, none.
    people.sandbox.control.restartFunctions();
    await agent.task({ intent: 'refund' }, { attributes: { name: 'Second', userId: 'u-1' } });
    await agent.row('Reason for contact').waitFor();

    await admin.button('History').click();
    await admin.button('Restore… r1').click();
    await admin.dialog.getByText('Reason for contact → Reason', { exact: false }).waitFor();
    await admin.dialog.getByRole('textbox', { name: /Comment/ }).fill('Too long');
    await admin.dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await admin.dialog.getByText('Revision 3 is live', { exact: false }).waitFor();
    people.sandbox.control.restartFunctions();
    await agent.task({ intent: 'refund' }, { attributes: { name: 'Third', userId: 'u-2' } });
    await agent.row('Reason').waitFor();
    expect(people.sandbox.state.schema.current()?.index.revisions.map(({ comment }) => comment)).toEqual([
      'Too long',
      'Say it in full',
      'Put in force by the sandbox',
    ]);
    expect(revision()).toBe(3);
  });
});

describe('the form', () => {
  it('changes a label field by field, and the preview follows with every key', async () => {
    people.sandbox.control.publish(JSON.stringify(labelled('Reason')));
    const admin = await people.flex('admin');
    await admin.openEditor();
    await admin.page.locator('[data-pointer="/context/sections/0/fields/0"]').click();
    await admin.view
      .getByRole('textbox', { name: /^Label/ })
      .first()
      .fill('Why they call');
    await admin.preview.locator('dt', { hasText: 'Why they call' }).waitFor();
    await admin.publish('From the form');
    await admin.dialog.getByText('Revision 2 is live', { exact: false }).waitFor();
    expect(people.sandbox.state.schema.current()?.document).toBe(JSON.stringify(labelled('Why they call')));
  });

  it('adds a key that was seen in a task', async () => {
    people.sandbox.control.publish(JSON.stringify({ ...labelled('Reason'), traits: { rest: 'hide' } }));
    const admin = await people.flex('admin');
    await admin.open();
    await admin.task({ intent: 'refund', orderTotal: 12.5 });
    await admin.page.getByRole('link', { name: 'Customer context' }).click();
    await admin.view
      .getByRole('button', { name: /orderTotal|Order total/ })
      .first()
      .click();
    await admin.page.locator('[data-pointer="/context/sections/0/fields/1"]').waitFor();
    expect(await admin.view.getByTestId('draft-state').innerText()).toBe('Draft with changes');
  });
});

describe('the preview', () => {
  it('draws a customer of Segment’s as the chosen role would see them, and logs the look', async () => {
    const document = {
      version: 1,
      context: { sections: [] },
      traits: {
        sections: [{ fields: [{ key: 'email', label: 'Mail', mask: { reveal: ['supervisor'] } }] }],
        rest: 'hide',
      },
    };
    people.sandbox.control.publish(JSON.stringify(document));
    const customer = people.sandbox.segment
      .profiles('us')
      .users()
      .find(({ traits }) => traits.has('email'));
    const email = customer?.traits.get('email')?.value as string;
    const admin = await people.flex('admin');
    await admin.openEditor();
    await admin.view.getByText(/As agent/).click();
    await admin.view
      .getByRole('textbox', { name: 'Customer’s id' })
      .fill(customer?.ids.find(({ type }) => type === 'user_id')?.id ?? '');
    await admin.button('Load traits').click();
    await admin.view.getByText(/traits and \d+ events loaded/).waitFor();
    await admin.preview.getByRole('tab', { name: /^Traits/ }).click();
    await admin.preview.locator('dt', { hasText: 'Mail' }).waitFor();
    expect(await admin.preview.innerText()).not.toContain(email);
    expect(await admin.preview.getByRole('button', { name: 'Reveal Mail' }).count()).toBe(0);
    await admin.view.getByLabel('Role').selectOption('supervisor');
    await admin.preview.getByRole('button', { name: 'Reveal Mail' }).click();
    await admin.preview.getByText(email).waitFor();
    // Customers' data stays in memory.
    expect(await admin.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(email);
  });

  it('shows which layout won and why, and any other on demand', async () => {
    const retail = schemaExamples().find(({ name }) => name === 'retail');
    people.sandbox.control.publish(retail?.document ?? '');
    const admin = await people.flex('admin');
    await admin.openEditor();
    await admin.view.getByLabel('Preview with').selectOption({ label: 'Example: A shop: refund' });
    const reason = admin.view.getByTestId('layout-reason');
    expect(await reason.innerText()).toMatch(/^Refunds The first layout whose condition holds: context:\/intent/);
    await admin.view.getByText(/^Where the \d+ values come from/).click();
    await admin.view.getByText('Listed in context, section “Order”', { exact: false }).first().waitFor();
    await admin.view.getByText(/As agent/).click();
    await admin.view.getByLabel('Layout').selectOption({ label: 'No layout' });
    await admin.view.getByText('Chosen for this preview', { exact: false }).waitFor();
  });
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.1 A and AA violations in the editor and its dialogs, one line each. */
async function violations(admin: EditorPage, where = '.cc-editor'): Promise<string[]> {
  // A button that was just enabled is on its way from one colour to the other.
  await admin.page.waitForFunction(() => document.getAnimations().every((one) => !(one instanceof CSSTransition)));
  await admin.page.evaluate(AXE);
  const results = await admin.page.evaluate<AxeResults, string>(
    (include) =>
      (window as unknown as { axe: { run: (where: unknown, options: unknown) => Promise<AxeResults> } }).axe.run(
        {
          include: [[include]],
          // The agents' panel is tried on its own.
          exclude: [['.cc-stage']],
        },
        { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] } },
      ),
    where,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`),
  );
}

describe.each(['light', 'dark'] as const)('the editor in the %s theme', (theme) => {
  it('has no WCAG 2.1 A or AA violation, in form, JSON, dialog and history', async () => {
    people.sandbox.control.publish(schemaExamples().find(({ name }) => name === 'retail')?.document ?? '');
    const admin = await people.flex('admin', { theme, width: 1100 });
    await admin.openEditor();
    await admin.page.locator('[data-pointer="/context/sections/0/fields/0"]').click();
    await admin.view.getByText(/As agent/).click();
    expect(await violations(admin)).toEqual([]);
    await admin.write(labelled('Mine'));
    expect(await violations(admin)).toEqual([]);
    await admin.button('Publish…').click();
    await admin.dialog.getByRole('textbox', { name: /Comment/ }).waitFor();
    // The dialog fades in; half-way colours are nobody's.
    await admin.page.waitForTimeout(500);
    expect(await violations(admin, '[role=dialog]')).toEqual([]);
    await admin.dialog.getByRole('button', { name: 'Cancel' }).click();
    await admin.button('History').click();
    await admin.button('View r1').click();
    await admin.view.getByRole('region', { name: 'Document of r1' }).waitFor();
    expect(await violations(admin)).toEqual([]);
  });
});
