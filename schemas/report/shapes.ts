import { SHAPES, type PropertyWords } from '../generated/vocabulary';
import { isObject, own, type UnknownObject } from '../json/value';

/** A part of a document that a definition of the JSON Schema describes. */
export interface Part {
  node: UnknownObject;
  /** Name of the definition: "panel", "field", "comparison". */
  shape: string;
  path: readonly (string | number)[];
}

/** Which kind of condition an object is, by the word it holds. */
export function conditionShape(node: unknown): string | undefined {
  if (!isObject(node)) return undefined;
  if (own(node, 'fact') !== undefined || own(node, 'op') !== undefined) return 'comparison';
  if (own(node, 'all') !== undefined) return 'allCondition';
  if (own(node, 'any') !== undefined) return 'anyCondition';
  return own(node, 'not') !== undefined ? 'notCondition' : undefined;
}

/** The properties of a definition. */
export function propertiesOf(shape: string): Readonly<Record<string, PropertyWords>> {
  return (Object.prototype.hasOwnProperty.call(SHAPES, shape) ? SHAPES[shape] : undefined) ?? {};
}

/** A known property of a definition, or undefined. */
export function propertyOf(shape: string, name: string): PropertyWords | undefined {
  const properties = propertiesOf(shape);
  return Object.prototype.hasOwnProperty.call(properties, name) ? properties[name] : undefined;
}

/** Every part of a document that has a definition, in the order of the document, whatever else is wrong with it. */
export function* parts(document: UnknownObject): Generator<Part> {
  const waiting: Part[] = [{ node: document, shape: 'document', path: [] }];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    yield part;
    const inner: Part[] = [];
    const add = (value: unknown, shape: string, path: Part['path']) => {
      const actual = shape === 'condition' ? conditionShape(value) : shape;
      if (isObject(value) && actual !== undefined) inner.push({ node: value, shape: actual, path });
    };
    for (const [name, value] of Object.entries(part.node)) {
      const words = propertyOf(part.shape, name);
      const { shape } = words ?? {};
      if (shape === undefined) continue;
      const path = [...part.path, name];
      if (!words?.list) add(value, shape, path);
      else if (Array.isArray(value)) value.forEach((item, index) => add(item, shape, [...path, index]));
    }
    waiting.push(...inner.reverse());
  }
}
