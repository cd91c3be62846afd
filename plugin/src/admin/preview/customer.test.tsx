import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { expect, it } from 'vitest';
import type { Post } from '../../service/post';
import { useCustomer } from './customer';

/** An answer of fetch-persona for a preview, as the contract has it. */
const ANSWER = {
  found: true,
  traits: { name: 'Ana Duarte' },
  masked: {},
  events: null,
  partial: {},
  layout: null,
  truths: {},
  revision: null,
  fetchedAt: '2026-11-23T14:30:00.000Z',
};

const post: Post = () => Promise.resolve(ANSWER);

function Beside({ context }: { context: string }): React.ReactElement {
  const { found, ask } = useCustomer(post, context);
  return (
    <button type="button" onClick={() => ask({ taskSid: 'WT1' })}>
      {found.is === 'here' ? JSON.stringify(found.sample.traits) : found.is}
    </button>
  );
}

it('never shows one customer’s traits beside another’s context, whatever changed the context', async () => {
  const { rerender } = render(<Beside context="task:WR1 WR1" />);
  await act(async () => {
    screen.getByRole('button').click();
    await Promise.resolve();
  });
  expect(screen.getByRole('button')).toHaveTextContent('Ana Duarte');
  // The task ended, and an example took its place: nobody chose anything.
  rerender(<Beside context="task:WR1 example" />);
  expect(screen.getByRole('button')).toHaveTextContent('none');
});

it('drops an answer that arrives after the context has changed', async () => {
  const { rerender } = render(<Beside context="task:WR1 WR1" />);
  act(() => screen.getByRole('button').click());
  rerender(<Beside context="task:WR2 WR2" />);
  await act(() => Promise.resolve());
  expect(screen.getByRole('button')).toHaveTextContent('none');
});
