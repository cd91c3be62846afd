import { useCallback, useState } from 'react';
import type { Json } from '../../../../display/json';
import { at, indexOf, listAt, parentOf } from '../../../../editor/edit';
import { nodeAt, outlineOf, type OutlineNode } from '../../../../editor/outline';
import { moveDown, moveItem, moveUp, removeItem, type Edit } from '../../../../editor/outline/operations';
import type { Addition } from './additions';
import { strings } from './strings';

interface Props {
  document: Json;
  selected: string;
  onChange: (document: Json, select?: string) => void;
}

export interface Edits {
  /** What was done last, for the live region. */
  said: string;
  /** Set while the last edit was a removal: puts everything back. */
  undo: (() => void) | undefined;
  add: (addition: Addition) => void;
  move: (node: OutlineNode, by: 'up' | 'down') => void;
  moveTo: (node: OutlineNode, list: string, index: number) => void;
  remove: (node: OutlineNode) => void;
}

/** What an admin does to the outline, each with the words that tell about it. */
export function useEdits({ document, selected, onChange }: Props): Edits {
  const [said, setSaid] = useState('');
  const [removal, setRemoval] = useState<{ before: Json; after: Json; selected: string }>();

  const apply = useCallback(
    (edit: Edit, words: string, select: string = edit.pointer): void => {
      setSaid(words);
      onChange(edit.document, select);
    },
    [onChange],
  );
  const moved = (node: OutlineNode, edit: Edit | undefined): void => {
    if (edit === undefined) {
      setSaid(strings.stays(node.title));
      return;
    }
    const list = parentOf(edit.pointer)?.parent ?? '';
    const holder = nodeAt(outlineOf(edit.document), list).title;
    const position = (indexOf(edit.pointer) ?? 0) + 1;
    apply(edit, strings.moved(node.title, position, listAt(edit.document, list).length, holder));
  };

  return {
    said,
    undo:
      removal !== undefined && removal.after === document
        ? () => {
            setSaid('');
            onChange(removal.before, removal.selected);
          }
        : undefined,
    add: (addition) => {
      const edit = addition.make(document);
      if (edit !== undefined) apply(edit, strings.added(strings.add[addition.kind].replace(/^Add /, '')));
    },
    move: (node, by) => moved(node, (by === 'up' ? moveUp : moveDown)(document, node.pointer)),
    moveTo: (node, list, index) => moved(node, moveItem(document, node.pointer, list, index)),
    remove: (node) => {
      const edit = removeItem(document, node.pointer);
      if (edit === undefined) return;
      setRemoval({ before: document, after: edit.document, selected });
      apply(edit, strings.removed(node.title), neighbour(edit, node.pointer));
    },
  };
}

/** What is selected after a removal: what took its place, else the one before, else what held it. */
function neighbour({ document, pointer: list }: Edit, removed: string): string {
  const last = listAt(document, list).length - 1;
  if (last >= 0) return `${list}/${Math.min(indexOf(removed) ?? 0, last)}`;
  const { pointer } = nodeAt(outlineOf(document), list);
  return at(document, pointer) === undefined ? '' : pointer;
}
