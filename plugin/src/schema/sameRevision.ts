/** Which publication something follows. Two that raced may have the same number, never the same id. */
export interface Follows {
  /** Null: nothing was ever published. */
  revision: number | null;
  /** Absent: nothing was published, or before there were ids. */
  revisionId?: string | undefined;
}

/** Whether both follow the same publication. */
export function isSameRevision(a: Follows, b: Follows): boolean {
  return a.revision === b.revision && a.revisionId === b.revisionId;
}
