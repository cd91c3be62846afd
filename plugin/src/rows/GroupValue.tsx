import React, { useState } from 'react';
import type { DisplayValue } from '../../../display/value';
import { strings } from '../strings';
import type { RowsComponent } from './component';
import { noMarks } from './marks';

interface Props {
  value: Extract<DisplayValue, { kind: 'group' }>;
  label: string;
  Rows: RowsComponent;
}

/** An object inside a list or a table, which has no label to fold it by. */
export function GroupValue({ value, label, Rows }: Props): React.ReactElement {
  const [folded, setFolded] = useState(value.folded);
  if (folded) {
    return (
      <button type="button" className="cc-plain" aria-expanded={false} onClick={() => setFolded(false)}>
        {strings.moreItems(value.rows.length + value.more)}
        <span className="cc-hidden"> {label}</span>
      </button>
    );
  }
  return (
    <>
      <Rows rows={value.rows} marks={noMarks} />
      {value.more > 0 && <span className="cc-weak">{strings.moreItems(value.more)}</span>}
    </>
  );
}
