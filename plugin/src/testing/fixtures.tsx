import React from 'react';
import { render, type RenderResult } from '@testing-library/react';
import type { Json } from '../../../display/json';
import type { DisplayValue } from '../../../display/value';
import type { PanelView, RowView } from '../../../display/view';
import type { Agent } from '../flex/agent';
import type { Task } from '../flex/task';
import { PasteTheme } from '../frame/PasteTheme';

export function text(words: string): DisplayValue {
  return { kind: 'text', text: words };
}

export function row(key: string, value: DisplayValue | string, more: Partial<RowView> = {}): RowView {
  return { id: `/${key}`, key, label: `The ${key}`, value: typeof value === 'string' ? text(value) : value, ...more };
}

export function panel(rows: RowView[], more: Partial<PanelView> = {}): PanelView {
  return {
    source: 'context',
    origin: 'generic',
    sections: [{ id: 'all', collapsed: false, rows }],
    count: rows.length,
    ...more,
  };
}

export function agent(more: Partial<Agent> = {}): Agent {
  return { id: 'WK1', roles: ['agent'], isAdmin: false, attributes: {}, locale: 'en-US', ...more };
}

export const admin = agent({ roles: ['admin'], isAdmin: true });

export function task(context?: Json, more: Partial<Task> = {}): Task {
  return {
    sid: 'WR1',
    taskSid: 'WT1',
    channel: 'chat',
    queue: 'Support',
    workflow: 'Everybody',
    attributes: context === undefined ? {} : { context },
    ...more,
  };
}

const Themed: React.FC = ({ children }) => <PasteTheme theme={{ isLight: true }}>{children}</PasteTheme>;

/** Renders inside Paste's theme, as every root of the plugin is. */
export function renderThemed(element: React.ReactElement): RenderResult {
  return render(element, { wrapper: Themed });
}
