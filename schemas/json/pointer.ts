import { isObject, own } from './value';

/** Steps into a document. List positions are numbers. */
export type Path = readonly (string | number)[];

/** The JSON Pointer (RFC 6901) of a path. */
export function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The steps of a pointer, or undefined when it is not one. Positions stay texts. */
export function fromPointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a path over own properties, or undefined. */
export function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (Array.isArray(found))
      found = /^(0|[1-9]\d*)$/.test(String(step)) ? (found as unknown[])[Number(step)] : undefined;
    else found = isObject(found) ? own(found, String(step)) : undefined;
  }
  return found;
}
