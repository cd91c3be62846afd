import React from 'react';
import { render, type RenderResult } from '@testing-library/react';
import { vi } from 'vitest';
import { App } from '../../App';
import type { Agent } from '../../flex/agent';
import type { Task } from '../../flex/task';
import { PasteTheme } from '../../frame/PasteTheme';
import { createServices, type Services } from '../../services';
import { agent, task } from '../../testing/fixtures';
import { fakeFetch, refusal } from './doubles';

type Answer = Parameters<typeof fakeFetch>[0];

/** The plugin with functions behind it: `document` is published as r3, personas come from `answer`. */
export function openApp(
  answer: Answer,
  document: unknown = null,
  who: Agent = agent(),
  attributes = {},
  tellsEvents = false,
) {
  const network = fakeFetch((parameters, path) => {
    if (!path.endsWith('/display-schema')) return answer(parameters, path);
    if (document instanceof Error) return refusal(503, 'schema_unavailable');
    return { body: document === null ? { status: 'none' } : { status: 'published', revision: 3, document } };
  });
  vi.stubGlobal('fetch', network.fetch);
  const services: Services = createServices({ functionsBase: '/f', tellsEvents }, () => 'token');
  const one = task(
    { intent: 'refund' },
    { attributes: { context: { intent: 'refund' }, userId: 'u-1', ...attributes } },
  );
  const element = (shown: Task): React.ReactElement => (
    <PasteTheme theme={{ isLight: true }}>
      <App services={services} task={shown} agent={who} />
    </PasteTheme>
  );
  const result: RenderResult = render(element(one));
  return {
    ...result,
    services,
    asked: network.asked,
    task: one,
    show: (shown: Task) => result.rerender(element(shown)),
  };
}
