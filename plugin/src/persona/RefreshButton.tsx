import React from 'react';
import { relativeTimeFormat } from '../../../display/intl';
import { useServices } from '../services';
import { strings } from '../strings';
import { shortAge } from './age';
import { useNow } from './useNow';
import { usePersonaStyles } from './usePersonaStyles';

interface Props {
  /** Undefined: nothing is here yet. */
  fetchedAt: number | undefined;
  busy: boolean;
  locale: string;
  onRefresh: () => void;
}

const MINUTE_MS = 60_000;

/** Asks anew, and says how old is what is on the screen. */
export function RefreshButton({ fetchedAt, busy, locale, onRefresh }: Props): React.ReactElement {
  usePersonaStyles();
  const now = useNow(useServices().clock, fetchedAt === undefined ? undefined : MINUTE_MS / 2);
  const minutes = fetchedAt === undefined ? 0 : Math.floor(Math.max(0, now - fetchedAt) / MINUTE_MS);
  const since = relativeTimeFormat(locale, { numeric: 'auto' }).format(-minutes, 'minute');
  const label = fetchedAt === undefined ? strings.refresh : strings.refreshFrom(since);
  const age = fetchedAt === undefined ? undefined : shortAge(fetchedAt, now);
  return (
    <button
      type="button"
      className={`cc-tool cc-refresh${busy ? ' cc-busy' : ''}`}
      // Whoever speaks to the computer says what they see, so the name begins with it.
      aria-label={age === undefined ? label : `${age}. ${label}`}
      title={label}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onRefresh();
      }}
    >
      {/* Paste has no icon for this: two arrows in its grid and stroke. */}
      <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
        <path
          strokeLinecap="round"
          strokeLinejoin="round"
          d="M16 8.5A6.2 6.2 0 004.7 6.8L3.5 8.5M3.5 4.5v4h4M4 11.5a6.2 6.2 0 0011.3 1.7l1.2-1.7m0 4v-4h-4"
        />
      </svg>
      {age !== undefined && <span>{age}</span>}
    </button>
  );
}
