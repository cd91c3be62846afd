import React, { useState } from 'react';
import { Button } from '@twilio-paste/core/button';
import { EMPTY_DOCUMENT, type DraftState } from '../../../editor/draft';
import { Differences } from './Differences';
import { focusOutlineIfLost } from './outline/focusOutline';
import type { Published } from './published';
import type { Publishing } from './publish/usePublishing';
import { editorStrings as strings } from './strings';

interface Props {
  state: DraftState;
  published: Published;
  /** Something to tell once. */
  said: string | undefined;
  publishing: Publishing;
  onRebase: () => void;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  onTakeOther: () => void;
  onHear: () => void;
}

/** What stands between the admin and their draft: a colleague's publication, one that was not finished. */
export function Notices({
  state,
  published,
  said,
  publishing,
  onRebase,
  onTakeTheirs,
  onKeepMine,
  onTakeOther,
  onHear,
}: Props): React.ReactElement {
  const { movedOn, base, notice, other } = state;
  /** A notice goes with what its button does, and the button with it. */
  const closing = (act: () => void) => (): void => {
    act();
    focusOutlineIfLost();
  };
  const [comparing, setComparing] = useState(false);
  return (
    <>
      {said !== undefined && (
        <div className="cc-notice" role="status">
          <span>{said}</span>
          <Button variant="link" size="reset" onClick={closing(onHear)}>
            {strings.close}
          </Button>
        </div>
      )}
      {notice !== undefined && (
        <div className="cc-notice" role="status">
          <span>{notice === 'not_kept' ? strings.notKept : strings.notRead}</span>
        </div>
      )}
      {other !== undefined && (
        <div className="cc-notice" role="alert">
          <span>{strings.otherTab}</span>
          <div className="cc-notice-actions">
            <Button variant="link" size="reset" onClick={closing(onKeepMine)}>
              {strings.keepMine}
            </Button>
            <Button variant="link" size="reset" onClick={closing(onTakeOther)}>
              {strings.takeOther}
            </Button>
          </div>
          <div>
            <strong>{strings.otherChanges}</strong>
            <Differences before={state.document} after={other.document} none={strings.noDifference} />
          </div>
        </div>
      )}
      {movedOn !== undefined && (
        <div className="cc-notice" role="alert">
          <span>{strings.movedOn(base.revision, movedOn.revision, published.entry?.publishedBy ?? '')}</span>
          <div className="cc-notice-actions">
            <Button variant="link" size="reset" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
              {strings.compare}
            </Button>
            <Button variant="link" size="reset" onClick={closing(onRebase)}>
              {strings.rebase(movedOn.revision)}
            </Button>
            <Button variant="link" size="reset" onClick={closing(onTakeTheirs)}>
              {strings.takeTheirs}
            </Button>
          </div>
          {comparing && (
            <div>
              <strong>{strings.theirChanges(base.revision, movedOn.revision)}</strong>
              <Differences
                before={base.document ?? EMPTY_DOCUMENT}
                after={movedOn.document ?? EMPTY_DOCUMENT}
                none={strings.noDifference}
              />
            </div>
          )}
        </div>
      )}
      {publishing.resume !== undefined && (
        <div className="cc-notice" role="status">
          <span>{strings.unfinished}</span>
          <Button variant="link" size="reset" onClick={publishing.resume}>
            {strings.resume}
          </Button>
        </div>
      )}
      {publishing.state.status !== 'idle' && !publishing.isOpen && (
        <div className="cc-notice" role="status">
          <span>{publishing.state.status === 'running' ? strings.publishingNow : strings.publishingEnded}</span>
          <Button variant="link" size="reset" onClick={publishing.open}>
            {strings.showProgress}
          </Button>
        </div>
      )}
    </>
  );
}
