import { FORMAT_WORDS } from '../generated/vocabulary';
import type { Path } from '../json/pointer';
import { isObject, own, type UnknownObject } from '../json/value';
import { conditionShape, propertyOf } from './shapes';

/** What an item of a list is called when it has no name of its own. */
const nouns: Readonly<Record<string, string>> = {
  section: 'section',
  field: 'field',
  highlight: 'highlight',
  layout: 'layout',
  eventRule: 'rule',
  eventField: 'property',
  mapping: 'mapping',
  threshold: 'threshold',
  condition: 'condition',
};

/** Which property names an item. */
const names: Readonly<Record<string, string>> = {
  field: 'key',
  highlight: 'key',
  eventField: 'key',
  layout: 'name',
  eventRule: 'name',
};

const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;

function itemName(item: unknown, shape: string | undefined, index: number): string {
  const property = shape === undefined ? undefined : names[shape];
  const name = property !== undefined && isObject(item) ? own(item, property) : undefined;
  if (typeof name === 'string' && shape !== undefined) {
    if (shape === 'layout') return `layout ${quoted(name)}`;
    return shape === 'eventRule' ? `rule for ${quoted(name)}` : quoted(name);
  }
  return `${nouns[shape ?? ''] ?? 'entry'} ${index + 1}`;
}

function optionTitle(node: unknown, name: string): string | undefined {
  const format = isObject(node) ? own(node, 'format') : undefined;
  if (typeof format !== 'string' || !Object.prototype.hasOwnProperty.call(FORMAT_WORDS, format)) return undefined;
  const options = FORMAT_WORDS[format]?.options ?? {};
  return Object.prototype.hasOwnProperty.call(options, name) ? options[name]?.title : undefined;
}

/** A path in admins' words: /context/sections/1/fields/0/format → Context, section 2, "total", Format. */
export function placeOf(document: UnknownObject, path: Path): string[] {
  const place: string[] = [];
  let node: unknown = document;
  let shape: string | undefined = 'document';
  let itemShape: string | undefined;
  let inList = false;
  for (const [depth, step] of path.entries()) {
    if (Array.isArray(node)) {
      const item: unknown = (node as unknown[])[Number(step)];
      place.push(inList ? itemName(item, itemShape, Number(step)) : `entry ${Number(step) + 1}`);
      node = item;
      shape = itemShape === 'condition' ? conditionShape(item) : itemShape;
      inList = false;
      continue;
    }
    const name = String(step);
    const known: ReturnType<typeof propertyOf> = shape === undefined ? undefined : propertyOf(shape, name);
    const parent = node;
    node = isObject(node) ? own(node, name) : undefined;
    inList = known?.list === true && Array.isArray(node);
    itemShape = known?.shape;
    shape = inList ? undefined : itemShape === 'condition' ? conditionShape(node) : itemShape;
    // "Context → section 2" says enough: lists of named things are only mentioned when they themselves are meant.
    const isPassage = inList && itemShape !== undefined && itemShape !== 'highlight' && depth < path.length - 1;
    if (!isPassage) place.push(known?.title ?? optionTitle(parent, name) ?? quoted(name));
  }
  return place;
}
