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

/** Where the value that a JSON Pointer names starts in a JSON text, or undefined. For problems of a report. */
export function locate(text: string, pointer: string): Position | undefined {
  return locateAll(text, [pointer]).get(pointer);
}

/** The same for many at once: a large text is read once, whatever its problems are. */
export function locateAll(text: string, pointers: readonly string[]): Map<string, Position> {
  const wanted = new Map<string, string[]>();
  const lengths = new Set<number>();
  for (const pointer of pointers) {
    const path = fromPointer(pointer);
    if (path === undefined) continue;
    // Two spellings of a pointer may mean the same place.
    const place = toPointer(path);
    wanted.set(place, [...(wanted.get(place) ?? []), pointer]);
    lengths.add(path.length);
  }
  const offsets = new Map<string, number>();
  if (wanted.size > 0) {
    scan(text, (path, offset) => {
      if (!lengths.has(path.length)) return;
      const place = toPointer(path);
      if (wanted.has(place)) offsets.set(place, offset);
    });
  }
  const lines = lineStarts(text);
  return new Map(
    [...offsets].flatMap(([place, offset]) =>
      (wanted.get(place) ?? []).map((pointer) => [pointer, positionIn(lines, offset)] as const),
    ),
  );
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
