import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openApp } from '../persona/testing/app';
import { persona, refusal } from '../persona/testing/doubles';
import { agent, task } from '../testing/fixtures';

const document = {
  version: 1,
  highlights: [{ source: 'traits', key: 'site' }],
  traits: {
    sections: [
      {
        fields: [
          { key: 'first_name' },
          { key: 'site', format: 'link' },
          { key: 'card', label: 'Card', mask: { reveal: ['agent'] } },
        ],
      },
    ],
  },
};
const CANARY = 'canary-4242';
const customer = persona({
  traits: { first_name: 'Ana', site: `https://shop.example/${CANARY}` },
  masked: { '/card': '•••• 4242' },
});

interface Told {
  event: string;
  properties: Record<string, unknown>;
}

function open(answer: Parameters<typeof openApp>[0] = () => ({ body: customer }), tells = true) {
  const told: Told[] = [];
  const app = openApp(
    (parameters, path) => {
      if (!path.endsWith('/track-events')) return answer(parameters, path);
      told.push(...(JSON.parse(parameters['events'] ?? '[]') as Told[]));
      return { body: { accepted: 1 } };
    },
    document,
    agent(),
    {},
    tells,
  );
  return { ...app, told };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what the plugin tells of its use', () => {
  it('is, once per reservation, when the customer was on the screen', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { services, told, task: first, show } = open();
    services.shownTimes.reserved(first.sid);
    await screen.findByRole('tab', { name: /^Traits/ });
    await vi.advanceTimersByTimeAsync(500);
    show(task({ a: 1 }, { sid: 'WR2', taskSid: 'WT2' }));
    await vi.advanceTimersByTimeAsync(500);
    show(first);
    await vi.advanceTimersByTimeAsync(30_000);
    const shown = told.filter(({ event }) => event === 'Customer Context Shown');
    expect(shown.map(({ properties }) => properties)).toEqual([
      {
        revision: 3,
        layout: null,
        contextFacts: 1,
        traitFacts: 3,
        traits: 'shown',
        sinceReservation: expect.any(Number) as number,
        sinceOpened: expect.any(Number) as number,
      },
      expect.objectContaining({ sinceReservation: null, contextFacts: 1 }),
    ]);
  });

  it('is also that traits did not come', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { told } = open(() => refusal(403, 'not_your_task'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told).toEqual([
      expect.objectContaining({ properties: expect.objectContaining({ traits: 'failed', traitFacts: 0 }) as object }),
    ]);
  });

  it('is which kind of link was followed and where, never where to', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { told, container } = open();
    fireEvent.click(await screen.findByRole('tab', { name: /^Traits/ }));
    await waitFor(() => expect(container.querySelectorAll('a[href]')).toHaveLength(2));
    const [inHighlights, inTraits] = [...container.querySelectorAll('a[href]')] as [Element, Element];
    fireEvent.click(inHighlights);
    fireEvent(inTraits, new MouseEvent('auxclick', { bubbles: true, button: 1 }));
    fireEvent(inTraits, new MouseEvent('auxclick', { bubbles: true, button: 2 }));
    fireEvent.click(screen.getByRole('tab', { name: /^Context/ }));
    await vi.advanceTimersByTimeAsync(30_000);
    const opened = told.filter(({ event }) => event === 'Link Opened');
    expect(opened.map(({ properties }) => properties)).toEqual([
      { place: 'highlights', scheme: 'https' },
      { place: 'traits', scheme: 'https' },
    ]);
    expect(JSON.stringify(told)).not.toContain(CANARY);
  });

  it('is that somebody looked behind a mask, not behind which, and only when there was something to see', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let allowed = false;
    const { told } = open((parameters) => {
      if (parameters['reveal'] === undefined) return { body: customer };
      if (!allowed) return refusal(403, 'reveal_not_allowed');
      return { body: { revision: 3, pointer: '/card', value: CANARY } };
    });
    fireEvent.click(await screen.findByRole('tab', { name: /^Traits/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Reveal Card' }));
    await screen.findByRole('alert');
    allowed = true;
    fireEvent.click(screen.getByRole('button', { name: 'Reveal Card' }));
    await screen.findByText(CANARY);
    await vi.advanceTimersByTimeAsync(30_000);
    const revealed = told.filter(({ event }) => event === 'Masked Value Revealed');
    expect(revealed.map(({ properties }) => properties)).toEqual([{ source: 'traits', revision: 3 }]);
    expect(JSON.stringify(told)).not.toMatch(/canary|card/);
  });

  it('is nothing where the operator has not turned it on', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { told } = open(undefined, false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
  });
});
