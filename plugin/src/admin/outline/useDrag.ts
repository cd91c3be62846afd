import { useState, type DragEvent } from 'react';
import type { Json } from '../../../../display/json';
import type { OutlineNode } from '../../../../editor/outline';
import { moveItem } from '../../../../editor/outline/operations';
import { dropAt, isItem } from './additions';

interface Landing {
  pointer: string;
  where: 'before' | 'after' | 'inside';
}

interface Handlers {
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDragLeave: (event: DragEvent<HTMLElement>) => void;
  onDragEnd: () => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
}

/**
 * Dragging lines with the pointer. One set of handlers on the tree; nothing is put into the drag that another page could
 * read.
 */
export function useDrag(
  document: Json,
  nodeOf: (target: EventTarget) => { node: OutlineNode; element: HTMLElement } | undefined,
  onMove: (node: OutlineNode, list: string, index: number) => void,
): { landing: Landing | undefined; handlers: Handlers } {
  const [dragged, setDragged] = useState<OutlineNode>();
  const [landing, setLanding] = useState<Landing>();

  const end = () => {
    setDragged(undefined);
    setLanding(undefined);
  };
  const find = (event: DragEvent<HTMLElement>) => {
    const over = nodeOf(event.target);
    if (dragged === undefined || over === undefined) return undefined;
    const box = over.element.getBoundingClientRect();
    const after = event.clientY > box.top + box.height / 2;
    const drop = dropAt(document, dragged, over.node, after);
    if (drop === undefined || moveItem(document, dragged.pointer, drop.list, drop.index) === undefined)
      return undefined;
    const where = over.node.kind !== dragged.kind ? 'inside' : after ? 'after' : 'before';
    return { drop, dragged, landing: { pointer: over.node.pointer, where } as const };
  };

  return {
    landing,
    handlers: {
      onDragStart: (event) => {
        const found = nodeOf(event.target);
        if (found === undefined || !isItem(found.node)) return;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        setDragged(found.node);
      },
      onDragOver: (event) => {
        const found = find(event);
        if (found === undefined) {
          setLanding(undefined);
          return;
        }
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        const { pointer, where } = found.landing;
        if (landing?.pointer !== pointer || landing.where !== where) setLanding(found.landing);
      },
      onDragLeave: (event) => {
        if (event.target === event.currentTarget) setLanding(undefined);
      },
      onDragEnd: end,
      onDrop: (event) => {
        const found = find(event);
        end();
        if (found === undefined) return;
        event.preventDefault();
        onMove(found.dragged, found.drop.list, found.drop.index);
      },
    },
  };
}
