import React, { useState } from 'react';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { ModalBody, ModalFooter, ModalFooterActions } from '@twilio-paste/core/modal';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import { commentProblem } from '../../../../editor/publication';
import { useStyles } from '../../theme/useStyles';
import { Differences } from '../Differences';
import { editorStrings as strings } from '../strings';
import type { Proposal } from './usePublishing';

interface Props {
  proposal: Proposal;
  comment: React.RefObject<HTMLTextAreaElement>;
  onStart: (comment: string) => void;
  onCancel: () => void;
}

/** What changes for agents, in words, and why: without a comment nothing is published. */
export function Ask({ proposal, comment, onStart, onCancel }: Props): React.ReactElement {
  const styles = useStyles();
  const id = useUID();
  const helpId = useUID();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const problem = commentProblem(text);
  const start = (): void => {
    setAsked(true);
    if (problem === undefined) onStart(text.trim());
    else comment.current?.focus();
  };
  return (
    <>
      <ModalBody>
        <div className={`cc-dialog cc-stack ${styles}`}>
          <strong>{strings.whatChanges}</strong>
          <Differences before={proposal.base.document} after={proposal.document} none={strings.nothingChanges} />
          <div>
            <Label htmlFor={id} required>
              {strings.comment}
            </Label>
            <TextArea
              ref={comment}
              id={id}
              required
              value={text}
              aria-describedby={helpId}
              hasError={asked && problem !== undefined}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) start();
              }}
            />
            <HelpText id={helpId} variant={asked && problem !== undefined ? 'error' : 'default'}>
              {asked && problem !== undefined ? problem : strings.commentHelp}
            </HelpText>
          </div>
        </div>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" onClick={onCancel}>
            {strings.cancel}
          </Button>
          <Button variant="primary" onClick={start}>
            {proposal.restore === undefined ? strings.publishNow : strings.restoreNow}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </>
  );
}
