import React, { useEffect, useRef } from 'react';
import { Button } from '@twilio-paste/core/button';
import { Modal, ModalBody, ModalFooter, ModalFooterActions, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { useUID } from '@twilio-paste/core/uid-library';
import { useStyles } from '../../theme/useStyles';
import { focusOutlineIfLost } from '../outline/focusOutline';
import { editorStrings as strings } from '../strings';
import { Ask } from './Ask';
import { Outcome } from './Outcome';
import { Steps } from './Steps';
import type { Proposal, Publishing } from './usePublishing';

interface Props {
  publishing: Publishing;
  /** Ms since 1970. */
  now: () => number;
  onHistory: () => void;
}

const titleOf = ({ restore }: Proposal): string =>
  restore === undefined ? strings.publishTitle : strings.restoreTitle(restore);

/** From the question to its end: what changes and why, then how far it is, then how it ended. */
export function PublishDialog({ publishing, now, onHistory }: Props): React.ReactElement | null {
  const { state, proposal, isOpen, close } = publishing;
  const styles = useStyles();
  const titleId = useUID();
  const comment = useRef<HTMLTextAreaElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  // The button that was pressed goes with the question it answered; what was published can't be published again.
  useEffect(() => {
    if (isOpen && window.document.activeElement === window.document.body) closer.current?.focus();
  }, [isOpen, state.status]);
  useEffect(() => (isOpen ? focusOutlineIfLost : undefined), [isOpen]);
  if (!isOpen || (state.status === 'idle' && proposal === undefined)) return null;
  const isAsking = state.status === 'idle' && proposal !== undefined;
  const title = isAsking ? titleOf(proposal) : strings.publication('revision' in state ? state.revision : undefined);
  return (
    <Modal ariaLabelledby={titleId} isOpen onDismiss={close} size="default" initialFocusRef={comment}>
      <ModalHeader>
        <ModalHeading as="h2" id={titleId}>
          {title}
        </ModalHeading>
      </ModalHeader>
      {isAsking ? (
        <Ask proposal={proposal} comment={comment} onStart={publishing.start} onCancel={close} />
      ) : (
        <>
          <ModalBody>
            <div className={`cc-dialog ${styles}`}>
              {'steps' in state && <Steps steps={state.steps} now={now} />}
              <Outcome state={state} />
            </div>
          </ModalBody>
          <ModalFooter>
            <ModalFooterActions>
              {state.status === 'failed' && state.failure.action === 'check_again' && (
                <Button variant="secondary" onClick={publishing.resume}>
                  {strings.checkAgain}
                </Button>
              )}
              {state.status === 'failed' && state.failure.action === 'history' && (
                <Button
                  variant="secondary"
                  onClick={() => {
                    close();
                    // The dialog gives the keyboard back after it was taken away.
                    setTimeout(onHistory);
                  }}
                >
                  {strings.history}
                </Button>
              )}
              {state.status === 'failed' && state.failure.action === 'publish_again' && proposal !== undefined && (
                <Button variant="secondary" onClick={publishing.again}>
                  {strings.publishAgain}
                </Button>
              )}
              <Button ref={closer} variant="primary" onClick={close}>
                {state.status === 'failed' || state.status === 'refused' ? strings.backToDraft : strings.close}
              </Button>
            </ModalFooterActions>
          </ModalFooter>
        </>
      )}
    </Modal>
  );
}
