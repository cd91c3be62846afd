import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { admin } from '../testing/fixtures';
import { openApp } from '../persona/testing/app';
import { event, eventsAnswer, NOW, persona, type SentEvent } from '../persona/testing/doubles';

const document = {
  version: 1,
  events: {
    rules: [
      {
        name: 'Order Refunded',
        label: 'Refunded',
        icon: 'refund',
        tone: 'warning',
        primary: { key: 'amount', format: 'currency', currency: 'EUR' },
        secondary: [{ key: 'order_id', label: 'Order' }],
        link: 'https://shop.example.com/orders/{event:/order_id}',
      },
      { name: 'Page Viewed', primary: { key: 'path' } },
    ],
  },
};

const refund = event('m1', 'Order Refunded', '2026-11-23T14:02:00Z', { amount: 128.4, order_id: 'A-1093' });
const views = ['13:58', '13:57', '13:56'].map((time, index) =>
  event(`v${index}`, 'Page Viewed', `2026-11-23T${time}:00Z`, { path: `/returns/${index}` }),
);
const opened = event('m2', 'Email Opened', '2026-11-22T14:20:00Z');

describe('events tab', () => {
  let app: ReturnType<typeof openApp>;
  const settle = async (ms = 0) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  const open = async (
    items: SentEvent[],
    cursor: string | null = null,
    who = undefined as typeof admin | undefined,
  ) => {
    app = openApp(
      (parameters) => {
        if (parameters['cursor'] !== undefined) {
          const page = { items: [event('old', 'Signed Up', '2026-11-12T10:00:00Z')], cursor: null };
          return { body: { revision: 3, layout: null, events: page, fetchedAt: new Date(NOW).toISOString() } };
        }
        return { body: parameters['include'] === 'events' ? eventsAnswer(items, cursor) : persona() };
      },
      document,
      who,
    );
    await settle();
    fireEvent.click(screen.getByRole('tab', { name: /^Events/ }));
    await settle();
  };
  const items = () => within(screen.getByRole('group', { name: 'Events' })).getAllByRole('listitem');

  beforeEach(() => void vi.useFakeTimers({ now: NOW }));
  afterEach(() => {
    app.services.clear();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('groups events by day under headings, newest first', async () => {
    await open([opened, refund]);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Yesterday',
    ]);
    expect(screen.getByRole('tab', { name: 'Events 2' })).toBeInTheDocument();
  });

  it('shows label, properties, exact and relative time, and a link that says where it leads', async () => {
    await open([refund]);
    const row = screen.getByText('Refunded', { ignore: 'option' }).closest('li')!;
    expect(row).toHaveTextContent('€128.40');
    expect(row).toHaveTextContent('Order A-1093');
    expect(row).toHaveTextContent('58 min. ago');
    expect(row.querySelector('time')).toHaveAttribute('datetime', '2026-11-23T14:02:00.000Z');
    expect(row.querySelector('time')!.title).toMatch(/November 23, 2026/);
    const link = within(row).getByRole('link', { name: /Refunded: open at shop.example.com/ });
    expect(link).toHaveAttribute('href', 'https://shop.example.com/orders/A-1093');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('keeps relative times true', async () => {
    await open([refund]);
    await settle(3 * 60_000);
    expect(screen.getByText('1 hr. ago')).toBeInTheDocument();
  });

  it('collapses repeats and opens them in place', async () => {
    await open(views);
    expect(items().filter((item) => item.className === 'cc-event-item')).toHaveLength(1);
    const button = screen.getByRole('button', { name: 'Page Viewed, 3 times: show each' });
    expect(button).toHaveTextContent('×3');
    expect(button).toHaveAttribute('aria-expanded', 'false');
    fireEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('/returns/2')).toBeInTheDocument();
    fireEvent.click(button);
    expect(screen.queryByText('/returns/2')).not.toBeInTheDocument();
  });

  it('filters by event and by text, and says how many of how many', async () => {
    await open([refund, ...views, opened]);
    const summary = screen.getByText(/Last 14 days/);
    expect(summary).toHaveTextContent('Last 14 days · 5 events');
    expect(summary).toHaveAttribute('role', 'status');
    fireEvent.change(screen.getByLabelText('Which events'), { target: { value: 'one:Page Viewed' } });
    expect(summary).toHaveTextContent('Last 14 days · 3 of 5');
    fireEvent.change(screen.getByLabelText('Filter events by text'), { target: { value: 'returns/2' } });
    expect(summary).toHaveTextContent('Last 14 days · 1 of 5');
    fireEvent.change(screen.getByLabelText('Filter events by text'), { target: { value: 'nowhere' } });
    expect(screen.getByText('No event here matches.')).toBeInTheDocument();
    fireEvent.keyDown(screen.getByLabelText('Filter events by text'), { key: 'Escape' });
    expect(summary).toHaveTextContent('Last 14 days · 3 of 5');
  });

  it('leads "/" and the search button to its own filter', async () => {
    await open([refund]);
    fireEvent.keyDown(screen.getByRole('group', { name: 'Events' }), { key: '/' });
    expect(screen.getByLabelText('Filter events by text')).toHaveFocus();
    screen.getByRole('tab', { name: /^Events/ }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Search names and values' }));
    expect(screen.getByLabelText('Filter events by text')).toHaveFocus();
  });

  it('shows older events on demand, and no button when there are none', async () => {
    await open([refund], 'c1');
    expect(screen.getByText('Last 14 days · newest 1')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await settle();
    expect(app.asked.at(-1)).toMatchObject({ taskSid: 'WT1', cursor: 'c1' });
    expect(screen.getByText('Signed Up', { ignore: 'option' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('moves between events with arrow keys, Home and End', async () => {
    await open([refund, opened]);
    const timeline = screen.getByRole('group', { name: 'Events' });
    const key = (name: string) => fireEvent.keyDown(window.document.activeElement!, { key: name });
    timeline.focus();
    key('ArrowDown');
    expect(window.document.activeElement).toHaveTextContent('Refunded');
    key('ArrowDown');
    expect(window.document.activeElement).toHaveTextContent('Email Opened');
    key('Home');
    expect(window.document.activeElement).toHaveTextContent('Refunded');
    key('End');
    expect(window.document.activeElement).toHaveTextContent('Email Opened');
  });

  it('says that there were no events, and admins also why that may be', async () => {
    await open([]);
    expect(screen.getByText('No events in the last 14 days.')).toBeInTheDocument();
    expect(screen.queryByText(/^Admins/)).not.toBeInTheDocument();
    app.services.clear();
    app.unmount();
    await open([], null, admin);
    expect(screen.getByText(/^Admins/)).toBeInTheDocument();
  });

  it('offers more when a page held nothing that is shown', async () => {
    await open([], 'c1');
    expect(screen.getByRole('button', { name: 'Show more' })).toBeInTheDocument();
  });
});
