/** Values by path: which keys are listed, hidden, masked or kept. A step of any data's key, `__proto__` included. */
export interface PathTree<Value> {
  value?: Value | undefined;
  children?: Map<string, PathTree<Value>>;
}

/** The node at a path, made if it is not there. */
export function nodeAt<Value>(tree: PathTree<Value>, path: readonly string[]): PathTree<Value> {
  let node = tree;
  for (const segment of path) {
    node.children ??= new Map();
    let next = node.children.get(segment);
    if (next === undefined) node.children.set(segment, (next = {}));
    node = next;
  }
  return node;
}

/** The node at a path, or undefined. */
export function findNode<Value>(tree: PathTree<Value>, path: readonly string[]): PathTree<Value> | undefined {
  let node: PathTree<Value> | undefined = tree;
  for (const segment of path) node = node?.children?.get(segment);
  return node;
}

/** The values at the path and at every step towards it, outermost first. */
export function valuesAlong<Value>(tree: PathTree<Value>, path: readonly string[]): Value[] {
  const found: Value[] = [];
  let node: PathTree<Value> | undefined = tree;
  for (let at = 0; node !== undefined; at++) {
    if (node.value !== undefined) found.push(node.value);
    const segment = path[at];
    node = segment === undefined ? undefined : node.children?.get(segment);
  }
  return found;
}
