import React, { useRef } from 'react';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { ago, moment } from './ago';
import type { Published } from './published';
import { editorStrings as strings } from './strings';

interface Props {
  published: Published;
  changed: boolean;
  locale: string;
  /** Undefined: nothing to discard. */
  onDiscard: (() => void) | undefined;
  /** Undefined: nothing to publish, or it can’t be. */
  onPublish: (() => void) | undefined;
  onHistory: () => void;
  onExport: () => void;
  onImport: (file: File) => void;
}

/** What is live, and what can be done with the draft as a whole. */
export function Toolbar({
  published,
  changed,
  locale,
  onDiscard,
  onPublish,
  onHistory,
  onExport,
  onImport,
}: Props): React.ReactElement {
  const file = useRef<HTMLInputElement>(null);
  const { entry } = published;
  return (
    <div className="cc-toolbar">
      <Heading as="h1" variant="heading30" marginBottom="space0">
        {strings.title}
      </Heading>
      <span className="cc-state" data-testid="draft-state">
        {changed ? strings.unsaved : strings.noChanges}
      </span>
      <span className="cc-state" title={entry === undefined ? undefined : moment(entry.publishedAt, locale)}>
        {entry === undefined
          ? strings.nothingPublished
          : strings.published(entry.revision, entry.publishedBy, ago(entry.publishedAt, locale, Date.now()))}
      </span>
      <Button variant="secondary" size="small" onClick={onHistory}>
        {strings.history}
      </Button>
      <Button variant="secondary" size="small" onClick={onExport}>
        {strings.exportFile}
      </Button>
      <Button variant="secondary" size="small" onClick={() => file.current?.click()}>
        {strings.importFile}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={strings.importFile}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          // The same file may be chosen again after it was changed.
          event.target.value = '';
          if (chosen !== undefined) onImport(chosen);
        }}
      />
      <Button variant="secondary" size="small" disabled={onDiscard === undefined} onClick={onDiscard}>
        {strings.discard}
      </Button>
      <Button variant="primary" size="small" disabled={onPublish === undefined} onClick={onPublish}>
        {strings.publish}
      </Button>
    </div>
  );
}
