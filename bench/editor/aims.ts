/** What the editor is held against. */
export const AIMS = {
  /** From a key to the painted preview, at the median, in a document of so many fields. */
  keyMs: 50,
  keyFields: 200,
  /** What agents may download for an editor they never open; above it, the editor is a script of its own. */
  agentsGzipBytes: 60_000,
} as const;
