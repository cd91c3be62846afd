import React, { useState } from 'react';
import { createPortal } from 'react-dom';
import { CopyIcon } from '@twilio-paste/icons/esm/CopyIcon';
import { InformationIcon } from '@twilio-paste/icons/esm/InformationIcon';
import type { RowView } from '../../../display/view';
import { rowOf } from '../rows/rowOf';
import { strings } from '../strings';
import { copyText } from './clipboard';

interface Props {
  row: RowView;
  /** The row's element. */
  at: HTMLElement;
  announce: (sentence: string) => void;
}

/**
 * What can be done with the row at hand: copy its raw value, and for admins see why it is there. One set of buttons for
 * the whole panel that moves into the row under pointer or focus: a button in each row would double what a long panel
 * costs.
 */
export function RowTools({ row, at, announce }: Props): React.ReactElement | null {
  const [explained, setExplained] = useState(false);
  const { copy, why, label } = row;
  if (copy === undefined && why === undefined) return null;
  return createPortal(
    <span className="cc-tools">
      {why !== undefined && (
        <button
          type="button"
          className="cc-tool"
          aria-label={strings.why(label)}
          aria-expanded={explained}
          onClick={() => setExplained(!explained)}
        >
          <InformationIcon decorative size="sizeIcon10" />
        </button>
      )}
      {copy !== undefined && (
        <button
          type="button"
          className="cc-tool"
          aria-label={strings.copy(label)}
          title={strings.copy(label)}
          onClick={() => {
            // The panel may show another value by now than when the pointer came here.
            const now = rowOf(at)?.row.copy;
            if (now === undefined) return;
            copyText(now).then(
              () => announce(strings.copied),
              () => announce(strings.copyFailed),
            );
          }}
        >
          <CopyIcon decorative size="sizeIcon10" />
        </button>
      )}
      {explained && (
        <span className="cc-why" role="status">
          {why}
        </span>
      )}
    </span>,
    at,
  );
}
