import React from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../display/index';
import type { Json } from '../../display/json';
import { App } from './App';
import type { Agent } from './flex/agent';
import type { SchemaState } from './schema/schemaStore';
import { createServices, type Services } from './services';
import { admin, agent, renderThemed, task } from './testing/fixtures';

const generic = (): Services => createServices({ functionsBase: undefined }, () => 'token');

/** Services as if this document were published. */
function publishing(document: Json, more: Partial<SchemaState> = {}): Services {
  const state: SchemaState = {
    compiled: compile(document),
    revision: 3,
    pending: false,
    unusable: false,
    failure: undefined,
    ...more,
  };
  const services = generic();
  return { ...services, schema: { ...services.schema, get: () => state } };
}

const app = (services: Services, context: Json | undefined, who: Agent = agent(), sid = 'WR1') => (
  <App services={services} task={task(context, { sid })} agent={who} />
);

describe('the context of a task', () => {
  it.each([
    ['an object', { intent: 'refund' }, 'refund'],
    ['the JSON text of an object', '{"intent": "refund"}', 'refund'],
    ['any other text', 'call me back', 'call me back'],
    ['broken JSON', '{"intent": ', '{"intent":'],
    ['a number', 42, '42'],
    ['a list', ['gold', 'silver'], 'gold'],
  ])('is shown when it is %s', (_what, context, text) => {
    renderThemed(app(generic(), context));
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('tells the agent when nothing was passed, and an admin also how to pass it', () => {
    const { rerender } = renderThemed(app(generic(), undefined));
    expect(screen.getByText('No context was passed with this task.')).toBeInTheDocument();
    expect(screen.queryByText(/Send to Flex/)).not.toBeInTheDocument();
    rerender(app(generic(), undefined, admin));
    expect(screen.getByText(/Send to Flex/)).toBeInTheDocument();
  });

  it('tells nothing passed from an empty context', () => {
    renderThemed(app(generic(), {}));
    expect(screen.getByText(/is empty/)).toBeInTheDocument();
  });

  it('asks for a task when none is selected', () => {
    renderThemed(<App services={generic()} task={undefined} agent={agent()} />);
    expect(screen.getByText(/Select a task/)).toBeInTheDocument();
  });

  it('is never shown for another task, not even for one frame', () => {
    const services = generic();
    const seen: string[] = [];
    const { rerender, container } = renderThemed(app(services, { name: 'Ana' }));
    const observer = new MutationObserver(() => seen.push(container.textContent));
    observer.observe(container, { childList: true, subtree: true, characterData: true });
    rerender(app(services, { name: 'Ben' }, agent(), 'WR2'));
    expect(container.textContent).toContain('Ben');
    expect(container.textContent).not.toContain('Ana');
    observer.disconnect();
    expect(seen.filter((text) => text.includes('Ana'))).toEqual([]);
  });

  it('follows the attributes and marks what changed until the agent says it is seen', () => {
    const services = generic();
    const { rerender } = renderThemed(app(services, { intent: 'refund', step: 1 }));
    rerender(app(services, { intent: 'refund', step: 2 }));
    expect(screen.getByText('2').closest('dd')).toHaveTextContent('2changed');
    expect(screen.getByText('1 value changed')).toHaveAttribute('role', 'status');
    fireEvent.click(screen.getByRole('button', { name: 'Mark as seen' }));
    expect(screen.queryByText('changed')).not.toBeInTheDocument();
  });

  it('says nothing of a change that has no row', () => {
    const services = publishing({ version: 1, context: { hidden: ['debug*'] } });
    const { rerender } = renderThemed(app(services, { intent: 'refund', debugStep: 1 }));
    rerender(app(services, { intent: 'refund', debugStep: 2 }));
    expect(screen.queryByText(/changed/)).not.toBeInTheDocument();
    rerender(app(services, { intent: 'exchange', debugStep: 3 }));
    expect(screen.getByText('1 value changed')).toBeInTheDocument();
  });

  it('keeps marks of a task while another one is on the screen', () => {
    const services = generic();
    const { rerender } = renderThemed(app(services, { step: 1 }));
    rerender(app(services, { step: 2 }));
    rerender(app(services, { step: 7 }, agent(), 'WR2'));
    expect(screen.queryByText('changed')).not.toBeInTheDocument();
    rerender(app(services, { step: 2 }));
    expect(screen.getByText('changed')).toBeInTheDocument();
  });
});

describe('search', () => {
  it('opens with /, counts aloud, clears with Escape and closes with another', async () => {
    const user = userEvent.setup();
    renderThemed(app(generic(), { orderTotal: 128.4, intent: 'refund', note: 'total' }));
    screen.getByRole('group', { name: 'Context' }).focus();
    await user.keyboard('/');
    const input = await screen.findByRole('textbox', { name: 'Search names and values' });
    await vi.waitFor(() => expect(input).toHaveFocus());
    await user.keyboard('total');
    expect(screen.getByText('2 of 3 facts')).toHaveAttribute('role', 'status');
    expect(screen.queryByText('refund')).not.toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(input).toHaveValue('');
    expect(screen.getByText('refund')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('types a slash like any other letter', async () => {
    const user = userEvent.setup();
    renderThemed(app(generic(), { path: 'a/b' }));
    await user.click(screen.getByRole('button', { name: 'Search names and values' }));
    await user.type(screen.getByRole('textbox'), 'a/b');
    expect(screen.getByRole('textbox')).toHaveValue('a/b');
  });
});

describe('with a display schema', () => {
  const document: Json = {
    version: 1,
    highlights: [
      { source: 'context', key: 'name' },
      { source: 'context', key: 'absent' },
    ],
    context: {
      sections: [
        {
          title: 'Why they are here',
          fields: [
            { key: 'intent', label: 'Reason' },
            { key: 'card', mask: { reveal: ['supervisor'] } },
          ],
        },
      ],
      rest: 'hide',
    },
    layouts: [
      {
        name: 'Short',
        when: { fact: 'context:/intent', op: 'eq', value: 'other' },
        context: { sections: [{ fields: [{ key: 'intent' }] }] },
      },
    ],
  };
  const context = { name: 'Ana Duarte', intent: 'refund', card: '4929123456784242', debug: 'x' };

  it('shows highlights above the tabs and leaves out what has no value', () => {
    renderThemed(app(publishing(document), context));
    const highlights = screen.getByLabelText('Highlights');
    expect(highlights).toHaveTextContent('NameAna Duarte');
    expect(highlights.querySelectorAll('dt')).toHaveLength(1);
    const order = highlights.compareDocumentPosition(screen.getByRole('tablist'));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('draws the document’s sections and labels, and nothing that it hides', () => {
    const { container } = renderThemed(app(publishing(document), context));
    expect(screen.getByRole('button', { name: 'Why they are here' })).toBeInTheDocument();
    expect(screen.getByText('Reason')).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/debug|4929123456784242/);
  });

  it('takes a revealed value away as soon as the task holds another one', async () => {
    const services = publishing(document);
    const supervisor = agent({ roles: ['supervisor'] });
    const { rerender } = renderThemed(app(services, context, supervisor));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Reveal Card' })));
    rerender(app(services, { ...context, name: 'Ana' }, supervisor));
    expect(screen.getByText('4929123456784242')).toBeInTheDocument();
    rerender(app(services, { ...context, card: '5500000000004242' }, supervisor));
    expect(screen.queryByText('4929123456784242')).not.toBeInTheDocument();
  });

  it('reveals a masked value to the roles that may see it, and forgets it on a task switch', async () => {
    const services = publishing(document);
    const supervisor = agent({ roles: ['supervisor'] });
    const { rerender } = renderThemed(app(services, context, supervisor));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Reveal Card' })));
    expect(screen.getByText('4929123456784242')).toBeInTheDocument();
    rerender(app(services, { ...context, card: '5500000000005678' }, supervisor, 'WR2'));
    rerender(app(services, context, supervisor));
    expect(screen.queryByText('4929123456784242')).not.toBeInTheDocument();
    rerender(app(services, context, agent(), 'WR3'));
    expect(screen.queryByRole('button', { name: 'Reveal Card' })).not.toBeInTheDocument();
  });

  it('keeps focus and tab when the layout changes', () => {
    const services = publishing(document);
    const { rerender } = renderThemed(app(services, context));
    const tab = screen.getByRole('tab', { name: 'Context' });
    tab.focus();
    rerender(app(services, { ...context, intent: 'other' }));
    expect(screen.queryByText('Why they are here')).not.toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Context' })).toBe(tab);
    expect(tab).toHaveFocus();
  });

  it('waits for the first answer without flashing what it may hide', () => {
    renderThemed(app(publishing({ version: 99 }, { pending: true }), context));
    expect(screen.getByText('Loading')).toBeInTheDocument();
    expect(screen.queryByText('4929123456784242')).not.toBeInTheDocument();
  });

  it('shows the context by what it is when the document can’t be used, and says so to admins alone', () => {
    const broken = () => publishing({ version: 99 }, { unusable: true });
    const { rerender } = renderThemed(app(broken(), context));
    expect(screen.getByText('4929123456784242')).toBeInTheDocument();
    expect(screen.queryByText(/has errors/)).not.toBeInTheDocument();
    rerender(app(broken(), context, admin));
    expect(screen.getByText(/Display schema r3 has errors/)).toBeInTheDocument();
  });

  it('tells admins why each row is there, and agents nothing of it', () => {
    const { rerender } = renderThemed(app(publishing(document), context));
    fireEvent.pointerOver(screen.getByText('refund'));
    expect(screen.queryByRole('button', { name: 'Why Reason is shown' })).not.toBeInTheDocument();
    rerender(app(publishing(document), context, admin));
    fireEvent.pointerOver(screen.getByText('refund'));
    expect(screen.getByRole('button', { name: 'Why Reason is shown' })).toBeInTheDocument();
  });
});

describe('relative times', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  it('tick without drawing the other rows again', () => {
    const document: Json = { version: 1, context: { sections: [{ fields: [{ key: 'at', format: 'relative' }] }] } };
    renderThemed(app(publishing(document), { at: '2026-11-23T11:55:00Z', other: 'same' }));
    const before = screen.getByText('same');
    const time = window.document.querySelector('time')!;
    const first = time.textContent;
    act(() => void vi.advanceTimersByTime(10 * 60_000));
    expect(window.document.querySelector('time')!.textContent).not.toBe(first);
    expect(screen.getByText('same')).toBe(before);
  });
});
