import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../../display/json';
import { ServiceError } from '../service/post';
import { button, confirm, labelled, liveStore, open, preview, Service, textArea, write } from './testing/bench';

/** What colleagues, files, other tabs and browsers do to an admin's work: nothing that the admin is not told first. */

let service: Service;
beforeEach(() => {
  service = new Service();
  service.revisions.push({ document: labelled('Reason'), comment: 'First', by: 'Kim' });
});
afterEach(() => vi.restoreAllMocks());

const theirs: JsonObject = { ...labelled('Reason'), highlights: [{ source: 'context', key: 'vip', label: 'VIP' }] };
const colleague = () => service.revisions.push({ document: theirs, comment: 'VIP', by: 'Kim' });
const type = (value: string) => fireEvent.change(textArea(), { target: { value } });
const BROKEN = '{"version": 1, "context": ';

describe('in JSON mode', () => {
  it('a text without changes follows what a colleague publishes, so that the next key undoes nothing', async () => {
    const live = liveStore(1, 'id-1');
    await open(service, { live });
    fireEvent.click(button('JSON'));
    colleague();
    live.become({ revision: 2, revisionId: 'id-2' });
    await waitFor(() => expect(textArea().value).toContain('vip'));
    type(textArea().value.replace('"Reason"', '"Reason for contact"'));
    fireEvent.click(button('Publish…'));
    const dialog = await confirm('Say it in full');
    expect(await dialog.findByText(/Revision 3 is live/)).toBeInTheDocument();
    expect(service.revisions[2]!.document).toEqual({ ...theirs, ...labelled('Reason for contact') });
  });

  it('a text that can’t be read stays, and the admin is told that a colleague has published', async () => {
    const live = liveStore(1, 'id-1');
    await open(service, { live });
    fireEvent.click(button('JSON'));
    type(BROKEN);
    expect(screen.getByTestId('draft-state')).toHaveTextContent('Draft with changes');
    colleague();
    live.become({ revision: 2, revisionId: 'id-2' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Kim has published r2 since you started from r1');
    expect(textArea()).toHaveValue(BROKEN);
    write(labelled('Mine'));
    expect(button('Publish…')).toBeDisabled();
    fireEvent.click(button('Keep my draft on top of r2'));
    expect(button('Publish…')).toBeEnabled();
  });

  it('the same after leaving the view, though nothing but the text was changed', async () => {
    const { unmount, again } = await open(service);
    fireEvent.click(button('JSON'));
    type(BROKEN);
    unmount();
    colleague();
    await again();
    expect(textArea()).toHaveValue(BROKEN);
    expect(screen.getByRole('alert')).toHaveTextContent('Kim has published r2 since you started from r1');
    write(labelled('Mine'));
    expect(button('Publish…')).toBeDisabled();
    fireEvent.click(button('Discard mine, take theirs'));
    await waitFor(() => expect(textArea().value).toContain('vip'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(localStorage).toHaveLength(0);
  });

  it('the text shows what was restored', async () => {
    service.revisions.push({ document: labelled('Two'), comment: 'Second', by: 'Ana' });
    await open(service);
    fireEvent.click(button('JSON'));
    fireEvent.click(button('History'));
    fireEvent.click(await screen.findByRole('button', { name: 'Restore… r1' }));
    const title = await screen.findByText('Restore r1');
    const dialog = within(title.closest<HTMLElement>('[role=dialog]')!);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Back' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Restore' }));
    expect(await dialog.findByText(/Revision 3 is live/)).toBeInTheDocument();
    await waitFor(() => expect(textArea().value).toContain('"Reason"'));
  });
});

describe('a publication', () => {
  it('that ended while its dialog was closed is said to have, and the next one asks for a comment of its own', async () => {
    let release = (): void => undefined;
    service.gate = new Promise((done) => (release = done));
    await open(service);
    write(labelled('One'));
    fireEvent.click(button('Publish…'));
    const first = await confirm('One');
    fireEvent.click(first.getAllByRole('button', { name: 'Close' }).at(-1)!);
    expect(await screen.findByText('Publishing is on its way.')).toBeInTheDocument();
    write(labelled('Two'));
    fireEvent.click(button('Publish…'));
    // One at a time: the one under way is shown, by its own name.
    expect(within(await screen.findByRole('dialog')).getByText('Publishing r2')).toBeInTheDocument();
    fireEvent.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
    release();
    expect(await screen.findByText('Your last publication has come to an end.')).toBeInTheDocument();
    await screen.findByText(/Published r2/);
    // What was changed meanwhile is on top of the admin's own revision, not beside it.
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    fireEvent.click(button('Publish…'));
    const second = await confirm('Two');
    expect(await second.findByText(/Revision 3 is live/)).toBeInTheDocument();
    expect(service.revisions.map(({ comment }) => comment)).toEqual(['First', 'One', 'Two']);
  });

  it('that ends while the view is left is the admin’s own when they come back, with what they changed meanwhile on top', async () => {
    let release = (): void => undefined;
    service.gate = new Promise((done) => (release = done));
    const { unmount, again } = await open(service);
    write(labelled('One'));
    fireEvent.click(button('Publish…'));
    const dialog = await confirm('One');
    fireEvent.click(dialog.getAllByRole('button', { name: 'Close' }).at(-1)!);
    write(labelled('Two'));
    unmount();
    release();
    await again();
    await waitFor(() => expect(button('Publish…')).toBeEnabled());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    fireEvent.click(button('Publish…'));
    expect(await screen.findByText('Label of `intent`: One → Two')).toBeInTheDocument();
  });

  it('upon which a colleague has built already leaves no draft that would undo theirs', async () => {
    service.end = { status: 'superseded', by: 3 };
    await open(service);
    write(labelled('Mine'));
    fireEvent.click(button('Publish…'));
    let release = (): void => undefined;
    service.gate = new Promise((done) => (release = done));
    const dialog = await confirm('Mine');
    await waitFor(() => expect(service.revisions).toHaveLength(2));
    colleague();
    release();
    expect(await dialog.findByText(/r3 has been published on top of it since/)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId('draft-state')).toHaveTextContent('No changes'));
    expect(textArea().value).toContain('vip');
  });

  it('that can’t be followed any more leads to the history, where its end is', async () => {
    await open(service);
    write(labelled('Mine'));
    fireEvent.click(button('Publish…'));
    service.statusFailing = new ServiceError('ticket_invalid');
    const dialog = await confirm('Is it live?');
    expect(await dialog.findByRole('alert')).toHaveTextContent('Your draft is kept');
    fireEvent.click(dialog.getByRole('button', { name: 'History' }));
    expect(await screen.findByRole('dialog', { name: 'History' })).toBeInTheDocument();
    expect(await screen.findByText('Is it live?')).toBeInTheDocument();
  });

  it('that replaced a colleague’s of the same moment says so', async () => {
    service.end = { status: 'live', revision: 2, overwrote: true };
    await open(service);
    write(labelled('Mine'));
    fireEvent.click(button('Publish…'));
    const dialog = await confirm('Mine');
    expect(await dialog.findByText(/A colleague published at the same moment/)).toBeInTheDocument();
  });
});

describe('files and storage', () => {
  const choose = (text: string) =>
    fireEvent.change(document.querySelector('input[type=file]')!, {
      target: { files: [new File([text], 'new.json')] },
    });

  it('a file replaces a draft only after asking, and says how much would be lost', async () => {
    await open(service);
    write(labelled('An hour of work'));
    choose(JSON.stringify(labelled('From a file')));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText('Replace your draft by new.json?')).toBeInTheDocument();
    expect(dialog.getByText(/One change is lost/)).toBeInTheDocument();
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(preview().getByText('An hour of work')).toBeInTheDocument();
    choose(JSON.stringify(labelled('From a file')));
    fireEvent.click(await screen.findByRole('button', { name: 'Replace my draft' }));
    await waitFor(() => expect(preview().getByText('From a file')).toBeInTheDocument());
  });

  it('the draft is exported as a file that can be imported again', async () => {
    const saved: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await open(service);
    write(labelled('Mine'));
    fireEvent.click(button('Export'));
    expect(names).toEqual(['display-schema-r1-draft.json']);
    expect(JSON.parse(await saved[0]!.text())).toEqual(labelled('Mine'));
  });

  it('where the browser keeps nothing, going to a task loses nothing, and it is said that a reload would', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { unmount, again } = await open(service);
    write(labelled('Mine'));
    write(labelled('Mine too'));
    expect(screen.getByText(/does not keep your draft: it is gone when Flex is closed or loaded again/)).toBeVisible();
    unmount();
    await again();
    expect(preview().getByText('Mine too')).toBeInTheDocument();
    fireEvent.click(button('Discard'));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard draft' }));
    await waitFor(() => expect(preview().getByText('Reason')).toBeInTheDocument());
  });
});

describe('the keyboard', () => {
  const onPage = () => document.activeElement !== document.body && document.activeElement !== null;

  it('goes back to the button that opened the history', async () => {
    await open(service);
    button('History').focus();
    fireEvent.click(button('History'));
    fireEvent.keyDown(await screen.findByRole('dialog', { name: 'History' }), { key: 'Escape' });
    expect(button('History')).toHaveFocus();
  });

  it('stays on the page when a notice goes', async () => {
    const { unmount, again } = await open(service);
    write(labelled('Mine'));
    unmount();
    colleague();
    await again();
    button('Keep my draft on top of r2').focus();
    fireEvent.click(button('Keep my draft on top of r2'));
    await waitFor(() => expect(onPage()).toBe(true));
  });
});
