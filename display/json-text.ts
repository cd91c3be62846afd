import { visible } from './visible';

/** Writes at most about `limit` characters, so neither size nor depth of a value can make it slow. */
class Writer {
  private text = '';
  private full = false;

  constructor(readonly limit: number) {}

  put(part: string): void {
    if (this.full) return;
    const room = this.limit - this.text.length;
    if (part.length > room) {
      this.text += `${part.slice(0, room)}…`;
      this.full = true;
    } else this.text += part;
  }

  isFull(): boolean {
    return this.full;
  }

  toString(): string {
    return this.text;
  }
}

function write(value: unknown, to: Writer, indent: string, line: string): void {
  if (to.isFull()) return;
  if (typeof value !== 'object' || value === null) {
    // A long string is cut before it is quoted: quoting is the expensive part.
    to.put(scalarJson(typeof value === 'string' ? value.slice(0, to.limit) : value));
    return;
  }
  const inner = indent === '' ? '' : line + indent;
  const isList = Array.isArray(value);
  const keys = Object.keys(value);
  if (keys.length === 0) {
    to.put(isList ? '[]' : '{}');
    return;
  }
  to.put(isList ? '[' : '{');
  let first = true;
  for (const key of keys) {
    to.put(`${first ? '' : ','}${inner}${isList ? '' : `${JSON.stringify(key)}:${indent === '' ? '' : ' '}`}`);
    write((value as Record<string, unknown>)[key], to, indent, inner);
    if (to.isFull()) return;
    first = false;
  }
  to.put(`${indent === '' ? '' : line}${isList ? ']' : '}'}`);
}

function scalarJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  // JSON.stringify gives undefined for what JSON does not know, whatever its type says.
  const written: unknown = JSON.stringify(value);
  return typeof written === 'string' ? written : 'null';
}

/**
 * The value as JSON, safe to lay out, cut at `limit` characters. Unlike JSON.stringify it takes values of any depth and
 * values that contain themselves: every level costs a character, so the limit bounds the recursion too.
 */
export function jsonText(value: unknown, limit: number, indent = ''): string {
  const to = new Writer(limit);
  write(value, to, indent, '\n');
  return visible(to.toString());
}

/** The whole value as compact JSON for the clipboard, or undefined when it cannot be written. */
export function wholeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
