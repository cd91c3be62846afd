import { fromPointer, toPointer } from './json/pointer';
import { findLoss, scan } from './json/scan';

/** A place in a text as editors count it: lines and columns from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A mistake in a JSON text, in words, with its place. */
export interface ParseError extends Position {
  message: string;
  /** JSON Pointer of the value that reading would lose; absent where the text is no JSON. */
  pointer?: string;
}

export type Parsed = { document: unknown } | { error: ParseError };

function positionAt(text: string, offset: number): Position {
  return positionIn(lineStarts(text), offset);
}

/**
 * Reads a JSON text. A mistake is explained with its line and column instead of the engine's own words, and so is what
 * the engine would drop without a word: a repeated key, a number that is too large. Never throws.
 */
export function parseDocument(text: string): Parsed {
  const json = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch {
    const { message, offset } = scan(json) ?? { message: 'This is not JSON', offset: 0 };
    return { error: { message, ...positionAt(json, offset) } };
  }
  const loss = findLoss(json);
  if (loss === undefined) return { document };
  return { error: { message: loss.message, pointer: toPointer(loss.path), ...positionAt(json, loss.offset) } };
}

/**
 * Where the values that JSON Pointers name start in a JSON text, by pointer; those that name nothing are left out. For
 * problems of a report: the text is read once, however many there are.
 */
export function locateAll(text: string, pointers: readonly string[]): Map<string, Position> {
  if (pointers.length === 0) return new Map();
  const wanted = new Set(pointers);
  const lengths = new Set(pointers.map((pointer) => fromPointer(pointer)?.length));
  const offsets = new Map<string, number>();
  scan(text, (path, offset) => {
    // Most values are at no depth that is asked for, and need no pointer made.
    if (!lengths.has(path.length)) return;
    const pointer = toPointer(path);
    if (wanted.has(pointer)) offsets.set(pointer, offset);
  });
  const lines = lineStarts(text);
  return new Map([...offsets].map(([pointer, offset]) => [pointer, positionIn(lines, offset)]));
}

/** Offsets at which lines start. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
}

function positionIn(lines: readonly number[], offset: number): Position {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
