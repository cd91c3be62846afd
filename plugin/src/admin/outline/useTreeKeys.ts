import type { KeyboardEvent } from 'react';
import type { OutlineNode } from '../../../../editor/outline';
import { isItem } from './additions';
import type { Line } from './lines';

interface Props {
  lines: readonly Line[];
  nodeOf: (target: EventTarget) => { node: OutlineNode } | undefined;
  onFocus: (pointer: string) => void;
  onFold: (id: string, open: boolean) => void;
  onMove: (node: OutlineNode, by: 'up' | 'down') => void;
  onRemove: (node: OutlineNode) => void;
  onEdit: () => void;
}

/** The keys of a tree (WAI-ARIA), and those that move and remove the line at hand. */
export function useTreeKeys({ lines, nodeOf, onFocus, onFold, onMove, onRemove, onEdit }: Props) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const found = nodeOf(event.target);
    const at = lines.findIndex(({ node }) => node === found?.node);
    const line = lines[at];
    if (line === undefined || event.ctrlKey || event.metaKey) return;
    const action = event.altKey ? withAlt(event.key, line) : plain(event.key, line, at);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  function withAlt(key: string, { node }: Line): (() => void) | undefined {
    if (!isItem(node)) return undefined;
    if (key === 'ArrowUp') return () => onMove(node, 'up');
    if (key === 'ArrowDown') return () => onMove(node, 'down');
    return undefined;
  }

  function plain(key: string, { node, parent, open }: Line, at: number): (() => void) | undefined {
    const focus = (target: Line | undefined) => (target === undefined ? undefined : () => onFocus(target.node.pointer));
    const folds = node.children.length > 0;
    switch (key) {
      case 'ArrowDown':
        return focus(lines[at + 1]);
      case 'ArrowUp':
        return focus(lines[at - 1]);
      case 'Home':
        return focus(lines[0]);
      case 'End':
        return focus(lines.at(-1));
      case 'ArrowRight':
        if (folds && !open) return () => onFold(node.id, true);
        return folds ? focus(lines[at + 1]) : undefined;
      case 'ArrowLeft':
        if (folds && open) return () => onFold(node.id, false);
        return focus(lines.find((line) => line.node === parent));
      case 'Enter':
        return onEdit;
      case 'Delete':
        return isItem(node) ? () => onRemove(node) : undefined;
      default:
        return undefined;
    }
  }
}
