import type { Verdict } from '../../../../editor/raw';

/** A place in the text that something is said about. */
export interface Mark {
  line: number;
  column: number;
  severity: 'error' | 'warning';
  message: string;
}

/** Everything to say about a text with its lines, worst first. Without a place it is about the whole text: line 1. */
export function marksOf(verdict: Verdict): Mark[] {
  const found: Mark[] = verdict.problems.map(({ severity, sentence, position }) => ({
    severity,
    message: sentence,
    ...(position ?? { line: 1, column: 1 }),
  }));
  if (verdict.state === 'broken' && found.length === 0) {
    found.push({ severity: 'error', message: verdict.message, ...(verdict.position ?? { line: 1, column: 1 }) });
  }
  return found;
}

/** The worst that is said about each line. */
export function byLine(marks: readonly Mark[]): Map<number, Mark['severity']> {
  const lines = new Map<number, Mark['severity']>();
  for (const { line, severity } of marks) if (lines.get(line) !== 'error') lines.set(line, severity);
  return lines;
}

/** Where a line and column start in a text. Lines end as in `schemas/parse.ts`. */
export function offsetOf(text: string, line: number, column: number): number {
  const ends = /\r\n|\r|\n/g;
  for (let passed = 1; passed < line; passed += 1) if (ends.exec(text) === null) return text.length;
  return Math.min(ends.lastIndex + column - 1, text.length);
}

export const countLines = (text: string): number => text.split(/\r\n|\r|\n/).length;
