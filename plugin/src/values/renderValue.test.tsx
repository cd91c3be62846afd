import React from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DisplayValue } from '../../../display/value';
import { renderThemed } from '../testing/fixtures';
import { REVEALED_FOR_MS } from './Masked';
import { renderValue } from './renderValue';
import { RevealContext, type Reveal } from './reveal';

const place = { id: '/a', label: 'The label', rows: () => 'rows' };
const Shown = ({ value }: { value: DisplayValue }): React.ReactElement => <>{renderValue(value, place)}</>;
const show = (value: DisplayValue) => renderThemed(<Shown value={value} />);

describe('links', () => {
  it('open in a new tab that learns nothing of Flex, and say where they lead', () => {
    show({ kind: 'text', text: 'A-1093', href: 'https://shop.example/orders/1', host: 'shop.example' });
    const link = screen.getByRole('link');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByText('shop.example')).toBeInTheDocument();
  });

  it('do not repeat a host that the text itself begins with, but show one that it only resembles', () => {
    const { unmount } = show({
      kind: 'link',
      text: 'https://shop.example/1',
      href: 'https://shop.example/1',
      host: 'shop.example',
    });
    expect(screen.queryByText('shop.example')).not.toBeInTheDocument();
    unmount();
    show({
      kind: 'link',
      text: 'https://shop.example.evil.example',
      href: 'https://evil.example/',
      host: 'evil.example',
    });
    expect(screen.getByText('evil.example')).toBeInTheDocument();
  });

  it('call and write without a new tab', () => {
    show({ kind: 'link', text: '+351 912 345 678', href: 'tel:+351912345678' });
    expect(screen.getByRole('link')).not.toHaveAttribute('target');
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    ' https://x.example',
    '//x.example',
    'vbscript:x',
  ])('are plain text for %s', (href) => {
    show({ kind: 'link', text: 'click me', href });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByText('click me')).toBeInTheDocument();
  });
});

describe('each kind of value', () => {
  const cases: [string, DisplayValue, string][] = [
    ['text', { kind: 'text', text: 'refund' }, 'refund'],
    ['a number', { kind: 'number', text: '1,234.5' }, '1,234.5'],
    ['a boolean', { kind: 'boolean', text: 'Yes', value: true }, 'Yes'],
    ['a badge', { kind: 'badge', text: 'Gold', tone: 'warning', icon: 'star' }, 'Gold'],
    ['a badge with a drawing of our own', { kind: 'badge', text: 'Refund', tone: 'info', icon: 'refund' }, 'Refund'],
    [
      'a time with its exact time',
      { kind: 'time', text: '3 days ago', iso: '2026-11-20', exact: '20 Nov' },
      '3 days ago20 Nov',
    ],
    [
      'a number with a tone and a hint',
      { kind: 'number', text: '5', tone: 'error', hint: 'Expected a date' },
      '5Expected a date',
    ],
    ['tags', { kind: 'tags', text: 'a, b', items: [{ text: 'a' }, { text: 'b' }], more: 2 }, 'ab2 more'],
    ['a rating, in words too', { kind: 'rating', text: '3 of 5', value: 3, max: 5 }, '★★★☆☆3 of 5'],
    [
      'a list',
      {
        kind: 'list',
        text: 'x, y',
        items: [
          { kind: 'text', text: 'x' },
          { kind: 'number', text: '1' },
        ],
        more: 1,
      },
      'x11 more',
    ],
    [
      'a table',
      {
        kind: 'table',
        text: '',
        columns: [{ key: 'sku', label: 'Sku' }],
        rows: [[{ kind: 'text', text: 'AB-1' }]],
        more: 0,
      },
      'SkuAB-1',
    ],
    ['a group', { kind: 'group', text: '', rows: [], more: 0, folded: false }, 'rows'],
    ['JSON', { kind: 'json', text: '{"a": 1}' }, '{"a": 1}'],
    ['null', { kind: 'empty', of: 'null', text: 'null' }, 'null'],
    ['a missing value', { kind: 'missing', text: '—' }, '—'],
    ['a masked value that may not be revealed', { kind: 'masked', text: '•••• 4242', reveal: false }, '•••• 4242'],
  ];

  it.each(cases)('is drawn: %s', (_name, value, expected) => {
    const { container } = show(value);
    expect(container.textContent).toBe(expected);
  });

  it('folds long text and long JSON behind "more"', () => {
    show({ kind: 'json', text: '{\n1\n2\n3\n4\n}' });
    const button = screen.getByRole('button', { name: 'more' });
    fireEvent.click(button);
    expect(screen.getByRole('button', { name: 'less' })).toHaveAttribute('aria-expanded', 'true');
  });

  it('keeps room for an image and falls back to its text', () => {
    show({ kind: 'image', text: 'Ana', src: 'https://img.example/a.png', host: 'img.example', width: 64, height: 48 });
    const image = screen.getByRole('img', { name: 'Ana' });
    expect(image).toHaveAttribute('width', '64');
    expect(image).toHaveAttribute('referrerpolicy', 'no-referrer');
    fireEvent.error(image);
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByText(/Ana/)).toBeInTheDocument();
  });

  it('never loads an image that is not https', () => {
    show({ kind: 'image', text: 'Ana', src: 'http://img.example/a.png', host: 'img.example', width: 64, height: 48 });
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('a masked value', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const masked: DisplayValue = { kind: 'masked', text: '•••• 4242', reveal: true };
  const showWith = (reveal: Reveal) =>
    renderThemed(
      <RevealContext.Provider value={reveal}>
        <Shown value={masked} />
      </RevealContext.Provider>,
    );
  const click = async (name: string) => {
    await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  };

  it('is revealed on demand and hides again by itself', async () => {
    const reveal = vi.fn<Reveal>().mockResolvedValue('4929 4242');
    showWith(reveal);
    await click('Reveal The label');
    expect(reveal).toHaveBeenCalledWith('/a', expect.anything());
    expect(screen.getByText('4929 4242')).toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(REVEALED_FOR_MS));
    expect(screen.queryByText('4929 4242')).not.toBeInTheDocument();
    expect(screen.getByText('•••• 4242')).toBeInTheDocument();
  });

  it('can be hidden by hand', async () => {
    showWith(() => Promise.resolve('4929 4242'));
    await click('Reveal The label');
    await click('Hide The label');
    expect(screen.queryByText('4929 4242')).not.toBeInTheDocument();
  });

  it('goes when the value behind it becomes another, even if that is masked by the same text', async () => {
    let stamp = 'one';
    const reveal: Reveal = Object.assign(() => Promise.resolve('4929 4242'), { stampOf: () => stamp });
    const shown = (text: string) => (
      <RevealContext.Provider value={reveal}>
        <Shown value={{ ...masked, text }} />
      </RevealContext.Provider>
    );
    const { rerender } = renderThemed(shown('•••• 4242'));
    await click('Reveal The label');
    rerender(shown('•••• 4242'));
    expect(screen.getByText('4929 4242')).toBeInTheDocument();
    stamp = 'another';
    rerender(shown('•••• 4242'));
    expect(screen.queryByText('4929 4242')).not.toBeInTheDocument();
    await click('Reveal The label');
    rerender(shown('•••• 5678'));
    expect(screen.queryByText('4929 4242')).not.toBeInTheDocument();
  });

  it('stays masked and says so when it could not be revealed', async () => {
    showWith(() => Promise.reject(new Error('no')));
    await click('Reveal The label');
    expect(screen.getByRole('alert')).toHaveTextContent('Could not be revealed');
    expect(screen.getByText('•••• 4242')).toBeInTheDocument();
  });

  it('drops an answer that comes after it has left the screen', async () => {
    let signal: AbortSignal | undefined;
    const { unmount } = showWith((_id, given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    await click('Reveal The label');
    unmount();
    expect(signal?.aborted).toBe(true);
  });
});
