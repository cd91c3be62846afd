import type { OutlineNode } from '../../../../editor/outline';

/** A line that is shown, with its place among its siblings for assistive technology. */
export interface Line {
  node: OutlineNode;
  parent: OutlineNode;
  level: number;
  position: number;
  siblings: number;
  open: boolean;
}

/** Which lines an admin opened or folded, by id; the others are as they start. */
export type Folds = ReadonlyMap<string, boolean>;

const holds = (pointer: string, selected: string) => selected.startsWith(`${pointer}/`);

/** Layouts start folded, or the outline would say everything several times. What holds the selection starts open. */
export function isOpen(node: OutlineNode, folds: Folds, selected: string): boolean {
  return folds.get(node.id) ?? (node.kind !== 'layout' || holds(node.pointer, selected));
}

/** The lines that are shown, from top to bottom. The document itself has none. */
export function linesShown(root: OutlineNode, folds: Folds, selected: string): Line[] {
  const shown: Line[] = [];
  const add = (parent: OutlineNode, level: number) =>
    parent.children.forEach((node, index) => {
      const open = isOpen(node, folds, selected);
      shown.push({ node, parent, level, position: index + 1, siblings: parent.children.length, open });
      if (open) add(node, level + 1);
    });
  add(root, 1);
  return shown;
}

/** Ids of the lines around a pointer: they open when it is selected from elsewhere. */
export function around(root: OutlineNode, pointer: string): string[] {
  const ids: string[] = [];
  const visit = (node: OutlineNode) =>
    node.children.forEach((child) => {
      if (!holds(child.pointer, pointer)) return;
      ids.push(child.id);
      visit(child);
    });
  visit(root);
  return ids;
}
