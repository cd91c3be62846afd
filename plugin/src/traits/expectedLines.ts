import { arrangementOf, type Decision } from '../../../display/layout';
import type { Compiled } from '../../../display/compiled';

const AT_LEAST = 4;
const AT_MOST = 20;
const WITHOUT_DOCUMENT = 12;

/** About how many lines the traits will take: what the document lists of them. */
export function expectedLines(compiled: Compiled | null, layout: string | null): number {
  if (compiled?.usable !== true) return WITHOUT_DOCUMENT;
  const decision: Decision = { layout, truths: {} };
  const sections = arrangementOf(compiled, decision).traits?.sections ?? [];
  const lines = sections.reduce((sum, { fields }) => sum + fields.length + 1, 0);
  return lines === 0 ? WITHOUT_DOCUMENT : Math.min(Math.max(lines, AT_LEAST), AT_MOST);
}
