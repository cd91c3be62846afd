import React, { useState } from 'react';
import { strings } from '../strings';

/** Text of more than about four lines: the first four, and the rest on demand. */
export function LongText({ text, className = '' }: { text: string; className?: string }): React.ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className={`${open ? 'cc-long-open' : 'cc-long'} ${className}`}>{text}</span>
      <button type="button" className="cc-plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? strings.less : strings.more}
      </button>
    </>
  );
}
