import { isObject, own, type Json } from '../../../../display/json';
import { below, indexOf, listAt, parentOf } from '../../../../editor/edit';
import type { OutlineNode } from '../../../../editor/outline';
import {
  addEventRule,
  addField,
  addHighlight,
  addLayout,
  addSection,
  type Edit,
} from '../../../../editor/outline/operations';
import { strings } from './strings';

/** Something that can be added where the selection is. */
export interface Addition {
  kind: keyof typeof strings.add;
  make: (document: Json) => Edit | undefined;
}

/** What holds a part and its list: "/context" for "/context/sections/1". */
const holderOf = (pointer: string): string => parentOf(parentOf(pointer)?.parent ?? '')?.parent ?? '';

/** A place in the list right behind a part. */
const behind = (pointer: string): number => (indexOf(pointer) ?? -1) + 1;

function freeName(document: Json): string {
  const layouts = listAt(document, '/layouts');
  const names = new Set(layouts.map((layout) => (isObject(layout) ? own(layout, 'name') : undefined)));
  let number = layouts.length + 1;
  while (names.has(strings.newLayout(number))) number += 1;
  return strings.newLayout(number);
}

/** What can be added at a line, what is most likely meant first. New parts stand behind the line they were added at. */
export function additionsAt({ kind, pointer }: Pick<OutlineNode, 'kind' | 'pointer'>): Addition[] {
  const field = (section: string, index?: number): Addition => ({
    kind: 'field',
    make: (document) => addField(document, section, { key: '' }, index),
  });
  const section = (panel: string, index?: number): Addition => ({
    kind: 'section',
    make: (document) => addSection(document, panel, { fields: [] }, index),
  });
  const highlight = (arrangement: string, index?: number): Addition => ({
    kind: 'highlight',
    make: (document) => addHighlight(document, arrangement, { source: 'context', key: '' }, index),
  });
  const rule = (arrangement: string, index?: number): Addition => ({
    kind: 'eventRule',
    make: (document) => addEventRule(document, arrangement, { name: '' }, index),
  });
  const layout = (index?: number): Addition => ({
    kind: 'layout',
    make: (document) => addLayout(document, { name: freeName(document) }, index),
  });
  switch (kind) {
    case 'highlights':
      return [highlight(parentOf(pointer)?.parent ?? '')];
    case 'highlight':
      return [highlight(holderOf(pointer), behind(pointer))];
    case 'panel':
      return [section(pointer)];
    case 'section':
      return [field(pointer), section(holderOf(pointer), behind(pointer))];
    case 'field': {
      const around = holderOf(pointer);
      return [field(around, behind(pointer)), section(holderOf(around), behind(around))];
    }
    case 'events':
      return [rule(parentOf(pointer)?.parent ?? '')];
    case 'eventRule':
      return [rule(parentOf(holderOf(pointer))?.parent ?? '', behind(pointer))];
    case 'layouts':
      return [layout()];
    case 'layout':
      return [layout(behind(pointer))];
    default:
      return [];
  }
}

/** Lines that stand for an item of a list: those that move and can be removed. */
export const isItem = ({ kind }: Pick<OutlineNode, 'kind'>): boolean =>
  kind === 'field' || kind === 'section' || kind === 'highlight' || kind === 'eventRule' || kind === 'layout';

/** The list below a line that takes items of a kind. */
const LISTS: Partial<Record<OutlineNode['kind'], { takes: OutlineNode['kind']; step?: string }>> = {
  highlights: { takes: 'highlight' },
  panel: { takes: 'section', step: 'sections' },
  section: { takes: 'field', step: 'fields' },
  events: { takes: 'eventRule', step: 'rules' },
  layouts: { takes: 'layout' },
};

/**
 * Where an item lands that is dropped at a line: beside an item of its kind, or at the end of a list that takes it.
 * Undefined: it doesn't belong there, or it stands there already.
 */
export function dropAt(
  document: Json,
  dragged: Pick<OutlineNode, 'kind' | 'pointer'>,
  target: Pick<OutlineNode, 'kind' | 'pointer'>,
  after: boolean,
): { list: string; index: number } | undefined {
  const from = { list: parentOf(dragged.pointer)?.parent, index: indexOf(dragged.pointer) ?? -1 };
  const inner = LISTS[target.kind];
  const to =
    target.kind === dragged.kind
      ? { list: parentOf(target.pointer)?.parent ?? '', index: (indexOf(target.pointer) ?? 0) + (after ? 1 : 0) }
      : inner?.takes === dragged.kind
        ? endOf(document, inner.step === undefined ? target.pointer : below(target.pointer, inner.step))
        : undefined;
  if (to === undefined) return undefined;
  const index = to.list === from.list && from.index < to.index ? to.index - 1 : to.index;
  return to.list === from.list && index === from.index ? undefined : { list: to.list, index };
}

const endOf = (document: Json, list: string) => ({ list, index: listAt(document, list).length });
