import React, { memo, useLayoutEffect, useRef } from 'react';
import type { RowView } from '../../../display/view';
import type { RowsProps } from './component';
import { isMarked, type Marks } from './marks';
import { renderRow } from './renderRow';
import { showsRows } from './rowOf';
import { useSteps } from './useSteps';

/** Rows of the first chunk: about a screen. */
const FIRST = 40;
/** Rows of every other chunk: what is laid out, skipped and compared as one. */
const CHUNK = 50;
/** Chunks of the first frame, and of each step after it. */
const CHUNKS_AT_ONCE = 1;
const CHUNKS_PER_STEP = 10;
/** Height of a row of one line, for the room kept free for a chunk that was never laid out. */
const ROW_HEIGHT_PX = 28;

interface ChunkProps {
  rows: readonly RowView[];
  marks: Marks;
  /** Further down than a first screen. */
  far: boolean;
}

function same(before: ChunkProps, after: ChunkProps): boolean {
  if (before.far !== after.far || before.rows.length !== after.rows.length) return false;
  if (before.rows !== after.rows && !after.rows.every((row, index) => row === before.rows[index])) return false;
  return (
    before.marks === after.marks ||
    after.rows.every((row) => {
      const marked = isMarked(after.marks, row.id);
      return marked === isMarked(before.marks, row.id) && !(marked && row.value.kind === 'group');
    })
  );
}

/** Draws again only when one of its rows is another object: the rest of a long panel costs nothing. */
const Chunk = memo(function Chunk({ rows, marks, far }: ChunkProps): React.ReactElement {
  const list = useRef<HTMLDListElement>(null);
  useLayoutEffect(() => {
    if (list.current !== null) showsRows(list.current, rows);
  });
  return (
    <dl
      ref={list}
      className={far ? 'cc-far' : undefined}
      style={far ? { containIntrinsicSize: `auto ${rows.length * ROW_HEIGHT_PX}px` } : undefined}
    >
      {rows.map((row) => renderRow(row, marks, Rows))}
    </dl>
  );
}, same);

/**
 * A list of facts. Long ones come in chunks that the browser need not lay out until they are near the screen; within
 * moments all of them are in the document, so that find, screen readers, copy and print reach every row.
 */
export function Rows({ rows, marks }: RowsProps): React.ReactElement {
  const total = rows.length <= CHUNK ? 1 : 1 + Math.ceil((rows.length - FIRST) / CHUNK);
  const drawn = useSteps(total, CHUNKS_AT_ONCE, CHUNKS_PER_STEP);
  if (total === 1) return <Chunk rows={rows} marks={marks} far={false} />;
  const chunks = [<Chunk key={0} rows={rows.slice(0, FIRST)} marks={marks} far={false} />];
  for (let index = 1; index < drawn; index++) {
    const start = FIRST + (index - 1) * CHUNK;
    chunks.push(<Chunk key={index} rows={rows.slice(start, start + CHUNK)} marks={marks} far />);
  }
  const left = rows.length - FIRST - (drawn - 1) * CHUNK;
  return (
    <>
      {chunks}
      {left > 0 && <div style={{ height: left * ROW_HEIGHT_PX }} />}
    </>
  );
}
