import { parsePointer } from '../../display/pointer';
import { SHAPES } from '../../schemas/generated/vocabulary';
import { propertyOf } from '../../schemas/report/shapes';

/** What the JSON Schema describes at a pointer: a definition by its name, or a list of them. */
export interface ShapeAt {
  /** "field", "panel"; `condition` for any condition. */
  shape: string;
  list: boolean;
}

const CONDITIONS = ['comparison', 'allCondition', 'anyCondition', 'notCondition'];

/** What belongs at a pointer, whatever the document has there; undefined where the JSON Schema names no definition. */
export function shapeAt(pointer: string): ShapeAt | undefined {
  let found: ShapeAt | undefined = { shape: 'document', list: false };
  for (const step of parsePointer(pointer) ?? ['']) {
    if (found === undefined) return undefined;
    if (found.list) {
      found = /^\d+$/.test(step) ? { shape: found.shape, list: false } : undefined;
      continue;
    }
    const shapes: readonly string[] = found.shape === 'condition' ? CONDITIONS : [found.shape];
    const known = shapes.map((shape) => propertyOf(shape, step)).find((words) => words !== undefined);
    found = known?.shape === undefined ? undefined : { shape: known.shape, list: known.list === true };
  }
  return found;
}

/** The properties of a definition in the order in which they are documented. */
export function orderOf(shape: string | undefined): readonly string[] {
  return shape !== undefined && Object.hasOwn(SHAPES, shape) ? Object.keys(SHAPES[shape] ?? {}) : [];
}
