/** What happened to a part of a document. */
export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed';

/** One difference between two documents. */
export interface Change {
  /** JSON Pointer of the part: in the older document for what was removed, else in the newer one. */
  path: string;
  kind: ChangeKind;
  /** Where that is, to group sentences by: "Traits", "Layout “Returns” → Context". Empty: the document itself. */
  place: string;
  /** What happened, for an admin: "Label of `plan`: Plan → Tier". One line, at most some 300 characters. */
  sentence: string;
}
