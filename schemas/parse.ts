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
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
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
  const wanted = fromPointer(pointer);
  if (!wanted) return undefined;
  let found: number | undefined;
  scan(text, (path, offset) => {
    if (path.length === wanted.length && path.every((step, index) => String(step) === wanted[index])) found = offset;
  });
  return found === undefined ? undefined : positionAt(text, found);
}
