import React, { useCallback } from 'react';
import type { PanelView } from '../../../display/view';
import { Message } from '../frame/Message';
import { Panel } from '../panel/Panel';
import type { Marks } from '../rows/marks';
import { strings } from '../strings';
import type { Changes } from '../state/changes';
import { ChangedNotice } from './ChangedNotice';

interface Props {
  view: PanelView;
  /** Whether the task has a `context` at all. */
  passed: boolean;
  isAdmin: boolean;
  query: string;
  taskSid: string;
  marks: Marks;
  changed: number;
  changes: Changes;
}

/** What the bot or flow passed with the task. */
export function ContextTab({
  view,
  passed,
  isAdmin,
  query,
  taskSid,
  marks,
  changed,
  changes,
}: Props): React.ReactElement {
  const seen = useCallback((ids?: string[]) => changes.seen(taskSid, ids), [changes, taskSid]);
  if (!passed) return <Message text={strings.noContext} help={isAdmin ? strings.noContextHelp : undefined} />;
  if (view.count === 0) return <Message text={strings.emptyContext} />;
  return (
    <>
      <ChangedNotice count={changed} onSeen={() => seen()} />
      <Panel view={view} label={strings.contextTab} marks={marks} onSeen={seen} query={query} />
    </>
  );
}
