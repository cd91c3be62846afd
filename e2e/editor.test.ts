import { describe, expect, it } from 'vitest';
import { desk } from './support/editor';

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
