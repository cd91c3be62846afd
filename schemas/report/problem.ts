/** An error makes the document unusable; a warning is something that an admin probably did not mean. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong with a document, explained to whoever wrote it. */
export interface Problem {
  severity: Severity;
  /** JSON Pointer of the value that is wrong, or of the object that lacks something. Always resolves in the document. */
  pointer: string;
  /** Where that is, in admins' words: ["Context", "section 2", "\"total\""]. Empty for the document itself. */
  place: string[];
  /** What is wrong: `currency needs "currency" (three letters …)`. */
  message: string;
  /** Place and message together: `Context → section 2 → "total": currency needs …`. */
  sentence: string;
  /** The word that was probably meant. */
  suggestion?: string;
}

/** Everything that was found in one document, errors first, each in the order of the document. */
export interface Report {
  problems: Problem[];
  errors: number;
  warnings: number;
  /** More was wrong than a person would read: only the first problems are listed. */
  cut: boolean;
}

/** What a rule finds, before it is put into words. */
export interface Finding {
  severity: Severity;
  path: readonly (string | number)[];
  message: string;
  /** A word that is not known, and those that are: the nearest becomes the suggestion. */
  meant?: { word: string; known: readonly string[] } | undefined;
}

/** Takes findings from the rules. */
export type Note = (finding: Finding) => void;
