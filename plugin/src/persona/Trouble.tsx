import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { dateTimeFormat } from '../../../display/intl';
import { environment } from '../context/useView';
import type { Agent } from '../flex/agent';
import { Message } from '../frame/Message';
import { Notice } from '../frame/Notice';
import { useServices } from '../services';
import { strings } from '../strings';
import { isRetryable, type Trouble } from './trouble';
import { secondsUntil, troubleWords, type Troubled } from './troubleWords';
import { useNow } from './useNow';

interface Props {
  trouble: Trouble;
  part: Troubled;
  agent: Agent;
  busy: boolean;
  onRetry: () => void;
}

/** Why there is nothing to show, in one sentence, and what can be done. */
export function TroubleMessage({ trouble, part, agent, busy, onRetry }: Props): React.ReactElement {
  const now = useNow(useServices().clock, trouble.retryAt === undefined ? undefined : 1000);
  const { text, help } = troubleWords(trouble, part, now);
  return (
    // A countdown that is read aloud every second would drown everything else.
    <div role="status" aria-live={trouble.retryAt === undefined ? 'polite' : 'off'}>
      <Message text={text} help={agent.isAdmin ? help : undefined} />
      {isRetryable(trouble) && (
        <Box paddingX="space60">
          <Button variant="secondary" size="small" loading={busy} onClick={onRetry}>
            {strings.retry}
          </Button>
        </Box>
      )}
    </div>
  );
}

/** One line above data that is not the newest. */
export function StaleNotice({
  trouble,
  fetchedAt,
  agent,
  busy,
  onRetry,
}: Omit<Props, 'part'> & { fetchedAt: number }): React.ReactElement {
  const now = useNow(useServices().clock, trouble.retryAt === undefined ? undefined : 1000);
  const { locale, zone } = environment(agent);
  const time = dateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(fetchedAt);
  const { code, retryAt } = trouble;
  return (
    <Notice>
      {strings.shownAsOf(time)}{' '}
      {code === 'offline' ? (
        strings.offlineShort
      ) : retryAt !== undefined ? (
        <span aria-live="off">{strings.retryingIn(secondsUntil(retryAt, now))}</span>
      ) : (
        <>
          {strings.newerFailed}{' '}
          {isRetryable(trouble) && (
            <button type="button" className="cc-plain" aria-disabled={busy} onClick={onRetry}>
              {strings.retry}
            </button>
          )}
        </>
      )}
    </Notice>
  );
}
