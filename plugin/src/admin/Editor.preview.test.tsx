import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../service/post';
import { task } from '../testing/fixtures';
import { button, open, preview, Service } from './testing/bench';

/** For whom, and as whom, an admin looks at the draft: each choice changes what is drawn. */

const DOCUMENT = {
  version: 1,
  context: {
    sections: [
      {
        fields: [
          { key: 'intent', label: { en: 'Reason', de: 'Grund' } },
          { key: 'total', label: 'Total', format: 'currency', currency: 'EUR' },
          { key: 'hold', label: 'On hold', when: { fact: 'task.channel', op: 'eq', value: 'voice' } },
        ],
      },
    ],
  },
  traits: { rest: 'hide' },
};

let service: Service;
beforeEach(() => {
  service = new Service();
  service.revisions.push({ document: DOCUMENT, comment: 'First', by: 'Kim' });
});

const ana = task(
  { intent: 'refund', total: 1234.5, hold: 'yes' },
  {
    sid: 'WR1',
    taskSid: 'WT1',
    attributes: { name: 'Ana', context: { intent: 'refund', total: 1234.5, hold: 'yes' } },
  },
);
const ben = task(
  { intent: 'claim', seat: '12A' },
  { sid: 'WR2', taskSid: 'WT2', attributes: { name: 'Ben', context: { intent: 'claim', seat: '12A' } } },
);
const tasks = { get: () => list, subscribe: () => () => undefined };
const list = [ana, ben];
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const stage = () => document.querySelector<HTMLElement>('.cc-stage')!;
const seen = (source: string) =>
  within(screen.getByRole('region', { name: source }))
    .getAllByRole('button', { name: /^Add / })
    .map((one) => one.getAttribute('aria-label'));

describe('the preview', () => {
  it('shows the task on the screen, any other task of the admin, and context that is pasted', async () => {
    await open(service, { tasks });
    expect(preview().getByText('refund')).toBeInTheDocument();
    choose('Preview with', 'task:WR2');
    expect(preview().getByText('claim')).toBeInTheDocument();
    choose('Preview with', 'pasted');
    const text = screen.getByRole('textbox', { name: 'Context as JSON' });
    fireEvent.change(text, { target: { value: '{"intent": "pasted' } });
    expect(screen.getByText(/This is no JSON yet/)).toBeInTheDocument();
    fireEvent.change(text, { target: { value: '{"intent": "a third one"}' } });
    expect(preview().getByText('a third one')).toBeInTheDocument();
  });

  it('is drawn in the chosen language, on the chosen channel, in the chosen width and theme', async () => {
    await open(service, { tasks });
    fireEvent.click(screen.getByText(/^As agent/));
    expect(preview().getByText('€1,234.50')).toBeInTheDocument();
    choose('Language', 'de-DE');
    expect(preview().getByText('Grund')).toBeInTheDocument();
    expect(preview().getByText('1.234,50 €')).toBeInTheDocument();

    expect(preview().queryByText('On hold')).not.toBeInTheDocument();
    choose('Channel', 'voice');
    expect(preview().getByText('On hold')).toBeInTheDocument();

    expect(stage().style.width).toBe('420px');
    choose('Width', '320');
    expect(stage().style.width).toBe('320px');

    const themeOf = () => preview().getByText('Grund').closest('.cc-root')?.className;
    const light = themeOf();
    choose('Theme', 'dark');
    await waitFor(() => expect(themeOf()).not.toBe(light));
    choose('Theme', 'light');
    await waitFor(() => expect(themeOf()).toBe(light));
  });
});

describe('seen keys', () => {
  it('come from all tasks of the admin, from what is pasted, and from the chosen customer’s traits', async () => {
    const post: Post = (route, fields) =>
      route === 'fetch-persona'
        ? Promise.resolve({
            found: true,
            traits: { plan: 'Gold' },
            masked: {},
            events: null,
            partial: {},
            layout: null,
            truths: {},
            revision: 1,
            fetchedAt: '2026-11-23T14:30:00.000Z',
          })
        : service.post(route, fields);
    await open(service, { tasks, post });
    expect(seen('Context')).toEqual(['Add seat']);
    choose('Preview with', 'pasted');
    fireEvent.change(screen.getByRole('textbox', { name: 'Context as JSON' }), { target: { value: '{"parcel": 7}' } });
    expect(seen('Context').sort()).toEqual(['Add parcel', 'Add seat']);

    choose('Preview with', 'task:WR1');
    fireEvent.click(screen.getByText(/^As agent/));
    fireEvent.click(button('Load this task’s customer'));
    expect(await screen.findByText('1 trait and 0 events loaded')).toBeInTheDocument();
    expect(seen('Traits')).toEqual(['Add plan']);
  });
});
