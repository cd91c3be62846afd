import React, { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../../display/json';
import { renderThemed } from '../../testing/fixtures';
import { SeenKeys } from './SeenKeys';

vi.setConfig({ testTimeout: 60_000 });

const samples = {
  context: [{ intent: 'refund', order: { total: 12.5, currency: 'EUR' }, sessionToken: 'abc' }],
  traits: [{ plan: 'gold' }],
};
let current: Json;
let chosen: string | undefined;

function Editor({ start, selected = '' }: { start: Json; selected?: string }) {
  const [document, setDocument] = useState(start);
  current = document;
  return (
    <SeenKeys
      document={document}
      samples={samples}
      selected={selected}
      onChange={(next, select) => {
        setDocument(next);
        chosen = select;
      }}
    />
  );
}
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('seen keys', () => {
  it('adds a key with one click as it was guessed, to a section made for it', () => {
    renderThemed(<Editor start={{ version: 1 }} />);
    click('Add /order/total');
    expect(current).toMatchObject({
      context: {
        sections: [{ fields: [{ key: '/order/total', label: 'Total', format: 'currency', currency: 'EUR' }] }],
      },
    });
    expect(chosen).toBe('/context/sections/0/fields/0');
    expect(screen.getByText('Added /order/total to Section 1.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Add /order/total' })).toBeNull();
  });

  it('adds to the selected section where the key belongs there, else to the last of its tab', () => {
    const start = {
      version: 1,
      context: { sections: [{ fields: [] }, { fields: [] }] },
      traits: { sections: [{ fields: [] }] },
    };
    renderThemed(<Editor start={start} selected="/context/sections/0" />);
    click('Add intent');
    expect(chosen).toBe('/context/sections/0/fields/0');
    click('Add plan');
    expect(chosen).toBe('/traits/sections/0/fields/0');
  });

  it('hides a key, and offers that first for secrets', () => {
    renderThemed(<Editor start={{ version: 1 }} />);
    const row = screen.getByText('sessionToken').closest('li')!;
    expect([...row.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Hide', 'Add']);
    click('Hide sessionToken');
    expect(current).toEqual({ version: 1, context: { hidden: ['sessionToken'] } });
  });

  it('shows and keeps no value of a sample', () => {
    const { container } = renderThemed(<Editor start={{ version: 1 }} />);
    click('Add intent');
    for (const value of ['refund', 'abc', 'gold', '12.5']) {
      expect(container.textContent).not.toContain(value);
      expect(JSON.stringify(current)).not.toContain(value);
    }
  });

  it('says so when nothing is left', () => {
    renderThemed(<Editor start={{ version: 1, context: { hidden: ['*'] }, traits: { hidden: ['*'] } }} />);
    expect(screen.getByText(/listed or hidden/)).toBeInTheDocument();
  });
});
