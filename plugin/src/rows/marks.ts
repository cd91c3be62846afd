/** Ids (JSON Pointers) of values that changed since the agent last looked, and of everything that holds one. */
export type Marks = ReadonlySet<string>;

export const noMarks: Marks = new Set();

/** Whether a row has a changed value in or below it. */
export function isMarked(marks: Marks, id: string): boolean {
  return marks.size > 0 && marks.has(id);
}
