import React from 'react';
import type { DisplayValue } from '../../../display/value';
import type { RowView } from '../../../display/view';
import { strings } from '../strings';
import { changedMark } from './ChangedMark';
import type { RowsComponent } from './component';
import { Description } from './Description';
import { isMarked, type Marks } from './marks';
import { useFold } from './useFold';

interface Props {
  row: RowView;
  value: Extract<DisplayValue, { kind: 'group' }>;
  marks: Marks;
  Rows: RowsComponent;
}

/** An object under a label: its rows, indented, and a fold that is remembered. */
export function GroupRow({ row, value, marks, Rows }: Props): React.ReactElement {
  const [folded, toggle] = useFold(row.id, value.folded);
  return (
    <>
      <dt className="cc-group">
        <button type="button" className="cc-fold" aria-expanded={!folded} onClick={toggle}>
          {row.label} {folded && <span className="cc-weak">{strings.emptyTitle(value.rows.length + value.more)}</span>}
        </button>
        {row.description !== undefined && <Description label={row.label} text={row.description} />}
        {folded && isMarked(marks, row.id) && changedMark}
      </dt>
      <dd className="cc-group">
        {!folded && <Rows rows={value.rows} marks={marks} />}
        {!folded && value.more > 0 && <span className="cc-weak">{strings.moreItems(value.more)}</span>}
      </dd>
    </>
  );
}
