import React from 'react';
import { ValueIcon } from '../../values/ValueIcon';
import type { Line } from './lines';
import { isItem } from './additions';
import { strings } from './strings';

interface Props {
  line: Line;
  selected: boolean;
  /** The one line that the Tab key reaches. */
  tabStop: boolean;
  /** Where a dragged line would land, beside this one. */
  drop: 'before' | 'after' | 'inside' | undefined;
}

/** One line of the outline. Plain elements: a document has hundreds, and each key that is typed draws them again. */
export const OutlineLine = React.memo(function OutlineLine({ line, selected, tabStop, drop }: Props) {
  const { node, level, position, siblings, open } = line;
  const { key, title, pointer } = node;
  return (
    <div
      role="treeitem"
      className={`cc-line${selected ? ' cc-selected' : ''}${node.present ? '' : ' cc-absent'}${drop ? ` cc-drop-${drop}` : ''}`}
      data-pointer={pointer}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      {...(node.children.length > 0 ? { 'aria-expanded': open } : {})}
      tabIndex={tabStop ? 0 : -1}
      draggable={isItem(node)}
      style={{ paddingInlineStart: `${(level - 1) * 14 + 4}px` }}
    >
      <span className={`cc-twisty${open ? ' cc-twisted' : ''}`} aria-hidden="true" data-fold="">
        {node.children.length > 0 ? '▸' : ''}
      </span>
      <span className="cc-line-title">
        {title}
        {key !== undefined && key !== '' && key !== title && <span className="cc-line-key"> {key}</span>}
        {!node.present && <span className="cc-line-key"> {strings.absent}</span>}
      </span>
      <Marks errors={node.errors} warnings={node.warnings} />
    </div>
  );
}, sameLine);

function Marks({ errors, warnings }: { errors: number; warnings: number }) {
  if (errors === 0 && warnings === 0) return null;
  const words = errors > 0 ? strings.errors(errors) : strings.warnings(warnings);
  return (
    <span className={errors > 0 ? 'cc-text-error' : 'cc-text-warning'} title={words}>
      <ValueIcon icon={errors > 0 ? 'error' : 'warning'} />
      <span className="cc-hidden">{words}</span>
    </span>
  );
}

/** Outlines are made anew with every edit; a line is drawn again only when it would look different. */
function sameLine(a: Props, b: Props): boolean {
  const look = ({ line: { node, level, position, siblings, open }, ...props }: Props) => [
    props.selected,
    props.tabStop,
    props.drop,
    level,
    position,
    siblings,
    open,
    node.pointer,
    node.title,
    node.key,
    node.kind,
    node.present,
    node.errors,
    node.warnings,
    node.children.length > 0,
  ];
  const [before, after] = [look(a), look(b)];
  return before.every((value, index) => value === after[index]);
}
