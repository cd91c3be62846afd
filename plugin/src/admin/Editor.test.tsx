import React from 'react';
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json, JsonObject } from '../../../display/json';
import { ServiceError, type Post } from '../service/post';
import { admin, task } from '../testing/fixtures';
import type { Follows } from '../schema/sameRevision';
import type { EditorHost } from './contract';
import { Editor } from './Editor';

// Each opens the whole editor, which takes its time in a browser made of JavaScript.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 15_000 });

const labelled = (label: string): JsonObject => ({
  version: 1,
  context: { sections: [{ title: 'Why', fields: [{ key: 'intent', label }] }] },
  traits: { rest: 'hide' },
});

/** A service that publishes at once. */
class Service {
  revisions: { document: Json; comment: string; by: string; id?: string }[] = [];
  failing: ServiceError | undefined;
  asked: string[] = [];

  post: Post = async (route, fields) => {
    this.asked.push(route);
    if (this.failing !== undefined && route !== 'display-schema/history') throw this.failing;
    const live = this.revisions.length;
    const entry = (revision: number) => ({
      revision,
      id: this.revisions[revision - 1]!.id ?? `id-${revision}`,
      publishedAt: '2026-11-23T10:00:00Z',
      publishedBy: { name: this.revisions[revision - 1]!.by },
      comment: this.revisions[revision - 1]!.comment,
    });
    if (route === 'display-schema/history') {
      if (live === 0) return { status: 'none' };
      const revision = Number(fields['revision']);
      if (fields['revision'] !== undefined) {
        return { status: 'revision', live, entry: entry(revision), document: this.revisions[revision - 1]!.document };
      }
      const before = Number(fields['before'] ?? live + 1);
      const all = this.revisions.map((_, index) => entry(index + 1)).reverse();
      const page = all.filter((one) => one.revision < before).slice(0, 2);
      const last = page.at(-1)?.revision ?? 1;
      return { status: 'published', live, revisions: page, next: last > 1 ? last : null };
    }
    if (route === 'display-schema/publish') {
      const restored = fields['restore'];
      const document =
        restored === undefined
          ? (JSON.parse(fields['document']!) as Json)
          : this.revisions[Number(restored) - 1]!.document;
      this.revisions.push({ document, comment: fields['comment']!, by: 'Ana' });
      return { status: 'building', revision: live + 1, ticket: 't', expiresAt: '2099-01-01T00:00:00Z', report: {} };
    }
    return { status: 'live', revision: live, overwrote: false };
  };
}

let service: Service;
/** Publications are kept per admin for as long as the page lives. */
let count = 0;
beforeEach(() => {
  service = new Service();
  service.revisions.push({ document: labelled('Reason'), comment: 'First', by: 'Kim' });
  count += 1;
});

async function open(
  more: Partial<EditorHost> = {},
): Promise<{ onLive: ReturnType<typeof vi.fn>; unmount: () => void }> {
  const onLive = vi.fn();
  const tasks = [task({ intent: 'refund' }, { attributes: { name: 'Ana Duarte', context: { intent: 'refund' } } })];
  const { unmount } = render(
    <Editor
      post={service.post}
      agent={{ ...admin, id: `WK${count}` }}
      theme={{ isLight: true }}
      tasks={{ get: () => tasks, subscribe: () => () => undefined }}
      live={{ get: () => ({ revision: null }), subscribe: () => () => undefined }}
      onLive={onLive}
      {...more}
    />,
  );
  await screen.findByRole('button', { name: 'Publish…' });
  return { onLive, unmount };
}
const write = (document: Json | string): void => {
  const json = screen.getByRole('button', { name: 'JSON' });
  if (json.getAttribute('aria-pressed') === 'false') fireEvent.click(json);
  const value = typeof document === 'string' ? document : JSON.stringify(document);
  fireEvent.change(screen.getByRole('textbox', { name: /JSON/ }), { target: { value } });
};
const preview = () => within(screen.getByRole('region', { name: 'Preview of what agents see' }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

// jsdom scrolls nothing.
Element.prototype.scrollIntoView = () => undefined;

describe('the editor', () => {
  it('shows what is live and by whom, and the draft in the agents’ own panel as it is typed', async () => {
    await open();
    expect(screen.getByText(/Published r1 · Kim/)).toBeInTheDocument();
    expect(preview().getByText('Reason')).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
    write(labelled('Reason for contact'));
    expect(preview().getByText('Reason for contact')).toBeInTheDocument();
    expect(button('Publish…')).toBeEnabled();
  });

  it('keeps the last readable draft while the JSON has a mistake, and can’t publish it', async () => {
    await open();
    write('{"version": 1,');
    expect(preview().getByText('Reason')).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
    expect(button('Form')).toBeDisabled();
    write({ version: 1, context: { rest: 'somewhere' } });
    expect(screen.getByText(/1 error: can’t be published/)).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
  });

  it('keeps the draft through a reload, and discards it only after asking', async () => {
    const { unmount } = await open();
    write(labelled('Mine'));
    unmount();
    await open();
    expect(preview().getByText('Mine')).toBeInTheDocument();
    fireEvent.click(button('Discard'));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard draft' }));
    await waitFor(() => expect(preview().getByText('Reason')).toBeInTheDocument());
    expect(localStorage).toHaveLength(0);
  });

  it('publishes with a comment and never without one', async () => {
    const { onLive } = await open();
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
    expect(onLive).toHaveBeenCalledWith(2, undefined);
    await waitFor(() => expect(screen.getByTestId('draft-state')).toHaveTextContent('No changes'));
  });

  it('keeps a text that can’t be read over a reload, and forgets it when it is mended or given up', async () => {
    const { unmount } = await open();
    fireEvent.click(button('JSON'));
    const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Display schema as JSON' });
    fireEvent.change(area(), { target: { value: '{"version": 1, "context": {' } });
    unmount();
    const again = await open();
    expect(area()).toHaveValue('{"version": 1, "context": {');
    expect(screen.getByText(/could not be read when you left/)).toBeInTheDocument();
    expect(button('Publish…')).toBeDisabled();
    fireEvent.change(area(), { target: { value: JSON.stringify(labelled('Mended')) } });
    again.unmount();
    await open();
    expect(screen.queryByRole('textbox', { name: 'Display schema as JSON' })).not.toBeInTheDocument();
    expect(preview().getByText('Mended')).toBeInTheDocument();
  });

  it('says in the service’s own words what went wrong, and keeps the draft', async () => {
    await open();
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
    const { unmount } = await open();
    write(labelled('Mine'));
    unmount();
    service.revisions.push({ document: { ...labelled('Reason'), highlights: [] }, comment: 'Theirs', by: 'Kim' });
    await open();
    expect(screen.getByRole('alert')).toHaveTextContent('Kim has published r2 since you started from r1');
    expect(button('Publish…')).toBeDisabled();
    fireEvent.click(button('Keep my draft on top of r2'));
    expect(button('Publish…')).toBeEnabled();
  });

  it('notices by itself that what is live was replaced by another publication of the same number', async () => {
    let followed: Follows = { revision: 1, revisionId: 'id-1' };
    const listeners = new Set<() => void>();
    const subscribe = (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
    await open({ live: { get: () => followed, subscribe } });
    write(labelled('Mine'));
    const asked = service.asked.length;
    service.revisions[0] = { document: labelled('Theirs'), comment: 'A moment later', by: 'Noor', id: 'id-other' };
    followed = { revision: 1, revisionId: 'id-other' };
    act(() => listeners.forEach((listener) => listener()));
    expect(await screen.findByRole('alert')).toHaveTextContent('Noor');
    expect(button('Publish…')).toBeDisabled();
    // Once for the list and once for the document, however often panels say it.
    act(() => listeners.forEach((listener) => listener()));
    expect(service.asked).toHaveLength(asked + 2);
  });

  it('reads the history page by page and brings an old revision back as a new one', async () => {
    service.revisions.push({ document: labelled('Two'), comment: 'Second', by: 'Ana' });
    service.revisions.push({ document: labelled('Three'), comment: 'Third', by: 'Ana' });
    await open();
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
    await open();
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
