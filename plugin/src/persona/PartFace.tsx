import React from 'react';
import type { Agent } from '../flex/agent';
import type { PartState } from './part';
import { Skeleton } from './Skeleton';
import { StaleNotice, TroubleMessage } from './Trouble';
import type { PartName, Troubled } from './troubleWords';

interface Props<T> {
  part: PartName;
  state: PartState<T>;
  agent: Agent;
  /** How many lines to keep free until it is here. */
  expected: number;
  /** What a failure is said of, where that is not the part. */
  troubled?: Troubled;
  onRetry: () => void;
  children: (data: T) => React.ReactNode;
}

/** A part of a persona in each of its states; `children` draws what is here. */
export function PartFace<T extends { fetchedAt: number }>(props: Props<T>): React.ReactElement {
  const { part, state, agent, expected, troubled = part, onRetry, children } = props;
  if (state.is === 'loading') return <Skeleton part={part} lines={expected} />;
  if (state.is === 'ready') return <>{children(state.data)}</>;
  const { trouble, busy } = state;
  if (state.is === 'failed') {
    return <TroubleMessage part={troubled} trouble={trouble} agent={agent} busy={busy} onRetry={onRetry} />;
  }
  const { data } = state;
  return (
    <>
      <StaleNotice trouble={trouble} fetchedAt={data.fetchedAt} agent={agent} busy={busy} onRetry={onRetry} />
      {children(data)}
    </>
  );
}
