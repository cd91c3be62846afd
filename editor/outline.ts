import { humanise } from '../display/humanise';
import { isObject, own, type Json } from '../display/json';
import { pathOf } from '../display/pointer';
import { localise } from '../display/text';
import { cut, visible } from '../display/visible';
import type { Problem } from '../schemas/report/problem';
import { propertyOf } from '../schemas/report/shapes';
import { at, below, listAt, parentOf } from './edit';
import type { NodeKind, OutlineNode } from './outline/node';

export type { NodeKind, OutlineNode } from './outline/node';

/**
 * A document as a tree of lines, each with the problems that belong to it. Takes any JSON; what is no list of objects
 * shows as lines without a name.
 *
 * @param problems those of the validation report of the same document.
 */
export function outlineOf(document: Json, problems: readonly Problem[] = []): OutlineNode {
  const root = line(document, 'document', '', 'Display schema');
  root.children = [
    ...arrangement(document, '', true),
    group(document, 'layouts', '/layouts', (item, pointer, index) => {
      const node = line(item, 'layout', pointer, textAt(item, 'name') ?? `Layout ${index + 1}`);
      node.children = arrangement(document, pointer, false);
      return node;
    }),
    line(at(document, '/studio'), 'studio', '/studio', titleOf('document', 'studio')),
  ];
  identify(root, '');
  attach(root, problems);
  return root;
}

/** Every line of an outline, parents first. */
export function* linesOf(node: OutlineNode): Generator<OutlineNode> {
  yield node;
  for (const child of node.children) yield* linesOf(child);
}

/** The line that a pointer belongs to: its own, or that of the nearest part around it. */
export function nodeAt(root: OutlineNode, pointer: string): OutlineNode {
  return nearest(new Map([...linesOf(root)].map((node) => [node.pointer, node])), pointer) ?? root;
}

function arrangement(document: Json, pointer: string, isBase: boolean): OutlineNode[] {
  const shape = isBase ? 'document' : 'layout';
  const panels = (['context', 'traits'] as const).map((source) => {
    const here = below(pointer, source);
    const node = line(at(document, here), 'panel', here, titleOf(shape, source));
    node.children = items(document, below(here, 'sections'), section);
    return node;
  });
  const eventsPointer = below(pointer, 'events');
  const events = line(at(document, eventsPointer), 'events', eventsPointer, titleOf(shape, 'events'));
  events.children = items(document, below(eventsPointer, 'rules'), (item, here, index) =>
    line(item, 'eventRule', here, textAt(item, 'name') ?? `Rule ${index + 1}`),
  );
  return [group(document, 'highlights', below(pointer, 'highlights'), field('highlight')), ...panels, events];

  function section(item: Json, here: string, index: number): OutlineNode {
    const node = line(item, 'section', here, textAt(item, 'title') ?? `Section ${index + 1}`);
    node.children = items(document, below(here, 'fields'), field('field'));
    return node;
  }
}

type MakeNode = (item: Json, pointer: string, index: number) => OutlineNode;

function field(kind: 'field' | 'highlight'): MakeNode {
  return (item, pointer, index) => {
    const key = isObject(item) ? own(item, 'key') : undefined;
    const made = typeof key === 'string' ? humanise(pathOf(key)?.at(-1) ?? key) : `Entry ${index + 1}`;
    const node = line(item, kind, pointer, textAt(item, 'label') ?? made);
    return typeof key === 'string' ? { ...node, key } : node;
  };
}

function items(document: Json, pointer: string, make: MakeNode): OutlineNode[] {
  return listAt(document, pointer).map((item, index) => make(item, below(pointer, index), index));
}

function group(document: Json, kind: NodeKind, pointer: string, make: MakeNode): OutlineNode {
  const node = line(at(document, pointer), kind, pointer, titleOf('document', kind));
  node.children = items(document, pointer, make);
  return node;
}

function line(value: Json | undefined, kind: NodeKind, pointer: string, title: string): OutlineNode {
  const present = value !== undefined;
  const shown = cut(visible(title), 120);
  return { id: '', kind, pointer, title: shown, present, children: [], problems: [], errors: 0, warnings: 0 };
}

function textAt(item: Json, name: string): string | undefined {
  return isObject(item) ? localise(own(item, name), 'en') : undefined;
}

function titleOf(shape: string, name: string): string {
  return propertyOf(shape, name)?.title ?? name;
}

/** Lines that are recognised by what they are about; the others by their place. */
const NAMED: ReadonlySet<NodeKind> = new Set(['field', 'highlight', 'eventRule']);

function identify(node: OutlineNode, id: string): void {
  node.id = id;
  const seen = new Map<string, number>();
  for (const child of node.children) {
    const place = child.pointer.slice(node.pointer.length);
    const name = NAMED.has(child.kind) ? `/${child.kind}:${child.key ?? child.title}` : place;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    identify(child, `${id}${name}${times === 0 ? '' : `#${times}`}`);
  }
}

function attach(root: OutlineNode, problems: readonly Problem[]): void {
  const nodes = new Map([...linesOf(root)].map((node) => [node.pointer, node]));
  for (const problem of problems) (nearest(nodes, problem.pointer) ?? root).problems.push(problem);
  count(root);
}

function nearest(nodes: ReadonlyMap<string, OutlineNode>, pointer: string): OutlineNode | undefined {
  for (let here: string | undefined = pointer; here !== undefined; here = parentOf(here)?.parent) {
    const node = nodes.get(here);
    if (node !== undefined) return node;
  }
  return undefined;
}

function count(node: OutlineNode): void {
  node.children.forEach(count);
  const own = (severity: Problem['severity']) =>
    node.problems.filter((problem) => problem.severity === severity).length;
  node.errors = node.children.reduce((sum, child) => sum + child.errors, own('error'));
  node.warnings = node.children.reduce((sum, child) => sum + child.warnings, own('warning'));
}
