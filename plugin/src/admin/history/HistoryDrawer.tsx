import React, { useEffect, useRef } from 'react';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import type { Json } from '../../../../display/json';
import type { Post } from '../../service/post';
import { focusOutlineIfLost } from '../outline/focusOutline';
import { editorStrings as strings } from '../strings';
import { HistoryItem } from './HistoryItem';
import { useHistory } from './useHistory';

interface Props {
  post: Post;
  locale: string;
  onRestore: (revision: number, document: Json) => void;
  onClose: () => void;
}

/** Who published what, when and why; each can be looked at, compared with the one before, and brought back. */
export function HistoryDrawer({ post, locale, onRestore, onClose }: Props): React.ReactElement {
  const { live, entries, busy, failure, loadOlder, retry } = useHistory(post);
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = window.document.activeElement;
    heading.current?.focus();
    // Back to the button that opened it, unless that is gone or the keyboard went elsewhere meanwhile.
    return () => {
      if (before instanceof HTMLElement) before.focus();
      focusOutlineIfLost();
    };
  }, []);
  return (
    // Escape closes it from anywhere inside; the drawer itself is no control.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="cc-drawer"
      role="dialog"
      aria-label={strings.historyTitle}
      tabIndex={-1}
      ref={heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="cc-drawer-head">
        <Heading as="h2" variant="heading40" marginBottom="space0">
          {strings.historyTitle}
        </Heading>
        <Button variant="secondary_icon" size="reset" onClick={onClose}>
          <CloseIcon decorative={false} title={strings.close} />
        </Button>
      </div>
      {!busy && failure === undefined && entries.length === 0 && <p>{strings.historyEmpty}</p>}
      <ol className="cc-history" aria-busy={busy}>
        {entries.map((entry, index) => (
          <HistoryItem
            key={`${entry.revision} ${entry.id ?? ''}`}
            entry={entry}
            isLive={entry.revision === live}
            before={entries[index + 1]?.revision ?? (loadOlder === undefined ? undefined : entry.revision - 1)}
            post={post}
            locale={locale}
            onRestore={onRestore}
          />
        ))}
      </ol>
      {failure !== undefined && (
        <div role="alert">
          <p>{strings.historyFailed(failure)}</p>
          <Button variant="secondary" size="small" onClick={retry}>
            {strings.retry}
          </Button>
        </div>
      )}
      {busy && <p role="status">{strings.loading}</p>}
      {!busy && failure === undefined && loadOlder !== undefined && (
        <Button variant="secondary" size="small" onClick={loadOlder}>
          {strings.older}
        </Button>
      )}
    </div>
  );
}
