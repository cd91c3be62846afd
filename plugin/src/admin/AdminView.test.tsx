import React from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFlex, createManager } from '../testing/flex-ui';
import { admin } from '../testing/fixtures';
import { silent } from '../tracking/tracker';
import { AdminView } from './AdminView';
import { addAdminView } from './addAdminView';
import { CONTRACT, EDITOR_GLOBAL, type EditorHost } from './contract';
import { EditorError, loadEditor } from './loadEditor';

const host: EditorHost = {
  post: () => Promise.reject(new Error('not asked')),
  agent: admin,
  theme: { isLight: true },
  tasks: { get: () => [], subscribe: () => () => undefined },
  live: { get: () => ({ revision: null }), subscribe: () => () => undefined },
  onLive: () => undefined,
};
const quiet = { say: () => undefined, over: () => undefined };
const module = { contract: CONTRACT, Editor: () => <p>The editor</p> };

afterEach(() => {
  Reflect.deleteProperty(window, EDITOR_GLOBAL);
  document.head.querySelectorAll('script').forEach((script) => script.remove());
});

/** What the browser does with the script that was added last. */
function scriptComes(as: 'load' | 'error', leaves?: unknown): void {
  const script = [...document.head.querySelectorAll('script')].at(-1)!;
  if (leaves !== undefined) Reflect.set(window, EDITOR_GLOBAL, leaves);
  script.dispatchEvent(new Event(as));
}

describe('the view for admins', () => {
  it('shows the editor once its script is here', async () => {
    render(<AdminView {...host} load={() => Promise.resolve(module)} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the editor');
    expect(await screen.findByText('The editor')).toBeInTheDocument();
  });

  it('says what to do when it does not come, and tries again', async () => {
    const load = vi.fn(() => Promise.reject(new EditorError('unreachable')));
    const { rerender } = render(<AdminView {...host} load={load} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(/could not be loaded.*Agents are not affected/);
    load.mockImplementation(() => Promise.resolve(module) as never);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The editor')).toBeInTheDocument();
    rerender(<div />);
  });

  it('offers no second try for an editor of another version', async () => {
    render(<AdminView {...host} load={() => Promise.reject(new EditorError('other-version'))} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('belongs to another version');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('loading the editor', () => {
  it('adds one script for all, named by version', async () => {
    const first = loadEditor('https://x.example/base', '1.2.0');
    expect([...document.head.querySelectorAll('script')].map(({ src }) => src)).toEqual([
      'https://x.example/base/plugin-customer-context-admin.js?v=1.2.0',
    ]);
    scriptComes('load', module);
    await expect(first).resolves.toBe(module);
    await expect(loadEditor('https://x.example/base', '1.2.0')).resolves.toBe(module);
    expect(document.head.querySelectorAll('script')).toHaveLength(1);
  });

  it('tells a script that did not come, one that left nothing and one of another version apart', async () => {
    const lost = loadEditor('/f', '1');
    scriptComes('error');
    await expect(lost).rejects.toMatchObject({ trouble: 'unreachable' });
    expect(document.head.querySelectorAll('script')).toHaveLength(0);
    const empty = loadEditor('/f', '1');
    scriptComes('load');
    await expect(empty).rejects.toMatchObject({ trouble: 'unreachable' });
    const other = loadEditor('/f', '1');
    scriptComes('load', { ...module, contract: CONTRACT + 1 });
    await expect(other).rejects.toMatchObject({ trouble: 'other-version' });
  });
});

describe('the link in the side navigation', () => {
  const schema = { get: () => ({ revision: null }), subscribe: () => () => undefined } as never;
  const added = (roles: string[], functionsBase: string | undefined): number => {
    const flex = { ...createFlex(), SideNav: createFlex().CRMContainer, ViewCollection: createFlex().CRMContainer };
    const withParts = { ...flex, SideLink: () => null, View: () => null };
    const post = functionsBase === undefined ? undefined : host.post;
    addAdminView(
      withParts as never,
      createManager({ roles }) as never,
      { post, schema, tracker: silent },
      quiet,
      functionsBase,
    );
    return flex.SideNav.Content.added.length + flex.ViewCollection.Content.added.length;
  };

  it('is there for admins alone, and only where there are functions', () => {
    expect(added(['admin'], '/f')).toBe(2);
    expect(added(['agent', 'supervisor'], '/f')).toBe(0);
    expect(added(['admin'], undefined)).toBe(0);
  });
});
