import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openApp } from '../persona/testing/app';
import { persona, refusal } from '../persona/testing/doubles';

const document = {
  version: 1,
  highlights: [
    { source: 'traits', key: 'name' },
    { source: 'context', key: 'intent' },
    { source: 'traits', key: 'plan' },
    { source: 'traits', key: 'vip', when: { fact: 'traits/vip', op: 'eq', value: true } },
  ],
  traits: { rest: 'show' },
};
const labels = (container: HTMLElement) =>
  [...container.querySelectorAll('.cc-highlights > div')].map((one) => one.querySelector('dt')?.textContent ?? null);

afterEach(() => vi.unstubAllGlobals());

describe('highlights of traits that are on their way', () => {
  it('have their room, in their order, until they come', async () => {
    let come: () => void = () => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    const { container } = openApp(async () => {
      await coming;
      return { body: persona({ traits: { name: 'Ana', plan: 'gold' } }) };
    }, document);
    await waitFor(() => expect(labels(container)).toEqual(['', 'Intent', '']));
    expect(container.querySelector('.cc-highlights > .cc-room')).toHaveAttribute('aria-hidden', 'true');
    come();
    await waitFor(() => expect(labels(container)).toEqual(['Name', 'Intent', 'Plan']));
  });

  it('keep no room once it is known that they do not come', async () => {
    const { container } = openApp(() => refusal(403, 'not_your_task'), document);
    await screen.findAllByText('Intent');
    await waitFor(() => expect(labels(container)).toEqual(['Intent']));
  });
});
