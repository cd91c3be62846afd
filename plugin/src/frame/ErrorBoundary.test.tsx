import React from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary';

let broken = true;
function Part(): React.ReactElement {
  if (broken) throw new TypeError('Cannot read ana@example.com');
  return <p>Fine again</p>;
}

describe('error boundary', () => {
  const silence = (event: ErrorEvent): void => event.preventDefault();
  beforeEach(() => {
    broken = true;
    window.addEventListener('error', silence);
  });
  afterEach(() => {
    window.removeEventListener('error', silence);
    vi.restoreAllMocks();
  });

  it('shows a message instead of blanking Flex, and draws again on Retry', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    render(
      <ErrorBoundary resetKey="WR1">
        <Part />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('could not be shown');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.getByText('Fine again')).toBeInTheDocument();
  });

  it('forgets a crash when another task is on the screen', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { rerender } = render(
      <ErrorBoundary resetKey="WR1">
        <Part />
      </ErrorBoundary>,
    );
    broken = false;
    rerender(
      <ErrorBoundary resetKey="WR2">
        <Part />
      </ErrorBoundary>,
    );
    expect(screen.getByText('Fine again')).toBeInTheDocument();
  });

  it('logs the name of the error but nothing that it quotes', () => {
    const lines: unknown[][] = [];
    vi.spyOn(console, 'error').mockImplementation((...line: unknown[]) => void lines.push(line));
    render(
      <ErrorBoundary resetKey="WR1">
        <Part />
      </ErrorBoundary>,
    );
    const ours = lines.filter(([first]) => String(first).startsWith('[customer-context]'));
    expect(ours).toEqual([['[customer-context] A part could not be drawn: TypeError']]);
  });
});
