import React, { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import type { Json } from '../../../../display/json';
import { linesOf, nodeAt, outlineOf } from '../../../../editor/outline';
import type { Report } from '../../../../schemas/report/problem';
import { focusForm } from '../form/focusForm';
import { isItem } from './additions';
import { css } from './css';
import { around, linesShown, type Folds } from './lines';
import { OutlineLine } from './OutlineLine';
import { strings } from './strings';
import { Tools } from './Tools';
import { useDrag } from './useDrag';
import { useEdits } from './useEdits';
import { useSheet } from './useSheet';
import { useTreeKeys } from './useTreeKeys';

interface Props {
  document: Json;
  report: Pick<Report, 'problems'>;
  /** JSON Pointer of the selected part. */
  selected: string;
  onSelect: (pointer: string) => void;
  /** The document after an edit, and what is selected in it. */
  onChange: (document: Json, select?: string) => void;
}

/** The parts of the document as a tree: to choose one, to add, remove and reorder them. */
export function Outline({ document, report, selected, onSelect, onChange }: Props): React.ReactElement {
  useSheet(css);
  const root = useMemo(() => outlineOf(document, report.problems), [document, report]);
  const nodes = useMemo(() => new Map([...linesOf(root)].map((node) => [node.pointer, node])), [root]);
  const [folds, setFolds] = useState<Folds>(new Map());
  const lines = linesShown(root, folds, selected);
  const current = nodeAt(root, selected);
  const edits = useEdits({ document, selected, onChange });
  const tree = useRef<HTMLDivElement>(null);
  /** Whether the line that gets selected is to be focused: it was moved, or stands in for one that went. */
  const follow = useRef(false);

  const fold = (id: string, open: boolean) => setFolds((known) => new Map(known).set(id, open));
  const nodeOf = (target: EventTarget) => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-pointer]') : null;
    const node = element?.dataset.pointer === undefined ? undefined : nodes.get(element.dataset.pointer);
    return element === null || node === undefined ? undefined : { node, element };
  };
  const lineElement = (pointer: string) =>
    [...(tree.current?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [])].find(
      (element) => element.dataset.pointer === pointer,
    );

  // What is selected from elsewhere, such as a problem, must be in sight.
  useEffect(() => {
    const ids = around(root, selected);
    setFolds((known) => {
      if (!ids.some((id) => known.get(id) === false)) return known;
      const next = new Map(known);
      for (const id of ids) next.delete(id);
      return next;
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- folding around the selection stays possible afterwards
  }, [selected]);
  useLayoutEffect(() => {
    if (!follow.current) lineElement(current.pointer)?.scrollIntoView({ block: 'nearest' });
  }, [current.pointer]);
  useLayoutEffect(() => {
    if (follow.current) lineElement(current.pointer)?.focus();
    follow.current = false;
  }, [current.pointer, document]);

  const keepFocus = (edit: () => void) => {
    follow.current = true;
    edit();
  };
  const keys = useTreeKeys({
    lines,
    nodeOf,
    onFocus: (pointer) => lineElement(pointer)?.focus(),
    onFold: fold,
    onMove: (node, by) => keepFocus(() => edits.move(node, by)),
    onRemove: (node) => keepFocus(() => edits.remove(node)),
    onEdit: focusForm,
  });
  const drag = useDrag(document, nodeOf, (node, list, index) => keepFocus(() => edits.moveTo(node, list, index)));
  const shown = lines.some(({ node }) => node.pointer === current.pointer);
  const tabStop = shown ? current.pointer : lines[0]?.node.pointer;

  return (
    <section className="cc-outline" aria-label={strings.outline}>
      <Heading as="h2" variant="heading50" marginBottom="space0">
        {strings.outline}
      </Heading>
      <Tools
        node={current}
        edits={{ ...edits, add: (addition) => keepFocus(() => edits.add(addition)) }}
        document={document}
        canEdit={isItem(current)}
      />
      {edits.undo !== undefined && (
        <div className="cc-undo">
          <span>{edits.said}</span>
          <Button variant="link" size="reset" onClick={edits.undo}>
            {strings.undo}
          </Button>
        </div>
      )}
      <div
        ref={tree}
        role="tree"
        tabIndex={-1}
        className="cc-tree"
        aria-label={strings.outline}
        aria-describedby="cc-outline-help"
        onKeyDown={keys}
        onFocus={(event) => {
          const found = nodeOf(event.target);
          if (found !== undefined && found.node.pointer !== selected) onSelect(found.node.pointer);
        }}
        onClick={(event) => {
          const found = nodeOf(event.target);
          if (found === undefined) return;
          const isFold = event.target instanceof Element && event.target.closest('[data-fold]') !== null;
          const line = lines.find(({ node }) => node === found.node);
          if (isFold && line !== undefined) fold(found.node.id, !line.open);
          else if (found.node.pointer !== selected) onSelect(found.node.pointer);
        }}
        {...drag.handlers}
      >
        {lines.map((line) => (
          <OutlineLine
            key={line.node.id}
            line={line}
            selected={line.node.pointer === selected}
            tabStop={line.node.pointer === tabStop}
            drop={drag.landing?.pointer === line.node.pointer ? drag.landing.where : undefined}
          />
        ))}
      </div>
      <p id="cc-outline-help">{strings.help}</p>
      <div className="cc-hidden" role="status">
        {edits.said}
      </div>
    </section>
  );
}
