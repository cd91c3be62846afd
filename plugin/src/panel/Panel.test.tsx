import React from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DisplayValue } from '../../../display/value';
import { panel, renderThemed, row } from '../testing/fixtures';
import { FoldsContext } from '../rows/folds';
import { agentFolds } from '../state/agentFolds';
import { Panel } from './Panel';
import { SEEN_AFTER_MS } from './useSeen';

const rows = (count: number) => Array.from({ length: count }, (_, index) => row(`k${index}`, `value ${index}`));
const label = (name: string): HTMLElement => screen.getByText(`The ${name}`);
const value = (name: string): HTMLElement => {
  const cell = label(name).closest('dt')!.nextElementSibling;
  if (!(cell instanceof HTMLElement)) throw new Error('no value');
  return cell;
};

describe('rows of a panel', () => {
  it('are all in the document, however long the panel is', () => {
    vi.useFakeTimers();
    renderThemed(<Panel view={panel(rows(400))} />);
    expect(document.querySelectorAll('dl > dt').length).toBeGreaterThanOrEqual(40);
    act(() => void vi.advanceTimersByTime(100));
    vi.useRealTimers();
    expect(document.querySelectorAll('dl > dt')).toHaveLength(400);
    expect(value('k399')).toHaveTextContent('value 399');
  });

  it('of a panel of some hundreds are all there in the second frame', () => {
    vi.useFakeTimers();
    renderThemed(<Panel view={panel(rows(200))} />);
    expect(document.querySelectorAll('dl > dt')).toHaveLength(40);
    act(() => void vi.advanceTimersToNextFrame());
    vi.useRealTimers();
    expect(document.querySelectorAll('dl > dt')).toHaveLength(200);
  });

  it('are drawn again only where something changed', () => {
    vi.useFakeTimers();
    const { rerender } = renderThemed(<Panel view={panel(rows(400))} />);
    act(() => void vi.advanceTimersByTime(100));
    vi.useRealTimers();
    const cells = [...document.querySelectorAll('dd')];
    const changed = rows(400);
    changed[200] = row('k200', 'another');
    rerender(<Panel view={panel(changed)} />);
    expect(value('k200')).toHaveTextContent('another');
    expect([...document.querySelectorAll('dd')]).toEqual(cells);
  });

  it('show the raw key as the label’s tooltip under the pointer', () => {
    renderThemed(<Panel view={panel([row('orderTotal', '1')])} />);
    fireEvent.pointerOver(label('orderTotal'));
    expect(label('orderTotal')).toHaveAttribute('title', 'orderTotal');
  });
});

describe('copying', () => {
  const writeText = vi.fn();
  beforeEach(() => {
    writeText.mockReset().mockResolvedValue(undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText }, userAgent: navigator.userAgent });
  });
  afterEach(() => void vi.unstubAllGlobals());

  const view = panel([row('total', '€1.50', { copy: '1.5' }), row('secret', '••••')]);

  it('puts the raw value on the clipboard and says so', async () => {
    renderThemed(<Panel view={view} />);
    fireEvent.pointerOver(value('total'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy The total' }));
    expect(writeText).toHaveBeenCalledWith('1.5');
    expect(await screen.findByText('Copied')).toHaveAttribute('role', 'status');
  });

  it('takes the value that is on the screen now, not the one that was there when the pointer came', () => {
    const { rerender } = renderThemed(<Panel view={view} />);
    fireEvent.pointerOver(value('total'));
    rerender(<Panel view={panel([row('total', '€2.50', { copy: '2.5' })])} />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy The total' }));
    expect(writeText).toHaveBeenCalledWith('2.5');
  });

  it('takes nothing of a value that has been masked meanwhile', () => {
    const { rerender } = renderThemed(<Panel view={view} />);
    fireEvent.pointerOver(value('total'));
    rerender(<Panel view={panel([row('total', { kind: 'masked', text: '••••', reveal: false })])} />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy The total' }));
    expect(writeText).not.toHaveBeenCalled();
  });

  it('says when the browser does not allow it', async () => {
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    renderThemed(<Panel view={view} />);
    fireEvent.pointerOver(value('total'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy The total' }));
    expect(await screen.findByText(/Could not copy/)).toBeInTheDocument();
  });

  it('is not offered where a row has nothing to copy', () => {
    renderThemed(<Panel view={view} />);
    fireEvent.pointerOver(value('secret'));
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('works with the keyboard alone', async () => {
    const user = userEvent.setup();
    renderThemed(<Panel view={view} />);
    await user.tab();
    expect(screen.getByRole('group', { name: 'Context' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(value('total')).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Copy The total' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await navigator.clipboard.readText()).toBe('1.5');
  });

  it('moves between rows with arrow keys, Home and End, and leaves keys of controls alone', async () => {
    const user = userEvent.setup();
    renderThemed(<Panel view={panel(rows(45))} />);
    screen.getByRole('group', { name: 'Context' }).focus();
    await user.keyboard('{End}');
    expect(value('k44')).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(value('k43')).toHaveFocus();
    await user.keyboard('{Home}{ArrowUp}');
    expect(value('k0')).toHaveFocus();
  });
});

describe('sections and groups', () => {
  const view = panel([], {
    sections: [
      { id: 's1', title: 'Why they are here', collapsed: false, rows: [row('a', 'one')] },
      { id: 's2', title: 'Technical', collapsed: true, rows: [row('b', 'two'), row('c', 'three')] },
    ],
    count: 3,
  });

  it('start as the view says and fold by keyboard and pointer', async () => {
    const user = userEvent.setup();
    renderThemed(<Panel view={view} />);
    const technical = screen.getByRole('button', { name: 'Technical (2)' });
    expect(technical).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('two')).not.toBeInTheDocument();
    technical.focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('two')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Technical' }));
    expect(screen.queryByText('two')).not.toBeInTheDocument();
  });

  it('stay as the agent left them', () => {
    const shown = () => (
      <FoldsContext.Provider value={agentFolds('WK1', () => localStorage)}>
        <Panel view={view} />
      </FoldsContext.Provider>
    );
    const first = renderThemed(shown());
    fireEvent.click(screen.getByRole('button', { name: 'Why they are here' }));
    first.unmount();
    renderThemed(shown());
    expect(screen.queryByText('one')).not.toBeInTheDocument();
  });

  it('say how much a folded group holds and show it on demand', () => {
    const group = row('delivery', {
      kind: 'group',
      text: 'City: Porto',
      rows: [row('delivery/city', 'Porto')],
      more: 3,
      folded: true,
    });
    renderThemed(<Panel view={panel([group])} />);
    const button = screen.getByRole('button', { name: 'The delivery (4)' });
    expect(screen.queryByText('Porto')).not.toBeInTheDocument();
    fireEvent.click(button);
    expect(screen.getByText('Porto')).toBeInTheDocument();
    expect(screen.getByText('3 more')).toBeInTheDocument();
  });
});

describe('search', () => {
  const texts = (count: number): DisplayValue[] =>
    Array.from({ length: count }, (_, index) => ({ kind: 'text', text: `item ${index}` }));
  const view = panel([], {
    sections: [
      { id: 's1', title: 'Order', collapsed: true, rows: [row('orderTotal', '128.40'), row('intent', 'refund')] },
      {
        id: 's2',
        title: 'Other',
        collapsed: false,
        rows: [
          row('address', {
            kind: 'group',
            text: 'City: Porto',
            rows: [row('city', 'Porto'), row('zip', '4000')],
            more: 0,
            folded: true,
          }),
          row('note', 'Résumé sent'),
          row('wishes', { kind: 'list', text: '9 items', items: texts(9), more: 0 }),
          row('card', { kind: 'masked', text: '•••• 4242', reveal: false }),
        ],
      },
    ],
    count: 6,
  });
  const labels = () => [...document.querySelectorAll('dt')].map((cell) => cell.textContent.trim());

  it.each([
    ['a label', 'THE INTENT', ['The intent']],
    ['a key', 'ordertotal', ['The orderTotal']],
    ['a text', 'refu', ['The intent']],
    ['a text inside a group', 'porto', ['The address', 'The city']],
    ['a group’s own name, with all that it holds', 'address', ['The address', 'The city', 'The zip']],
    ['a text without its diacritics', 'resume', ['The note']],
    ['several words, wherever each of them is', 'porto address', ['The address', 'The city']],
    ['an item of a list that its summary leaves out', 'item 7', ['The wishes']],
    ['not what is masked', '4242', []],
    ['nothing', 'zebra', []],
  ])('finds %s, folded or not', (_what, query, expected) => {
    renderThemed(<Panel view={view} query={query} />);
    expect(labels()).toEqual(expected);
  });
});

describe('changed values', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const marks = new Set(['/k1', '']);

  it('are marked in words', () => {
    renderThemed(<Panel view={panel(rows(3))} marks={marks} />);
    expect(within(value('k1')).getByText('changed')).toBeInTheDocument();
    expect(screen.getAllByText('changed')).toHaveLength(1);
  });

  it('count as seen once the agent has been at the panel for a while', () => {
    const seen = vi.fn();
    renderThemed(<Panel view={panel(rows(3))} marks={marks} onSeen={seen} />);
    act(() => void vi.advanceTimersByTime(SEEN_AFTER_MS * 3));
    expect(seen).not.toHaveBeenCalled();
    act(() => screen.getByRole('group').focus());
    act(() => void vi.advanceTimersByTime(SEEN_AFTER_MS));
    expect(seen).toHaveBeenCalledWith(['/k1']);
  });

  it('show at the fold of what hides them', () => {
    const hidden = { id: 's', title: 'Technical', collapsed: true, rows: rows(3) };
    renderThemed(<Panel view={panel([], { sections: [hidden], count: 3 })} marks={marks} />);
    expect(screen.getByRole('button', { name: /Technical \(3\)\s*changed/ })).toBeInTheDocument();
  });
});

describe('explanations', () => {
  it('of a label open on demand and close with Escape', async () => {
    const user = userEvent.setup();
    renderThemed(<Panel view={panel([row('intent', 'refund', { description: 'What the bot understood' })])} />);
    await user.click(screen.getByRole('button', { name: 'About The intent' }));
    expect(screen.getByText('What the bot understood')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('What the bot understood')).not.toBeInTheDocument();
  });

  it('say admins why a row is shown', () => {
    renderThemed(<Panel view={panel([row('intent', 'refund', { why: 'Listed in "Order"' })])} />);
    fireEvent.pointerOver(value('intent'));
    fireEvent.click(screen.getByRole('button', { name: 'Why The intent is shown' }));
    expect(screen.getByText('Listed in "Order"')).toBeInTheDocument();
  });
});
