import React, { useState } from 'react';
import { Button } from '@twilio-paste/core/button';
import type { Json } from '../../../../display/json';
import type { Post } from '../../service/post';
import { moment } from '../ago';
import { Differences } from '../Differences';
import { loadRevision, type Entry } from '../published';
import { said } from '../said';
import { editorStrings as strings } from '../strings';

type Open = 'document' | 'difference';

interface Loaded {
  document: Json;
  /** Of the revision before; undefined: none is kept. */
  before: Json | undefined;
}

interface Props {
  entry: Entry;
  isLive: boolean;
  /** The revision before this one; undefined: none is kept. */
  before: number | undefined;
  post: Post;
  locale: string;
  onRestore: (revision: number, document: Json) => void;
}

/** One publication. Its document is asked for when somebody wants to see it. */
export function HistoryItem({ entry, isLive, before, post, locale, onRestore }: Props): React.ReactElement {
  const { revision, publishedAt, publishedBy, comment, restored } = entry;
  const [open, setOpen] = useState<Open>();
  const [loaded, setLoaded] = useState<Loaded>();
  const [failure, setFailure] = useState<string>();

  const load = async (): Promise<Loaded | undefined> => {
    if (loaded !== undefined) return loaded;
    setFailure(undefined);
    try {
      const [here, earlier] = await Promise.all([
        loadRevision(post, revision),
        before === undefined ? undefined : loadRevision(post, before),
      ]);
      const found = { document: here.document, before: earlier?.document };
      setLoaded(found);
      return found;
    } catch (error) {
      setFailure(said(error));
      return undefined;
    }
  };
  const toggle = (what: Open): void => {
    setOpen(open === what ? undefined : what);
    if (open !== what) void load();
  };
  const label = (what: string): string => `${what} r${revision}`;
  return (
    <li>
      <div>
        <strong>r{revision}</strong> {isLive && <span className="cc-live">{strings.live}</span>} {publishedBy} ·{' '}
        <time dateTime={publishedAt}>{moment(publishedAt, locale)}</time>
        {restored !== undefined && ` · ${strings.restored(restored)}`}
      </div>
      <p className="cc-comment">{comment}</p>
      <div className="cc-row">
        <Button
          variant="link"
          size="small"
          aria-expanded={open === 'difference'}
          aria-label={label(strings.differenceOf)}
          onClick={() => toggle('difference')}
        >
          {strings.differenceOf}
        </Button>
        <Button
          variant="link"
          size="small"
          aria-expanded={open === 'document'}
          aria-label={label(strings.view)}
          onClick={() => toggle('document')}
        >
          {strings.view}
        </Button>
        {!isLive && (
          <Button
            variant="link"
            size="small"
            aria-label={label(strings.restore)}
            onClick={() => void load().then((found) => found && onRestore(revision, found.document))}
          >
            {strings.restore}
          </Button>
        )}
      </div>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {open !== undefined && loaded === undefined && failure === undefined && <p role="status">{strings.loading}</p>}
      {open === 'document' && loaded !== undefined && (
        // What scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="cc-document" aria-label={strings.documentOf(revision)} tabIndex={0} role="region">
          {JSON.stringify(loaded.document, null, 2)}
        </pre>
      )}
      {open === 'difference' &&
        loaded !== undefined &&
        (loaded.before === undefined ? (
          <p className="cc-help">{strings.firstRevision}</p>
        ) : (
          <Differences before={loaded.before} after={loaded.document} none={strings.noDifference} />
        ))}
    </li>
  );
}
