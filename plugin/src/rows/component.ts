import type React from 'react';
import type { RowView } from '../../../display/view';
import type { Marks } from './marks';

export interface RowsProps {
  rows: readonly RowView[];
  marks: Marks;
}

/** Draws a list of rows. Handed down to what a row may hold, since rows hold groups and groups hold rows. */
export type RowsComponent = React.ComponentType<RowsProps>;
