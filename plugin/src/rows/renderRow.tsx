import React from 'react';
import type { DisplayValue } from '../../../display/value';
import type { RowView } from '../../../display/view';
import { renderValue, type Place } from '../values/renderValue';
import { changedMark } from './ChangedMark';
import type { RowsComponent } from './component';
import { Description } from './Description';
import { GroupRow } from './GroupRow';
import { GroupValue } from './GroupValue';
import { isMarked, type Marks } from './marks';

/** Nothing but text, as most values are. */
function isPlain(value: DisplayValue): boolean {
  return (
    value.kind === 'text' &&
    value.long !== true &&
    value.tone === undefined &&
    value.icon === undefined &&
    value.hint === undefined &&
    value.href === undefined
  );
}

const groupWith =
  (Rows: RowsComponent): Place['rows'] =>
  (group, place) => <GroupValue value={group} label={place.label} Rows={Rows} />;

/**
 * A label and its value: two elements without attributes, which is what long panels cost. Which row an element belongs
 * to is known by its place in its list (rowOf.ts). A plain function for the same reason as `renderValue`.
 */
export function renderRow(row: RowView, marks: Marks, Rows: RowsComponent): React.ReactElement {
  const { id, label, value } = row;
  if (value.kind === 'group') return <GroupRow key={id} row={row} value={value} marks={marks} Rows={Rows} />;
  return (
    <React.Fragment key={id}>
      <dt>
        {label}
        {row.description !== undefined && <Description label={label} text={row.description} />}
      </dt>
      <dd>
        {isPlain(value) ? value.text : renderValue(value, { id, label, rows: groupWith(Rows) })}
        {isMarked(marks, id) && changedMark}
      </dd>
    </React.Fragment>
  );
}
