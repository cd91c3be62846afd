import React, { useState } from 'react';
import { InformationIcon } from '@twilio-paste/icons/esm/InformationIcon';
import { strings } from '../strings';

/** What a label means, in the words of the admin: opens under the label on click, Enter or Space; Escape closes it. */
export function Description({ label, text }: { label: string; text: string }): React.ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="cc-about"
        title={text}
        aria-label={strings.about(label)}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      >
        <InformationIcon decorative size="sizeIcon10" />
      </button>
      <span role="status">{open && <span className="cc-block">{text}</span>}</span>
    </>
  );
}
