import React from 'react';
import { AlertDialog } from '@twilio-paste/core/alert-dialog';
import { EMPTY_DOCUMENT, type DraftState } from '../../../editor/draft';
import { difference } from '../../../editor/difference';
import { focusOutlineIfLost } from './outline/focusOutline';
import { editorStrings as strings } from './strings';

interface Props {
  heading: string;
  /** What the button says that does it. */
  confirm: string;
  state: DraftState;
  /** There is a text besides that is no document at the moment. */
  isUnread: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an admin's work is gone: discarded, or replaced by a file. */
export function DiscardDialog({ heading, confirm, state, isUnread, onConfirm, onClose }: Props): React.ReactElement {
  const changes = difference(state.base.document ?? EMPTY_DOCUMENT, state.document);
  return (
    <AlertDialog
      heading={heading}
      isOpen
      destructive
      onConfirm={() => {
        onConfirm();
        // The button that opened this may have nothing left to do.
        focusOutlineIfLost();
      }}
      onConfirmLabel={confirm}
      onDismiss={onClose}
      onDismissLabel={strings.cancel}
    >
      {strings.discardHelp(changes.length, isUnread)}
    </AlertDialog>
  );
}
