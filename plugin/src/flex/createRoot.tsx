import React from 'react';
import type { Manager } from '@twilio/flex-ui';
import { ErrorBoundary } from '../frame/ErrorBoundary';
import { PasteTheme, type FlexTheme } from '../frame/PasteTheme';
import type { Flex } from './placements';
import { readAgent, type Agent } from './agent';
import { readTask, type FlexTask, type Task } from './task';

export interface RootContent {
  task: Task | undefined;
  agent: Agent;
}

interface FromFlex {
  task?: FlexTask;
  theme?: FlexTheme;
}

/** A root for Flex: the task and theme it is drawn with, all of it inside an error boundary of its own. */
export function createRoot(
  flex: Flex,
  manager: Manager,
  Content: React.ComponentType<RootContent>,
): React.ComponentType {
  function Reader({ task, theme = {} }: FromFlex): React.ReactElement {
    return (
      <PasteTheme theme={theme}>
        <Content task={readTask(task)} agent={readAgent(manager)} />
      </PasteTheme>
    );
  }

  function CustomerContextRoot(props: FromFlex): React.ReactElement {
    return (
      <ErrorBoundary resetKey={props.task?.sid}>
        <Reader {...props} />
      </ErrorBoundary>
    );
  }

  const themed = flex.withTheme(CustomerContextRoot as React.ComponentType<never>);
  return flex.withTaskContext(themed as never);
}
