import React from 'react';
import { Callout, CalloutHeading, CalloutList, CalloutListItem, CalloutText } from '@twilio-paste/core/callout';
import type { PublicationState } from '../../../../editor/publication';
import { editorStrings as strings } from '../strings';

/** How a publication ended, in a sentence that says what to do. */
export function Outcome({ state }: { state: PublicationState }): React.ReactElement | null {
  switch (state.status) {
    case 'idle':
      return null;
    case 'running':
      return (
        <p role="status" className="cc-help">
          {state.trouble === undefined ? strings.mayClose : state.trouble.message}
        </p>
      );
    case 'live':
      return (
        <div role="status">
          <Callout variant={state.overwrote ? 'warning' : 'success'}>
            <CalloutText>{strings.nowLive(state.revision)}</CalloutText>
            {state.overwrote && <CalloutText>{strings.overwrote}</CalloutText>}
          </Callout>
        </div>
      );
    case 'superseded':
    case 'overwritten':
      return (
        <div role="alert">
          <Callout variant="warning">
            <CalloutText>
              {state.status === 'superseded'
                ? strings.superseded(state.revision, state.by)
                : strings.overwritten(state.revision)}
            </CalloutText>
          </Callout>
        </div>
      );
    case 'refused':
      return (
        <div role="alert">
          <Callout variant="error">
            <CalloutHeading as="h3">{strings.refused}</CalloutHeading>
            <CalloutList as="ul">
              {state.report.problems.slice(0, 10).map(({ pointer, sentence }) => (
                <CalloutListItem key={`${pointer} ${sentence}`}>{sentence}</CalloutListItem>
              ))}
            </CalloutList>
          </Callout>
        </div>
      );
    case 'failed':
      return (
        <div role="alert">
          <Callout variant="error">
            <CalloutText>{state.failure.message}</CalloutText>
          </Callout>
        </div>
      );
  }
}
