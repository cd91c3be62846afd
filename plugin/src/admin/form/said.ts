import type { Json } from '../../../../display/json';

/** A single value as it stands in a control; nothing for lists and objects, which have controls of their own. */
export function said(value: Json | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value);
}
