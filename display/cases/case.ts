import type { Environment } from '../environment';
import type { Json } from '../json';
import type { Kind, Tone } from '../value';

/** One value and what agents see of it. Read the files beside this one as documentation: `npm test` proves every line. */
export interface FormatCase {
  /** The format's id; without one, the value is shown by what it is. */
  format?: string;
  options?: Record<string, Json>;
  value: Json;
  kind: Kind;
  /** Spaces that do not break are written as plain ones here. */
  text: string;
  tone?: Tone;
  href?: string;
  host?: string;
  hint?: string;
  /** For `<time>`. */
  iso?: string;
  exact?: string;
  long?: true;
  /** Where it differs from `environment`. */
  env?: Partial<Environment>;
}

/** The agent of all cases: English, in Lisbon (UTC in winter), on Monday 23 November 2026 at 14:02:00. */
export const environment: Environment = { locale: 'en-US', zone: 'Europe/Lisbon', now: Date.UTC(2026, 10, 23, 14, 2) };
