import React from 'react';
import { act, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import type { Json, JsonObject } from '../../../../display/json';
import type { Follows } from '../../schema/sameRevision';
import type { ServiceError, Post } from '../../service/post';
import type { Store } from '../../state/useStore';
import { admin, task } from '../../testing/fixtures';
import type { EditorHost } from '../contract';
import { Editor } from '../Editor';

// Each test opens the whole editor, which takes its time in a browser made of JavaScript.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 15_000 });
// jsdom scrolls nothing.
Element.prototype.scrollIntoView = () => undefined;

export const labelled = (label: string): JsonObject => ({
  version: 1,
  context: { sections: [{ title: 'Why', fields: [{ key: 'intent', label }] }] },
  traits: { rest: 'hide' },
});

/** A service that publishes at once. */
export class Service {
  revisions: { document: Json; comment: string; by: string; id?: string }[] = [];
  failing: ServiceError | undefined;
  /** Only the question how far a publication is fails so. */
  statusFailing: ServiceError | undefined;
  asked: string[] = [];
  /** The end of a publication is told once this is resolved. */
  gate: Promise<void> = Promise.resolve();
  /** How a publication ends; default: it is live. */
  end: JsonObject | undefined;

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
      return {
        status: 'building',
        revision: live + 1,
        ticket: 't',
        id: `id-${live + 1}`,
        expiresAt: '2099-01-01T00:00:00Z',
        report: {},
      };
    }
    await this.gate;
    if (this.statusFailing !== undefined) throw this.statusFailing;
    return this.end ?? { status: 'live', revision: live, id: `id-${live}`, overwrote: false };
  };
}

/** Publications are kept per admin for as long as the page lives, so each test is another admin. */
let admins = 0;

export interface Opened {
  onLive: ReturnType<typeof vi.fn>;
  /** Goes elsewhere in Flex, or reloads: `again` comes back. */
  unmount: () => void;
  again: () => Promise<Opened>;
}

/** Opens the editor as an admin nobody has been yet. */
export function open(service: Service, more: Partial<EditorHost> = {}): Promise<Opened> {
  admins += 1;
  return openAs(`WK${admins}`, service, more);
}

async function openAs(id: string, service: Service, more: Partial<EditorHost>): Promise<Opened> {
  const onLive = vi.fn();
  const tasks = [task({ intent: 'refund' }, { attributes: { name: 'Ana Duarte', context: { intent: 'refund' } } })];
  const { unmount } = render(
    <Editor
      post={service.post}
      agent={{ ...admin, id }}
      theme={{ isLight: true }}
      tasks={{ get: () => tasks, subscribe: () => () => undefined }}
      live={liveStore(null)}
      onLive={onLive}
      {...more}
    />,
  );
  await screen.findByRole('button', { name: 'Publish…' });
  return { onLive, unmount, again: () => openAs(id, service, more) };
}

/** What panels of the page follow, as a test says it. */
export function liveStore(
  revision: number | null,
  revisionId?: string,
): Store<Follows> & { become: (next: Follows) => void } {
  let follows: Follows = { revision, revisionId };
  const listeners = new Set<() => void>();
  return {
    get: () => follows,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    become(next) {
      follows = next;
      act(() => listeners.forEach((listener) => listener()));
    },
  };
}

/** Writes in JSON mode. */
export function write(document: Json | string): void {
  const json = button('JSON');
  if (json.getAttribute('aria-pressed') === 'false') fireEvent.click(json);
  const value = typeof document === 'string' ? document : JSON.stringify(document);
  fireEvent.change(textArea(), { target: { value } });
}

export const textArea = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Display schema as JSON', hidden: true });
export const preview = () => within(screen.getByRole('region', { name: 'Preview of what agents see' }));
export const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });

/** Gives a comment in the dialog that asks for one, and goes on. @returns the dialog */
export async function confirm(comment: string, label = 'Publish') {
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: comment } });
  fireEvent.click(dialog.getByRole('button', { name: label }));
  return dialog;
}
