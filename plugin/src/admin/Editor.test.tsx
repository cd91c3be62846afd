import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../service/post';
import { button, labelled, liveStore, open, preview, Service, write } from './testing/bench';

let service: Service;
beforeEach(() => {
  service = new Service();
  service.revisions.push({ document: labelled('Reason'), comment: 'First', by: 'Kim' });
});

describe('the editor', () => {
  it('shows what is live and by whom, and the draft in the agents’ own panel as it is typed', async () => {
    await open(service);
    expect(screen.getByText(/Published r1 · Kim/)).toBeInTheDocument();
    expect(preview().getByText('Reason')).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
    write(labelled('Reason for contact'));
    expect(preview().getByText('Reason for contact')).toBeInTheDocument();
    expect(button('Publish…')).toBeEnabled();
  });

  it('keeps the last readable draft while the JSON has a mistake, and can’t publish it', async () => {
    await open(service);
    write('{"version": 1,');
    expect(preview().getByText('Reason')).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
    expect(button('Form')).toBeDisabled();
    write({ version: 1, context: { rest: 'somewhere' } });
    expect(screen.getByText(/1 error: can’t be published/)).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
  });

  it('keeps the draft through a reload, and discards it only after asking', async () => {
    const { unmount, again } = await open(service);
    write(labelled('Mine'));
    unmount();
    await again();
    expect(preview().getByText('Mine')).toBeInTheDocument();
    fireEvent.click(button('Discard'));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard draft' }));
    await waitFor(() => expect(preview().getByText('Reason')).toBeInTheDocument());
    expect(localStorage).toHaveLength(0);
  });

  it('publishes with a comment and never without one', async () => {
    const { onLive } = await open(service);
    write(labelled('Mine'));
    fireEvent.click(button('Publish…'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Label of `intent`: Reason → Mine')).toBeInTheDocument();
    fireEvent.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(dialog.getByText('Say in a comment what has changed and why.')).toBeInTheDocument();
    expect(service.asked).not.toContain('display-schema/publish');
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: ' Shorter ' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(await dialog.findByText(/Revision 2 is live/)).toBeInTheDocument();
    expect(service.revisions[1]).toMatchObject({ document: labelled('Mine'), comment: 'Shorter' });
    expect(onLive).toHaveBeenCalledWith(2, 'id-2');
    await waitFor(() => expect(screen.getByTestId('draft-state')).toHaveTextContent('No changes'));
  });

  it('keeps a text that can’t be read over a reload, and forgets it when it is mended or given up', async () => {
    const { unmount, again } = await open(service);
    fireEvent.click(button('JSON'));
    const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Display schema as JSON' });
    fireEvent.change(area(), { target: { value: '{"version": 1, "context": {' } });
    unmount();
    const second = await again();
    expect(area()).toHaveValue('{"version": 1, "context": {');
    expect(screen.getByText(/could not be read when you left/)).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
    fireEvent.change(area(), { target: { value: JSON.stringify(labelled('Mended')) } });
    second.unmount();
    await again();
    expect(screen.queryByRole('textbox', { name: 'Display schema as JSON' })).not.toBeInTheDocument();
    expect(preview().getByText('Mended')).toBeInTheDocument();
  });

  it('says in the service’s own words what went wrong, and keeps the draft', async () => {
    await open(service);
    write(labelled('Mine'));
    service.failing = new ServiceError('build_failed', undefined, 'Twilio could not build revision 2.');
    fireEvent.click(button('Publish…'));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'x' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Twilio could not build revision 2.');
    fireEvent.click(dialog.getByRole('button', { name: 'Publish again' }));
    service.failing = undefined;
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'x' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(await dialog.findByText(/Revision 2 is live/)).toBeInTheDocument();
  });

  it('warns when a colleague has published since, and publishes on top of them only when told to', async () => {
    const { unmount, again } = await open(service);
    write(labelled('Mine'));
    unmount();
    service.revisions.push({ document: { ...labelled('Reason'), highlights: [] }, comment: 'Theirs', by: 'Kim' });
    await again();
    expect(screen.getByRole('alert')).toHaveTextContent('Kim has published r2 since you started from r1');
    expect(button('Publish…')).toBeDisabled();
    fireEvent.click(button('Keep my draft on top of r2'));
    expect(button('Publish…')).toBeEnabled();
  });

  it('notices by itself that what is live was replaced by another publication of the same number', async () => {
    const live = liveStore(1, 'id-1');
    await open(service, { live });
    write(labelled('Mine'));
    const asked = service.asked.length;
    service.revisions[0] = { document: labelled('Theirs'), comment: 'A moment later', by: 'Noor', id: 'id-other' };
    live.become({ revision: 1, revisionId: 'id-other' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Noor');
    expect(button('Publish…')).toBeDisabled();
    // Once for the list and once for the document, however often panels say it.
    live.become({ revision: 1, revisionId: 'id-other' });
    expect(service.asked).toHaveLength(asked + 2);
  });

  it('reads the history page by page and brings an old revision back as a new one', async () => {
    service.revisions.push({ document: labelled('Two'), comment: 'Second', by: 'Ana' });
    service.revisions.push({ document: labelled('Three'), comment: 'Third', by: 'Ana' });
    await open(service);
    fireEvent.click(button('History'));
    expect(await screen.findByText('Third')).toBeInTheDocument();
    expect(screen.queryByText('First')).not.toBeInTheDocument();
    fireEvent.click(button('Older'));
    expect(await screen.findByText('First')).toBeInTheDocument();
    fireEvent.click(button('Changes r3'));
    expect(await screen.findByText('Label of `intent`: Two → Three')).toBeInTheDocument();
    fireEvent.click(button('Restore… r1'));
    const title = await screen.findByText('Restore r1');
    const dialog = within(title.closest<HTMLElement>('[role=dialog]')!);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Back' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Restore' }));
    expect(await dialog.findByText(/Revision 4 is live/)).toBeInTheDocument();
    expect(service.revisions.map(({ document }) => document)).toEqual(
      ['Reason', 'Two', 'Three', 'Reason'].map(labelled),
    );
  });

  it('takes a file as the draft, and says what is wrong with one that is none', async () => {
    await open(service);
    const choose = (text: string) =>
      fireEvent.change(document.querySelector('input[type=file]')!, {
        target: { files: [new File([text], 'mine.json')] },
      });
    choose('{"version": 1');
    expect(await screen.findByText(/mine.json could not be read/)).toBeInTheDocument();
    choose(JSON.stringify(labelled('From a file')));
    await waitFor(() => expect(preview().getByText('From a file')).toBeInTheDocument());
    expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
  });
});
