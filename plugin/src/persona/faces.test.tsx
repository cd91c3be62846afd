import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { admin, agent, task } from '../testing/fixtures';
import { openApp } from './testing/app';
import { event, eventsAnswer, NOW, persona, refusal } from './testing/doubles';

type Open = Parameters<typeof openApp>;

describe('faces of traits and events', () => {
  let app: ReturnType<typeof openApp>;
  const settle = async (ms = 0) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  const open = async (...parameters: Open) => {
    app = openApp(...parameters);
    await settle();
  };
  const tab = async (name: RegExp) => {
    fireEvent.click(screen.getByRole('tab', { name }));
    await settle();
  };
  const traits = async (...parameters: Open) => {
    await open(...parameters);
    await tab(/^Traits/);
  };
  const unpublished = (more: Parameters<typeof persona>[0] = {}) => persona({ revision: null, ...more });

  beforeEach(() => void vi.useFakeTimers({ now: NOW }));
  afterEach(() => {
    app.services.clear();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('loading: room for what comes, and a word for screen readers', async () => {
    await traits(() => new Promise(() => undefined));
    expect(screen.getByText('Loading traits').closest('[role=status]')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('tab', { name: 'Traits' })).toBeInTheDocument();
  });

  it('loading: as many lines as the document lists', async () => {
    const fields = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key }));
    await traits(() => new Promise(() => undefined), { version: 1, traits: { sections: [{ fields }] } });
    expect(screen.getByText('Loading traits').parentElement?.querySelectorAll('div')).toHaveLength(7);
  });

  it('ready: traits drawn like context, with their count in the tab', async () => {
    await traits(() => ({ body: unpublished() }));
    expect(screen.getByRole('tab', { name: 'Traits 2' })).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Traits' })).toHaveTextContent('gold');
  });

  it('empty: says that there is nothing to show', async () => {
    await traits(() => ({ body: unpublished({ traits: {} }) }));
    expect(screen.getByText(/nothing to show of what Segment knows/)).toBeInTheDocument();
  });

  it('not known to Segment, which is not the same as nothing to show', async () => {
    await traits(() => ({ body: unpublished({ found: false, traits: {} }) }));
    expect(screen.getByText('Segment does not know this customer.')).toBeInTheDocument();
    expect(screen.queryByText(/SEGMENT_ID_TYPES/)).not.toBeInTheDocument();
  });

  it.each([
    [404, 'no_user_id', 'There is no user id on this task.', /Send to Flex/],
    [403, 'not_your_task', 'You may not see this customer.', undefined],
    [403, 'origin_not_allowed', 'You may not see this customer.', /FLEX_ORIGINS/],
    [503, 'not_configured', 'Segment is not set up.', /SEGMENT_SPACE_ID and SEGMENT_PERSONA_KEY/],
    [502, 'segment_refused', 'Segment refused to say anything about this customer.', /SEGMENT_REGION/],
    [401, 'token_invalid', 'Your Flex session has ended. Log in again.', undefined],
    [404, 'not_found', 'The traits could not be loaded.', /FLEX_APP_FUNCTIONS_BASE/],
  ])(
    '%i %s: one sentence for agents, what to do about it for admins, and no Retry that can’t help',
    async (status, code, sentence, help) => {
      await traits(() => refusal(status, code));
      expect(screen.getByText(sentence)).toBeInTheDocument();
      expect(screen.queryByText(/^Admins:/)).not.toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Retry' })).not.toBeInTheDocument();
      app.services.clear();
      app.unmount();
      await traits(() => refusal(status, code), null, admin);
      if (help !== undefined) expect(screen.getByText(/^Admins:/)).toHaveTextContent(help);
    },
  );

  it('tells admins, and only them, what the service says of its own trouble', async () => {
    const answer = () => refusal(503, 'not_configured', undefined, 'SEGMENT_PERSONA_KEY is not set.');
    await traits(answer);
    expect(screen.queryByText(/SEGMENT_PERSONA_KEY is not set/)).not.toBeInTheDocument();
    app.services.clear();
    app.unmount();
    await traits(answer, null, admin);
    expect(screen.getByText(/SEGMENT_PERSONA_KEY is not set\./)).toHaveTextContent('SEGMENT_SPACE_ID');
  });

  it('rate limited: counts down, silently, and goes on by itself', async () => {
    let limited = true;
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await traits(() => (limited ? refusal(429, 'rate_limited', 12) : { body: unpublished() }));
    expect(screen.getByText('Too many requests: retrying in 12 s').closest('[aria-live=off]')).not.toBeNull();
    await settle(2_000);
    expect(screen.getByText('Too many requests: retrying in 10 s')).toBeInTheDocument();
    limited = false;
    await settle(10_000);
    expect(screen.getByText('gold')).toBeInTheDocument();
    vi.restoreAllMocks();
  });

  it('rate limited with data here: one line above it', async () => {
    let limited = false;
    await traits(() => (limited ? refusal(429, 'rate_limited', 12) : { body: unpublished() }));
    limited = true;
    fireEvent.click(screen.getByRole('button', { name: /Refresh/ }));
    await settle();
    expect(screen.getByText(/retrying in 1\d s/)).toBeInTheDocument();
    expect(screen.getByText('gold')).toBeInTheDocument();
  });

  it('stale: what is here stays, with its time and a Retry', async () => {
    let down = false;
    await traits(() => (down ? refusal(502, 'segment_unavailable') : { body: unpublished() }));
    down = true;
    fireEvent.click(screen.getByRole('button', { name: /Refresh/ }));
    await settle(10_000);
    const notice = screen.getByText(/Shown as of/);
    expect(notice).toHaveTextContent(/Shown as of \d{1,2}:00 [AP]M\. Newer data could not be loaded/);
    const order = notice.compareDocumentPosition(screen.getByText('gold'));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    down = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle();
    expect(screen.queryByText(/Shown as of/)).not.toBeInTheDocument();
  });

  it('offline: says so, with what is here below it, and goes on when the connection is back', async () => {
    await traits(() => ({ body: unpublished() }));
    act(() => void window.dispatchEvent(new Event('offline')));
    fireEvent.click(screen.getByRole('button', { name: /Refresh/ }));
    await settle();
    expect(screen.getByText(/Shown as of/)).toHaveTextContent('You are offline.');
    expect(screen.getByText('gold')).toBeInTheDocument();
    app.show(task({}, { sid: 'WR2', taskSid: 'WT2', attributes: { userId: 'u-2' } }));
    await settle();
    expect(screen.getByText('You are offline. The traits will be loaded once you are connected again.')).toBeVisible();
    expect(screen.queryByText('gold')).not.toBeInTheDocument();
    act(() => void window.dispatchEvent(new Event('online')));
    await settle();
    expect(screen.getByText('gold')).toBeInTheDocument();
  });

  it('down: a Retry that helps once Segment is back', async () => {
    let down = true;
    await traits(() => (down ? refusal(502, 'segment_unavailable') : { body: unpublished() }));
    await settle(10_000);
    expect(screen.getByText('The traits could not be loaded.')).toBeInTheDocument();
    down = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle();
    expect(screen.getByText('gold')).toBeInTheDocument();
  });

  it('partial: traits are here, events are not, and only those are asked for again', async () => {
    let down = true;
    await open(({ include }) =>
      include === 'traits'
        ? { body: unpublished() }
        : down
          ? refusal(502, 'segment_unavailable')
          : { body: eventsAnswer([event('m1', 'Order Refunded', '2026-11-23T14:02:00Z')], null, { revision: null }) },
    );
    await tab(/^Events/);
    await settle(10_000);
    expect(screen.getByText('The traits are here, the events could not be loaded.')).toBeInTheDocument();
    const before = app.asked.filter(({ include }) => include === 'traits').length;
    down = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle();
    expect(screen.getByRole('group', { name: 'Events' })).toHaveTextContent('Order Refunded');
    expect(app.asked.filter(({ include }) => include === 'traits')).toHaveLength(before);
  });

  it('partial: a part that the answer says is missing is a failure of that part', async () => {
    const partial = { events: { code: 'segment_unavailable', message: 'x' } };
    await open(({ include }) => ({
      body: include === 'traits' ? unpublished() : unpublished({ traits: null, partial }),
    }));
    await tab(/^Events/);
    await settle(10_000);
    expect(screen.getByText('The traits are here, the events could not be loaded.')).toBeInTheDocument();
  });

  it('a document that can’t be used here: what the service sends is shown by what it is', async () => {
    await traits(() => ({ body: persona({ revision: 2 }) }), { version: 99 });
    expect(screen.getByRole('group', { name: 'Traits' })).toHaveTextContent('gold');
  });

  it('never shows another task’s traits, not even for one frame', async () => {
    await traits(({ taskSid }) => ({ body: unpublished({ traits: { name: taskSid === 'WT1' ? 'Ana' : 'Ben' } }) }));
    expect(screen.getByText('Ana')).toBeInTheDocument();
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(app.container.textContent));
    observer.observe(app.container, { childList: true, subtree: true, characterData: true });
    app.show(task({}, { sid: 'WR2', taskSid: 'WT2', attributes: { userId: 'u-2' } }));
    expect(app.container.textContent).not.toContain('Ana');
    await settle();
    observer.disconnect();
    expect(screen.getByText('Ben')).toBeInTheDocument();
    expect(seen.filter((text) => text.includes('Ana'))).toEqual([]);
  });

  it('forgets the customer when the task ends, even while Flex still draws it', async () => {
    await traits(() => ({ body: unpublished() }));
    app.services.forgetTask('WR1');
    app.show({ ...app.task });
    await settle();
    expect(app.container.textContent).not.toContain('gold');
  });

  describe('the age of data', () => {
    it('stands beside the tabs and grows', async () => {
      await traits(() => ({ body: unpublished() }));
      expect(screen.getByRole('button', { name: /Refresh. Loaded this minute/ })).toHaveTextContent('now');
      await settle(2 * 60_000 + 1000);
      expect(screen.getByRole('button', { name: /Refresh. Loaded 2 minutes ago/ })).toHaveTextContent('2m');
    });
  });

  describe('with a display schema', () => {
    const document = {
      version: 1,
      highlights: [{ source: 'traits', key: 'plan', format: 'badge' }],
      traits: {
        sections: [
          { title: 'Customer', fields: [{ key: 'first_name' }, { key: 'card', mask: { reveal: ['agent'] } }] },
        ],
      },
      layouts: [
        {
          name: 'VIP',
          when: { fact: 'traits:/plan', op: 'eq', value: 'vip' },
          traits: { title: 'VIPs', sections: [{ title: 'Be kind', fields: [{ key: 'first_name' }] }] },
        },
      ],
    };
    const masked = { '/card': '•••• 4242' };

    it('shows traits above the tabs', async () => {
      await open(() => ({ body: persona() }), document);
      expect(screen.getByLabelText('Highlights')).toHaveTextContent('gold');
    });

    it('follows the layout that the service chose', async () => {
      await traits(() => ({ body: persona({ layout: 'VIP' }) }), document);
      expect(screen.getByText('Be kind')).toBeInTheDocument();
    });

    it('reveals a masked trait with a request of its own, and hides it after 30 seconds', async () => {
      await traits(
        ({ reveal }) =>
          reveal === undefined
            ? { body: persona({ masked }) }
            : { body: { revision: 3, pointer: reveal, value: '4929123456784242' } },
        document,
        agent(),
      );
      fireEvent.click(screen.getByRole('button', { name: 'Reveal Card' }));
      await settle();
      expect(app.asked.at(-1)).toEqual({ Token: 'token', taskSid: 'WT1', reveal: '/card' });
      expect(screen.getByText('4929123456784242')).toBeInTheDocument();
      await settle(29_000);
      expect(screen.getByText('4929123456784242')).toBeInTheDocument();
      await settle(1_500);
      expect(screen.queryByText('4929123456784242')).not.toBeInTheDocument();
    });

    it('hides what was revealed on a task switch', async () => {
      await traits(
        ({ reveal }) =>
          reveal === undefined
            ? { body: persona({ masked }) }
            : { body: { revision: 3, pointer: reveal, value: '4929123456784242' } },
        document,
      );
      fireEvent.click(screen.getByRole('button', { name: 'Reveal Card' }));
      await settle();
      app.show(task({}, { sid: 'WR2', taskSid: 'WT2', attributes: { userId: 'u-2' } }));
      app.show(app.task);
      await settle();
      expect(screen.queryByText('4929123456784242')).not.toBeInTheDocument();
    });

    it('says so when a value may not be revealed', async () => {
      await traits(
        ({ reveal }) => (reveal === undefined ? { body: persona({ masked }) } : refusal(403, 'reveal_not_allowed')),
        document,
      );
      fireEvent.click(screen.getByRole('button', { name: 'Reveal Card' }));
      await settle();
      expect(screen.getByRole('alert')).toHaveTextContent('Could not be revealed');
    });

    it('marks what changed since the agent last looked', async () => {
      let first = 'Ana';
      await traits(() => ({ body: persona({ traits: { first_name: first, plan: 'gold' } }) }), document);
      first = 'Ana Maria';
      fireEvent.click(screen.getByRole('button', { name: /Refresh/ }));
      await settle();
      expect(screen.getByText('1 value changed')).toBeInTheDocument();
      fireEvent.click(screen.getByRole('button', { name: 'Mark as seen' }));
      expect(screen.queryByText('changed')).not.toBeInTheDocument();
    });
  });
});
