import React from 'react';
import { AlertDialog } from '@twilio-paste/core/alert-dialog';
import { EMPTY_DOCUMENT, type DraftState } from '../../../editor/draft';
import { difference } from '../../../editor/difference';
import { editorStrings as strings } from './strings';

interface Props {
  state: DraftState;
  onDiscard: () => void;
  onClose: () => void;
}

/** Asks before an admin's work is gone. */
export function DiscardDialog({ state, onDiscard, onClose }: Props): React.ReactElement {
  const changes = difference(state.base.document ?? EMPTY_DOCUMENT, state.document);
  return (
    <AlertDialog
      heading={strings.discardTitle}
      isOpen
      destructive
      onConfirm={onDiscard}
      onConfirmLabel={strings.discardYes}
      onDismiss={onClose}
      onDismissLabel={strings.cancel}
    >
      {strings.discardHelp(changes.length)}
    </AlertDialog>
  );
}
