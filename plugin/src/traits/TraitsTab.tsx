import React, { useCallback } from 'react';
import type { PanelView } from '../../../display/view';
import { ChangedNotice } from '../context/ChangedNotice';
import type { Agent } from '../flex/agent';
import { Message } from '../frame/Message';
import { Panel } from '../panel/Panel';
import type { Traits } from '../persona/answers';
import type { PartState } from '../persona/part';
import { PartFace } from '../persona/PartFace';
import type { Marks } from '../rows/marks';
import type { Changes } from '../state/changes';
import { strings } from '../strings';

interface Props {
  state: PartState<Traits>;
  view: PanelView | null;
  agent: Agent;
  query: string;
  /** WR… */
  sid: string;
  marks: Marks;
  changed: number;
  changes: Changes;
  /** How many lines to keep free until traits are here. */
  expected: number;
  onRetry: () => void;
}

/** What Segment knows of the customer. */
export function TraitsTab(props: Props): React.ReactElement {
  const { state, agent, expected, onRetry } = props;
  return (
    <PartFace part="traits" state={state} agent={agent} expected={expected} onRetry={onRetry}>
      {(data) => <TraitsPanel {...props} data={data} />}
    </PartFace>
  );
}

function TraitsPanel({ data, view, query, agent, sid, marks, changed, changes }: Props & { data: Traits }) {
  const seen = useCallback((ids?: string[]) => changes.seen(sid, ids), [changes, sid]);
  if (!data.found) {
    return <Message text={strings.unknownCustomer} help={agent.isAdmin ? strings.unknownCustomerHelp : undefined} />;
  }
  if (view === null || view.count === 0) {
    return <Message text={strings.noTraits} help={agent.isAdmin ? strings.noTraitsHelp : undefined} />;
  }
  return (
    <>
      <ChangedNotice count={changed} onSeen={() => seen()} />
      <Panel view={view} label={strings.traitsTab} marks={marks} onSeen={seen} query={query} />
    </>
  );
}
