import type { Advisory } from './report';

/** An advisory that is known and lived with, for a while. */
export interface Exception {
  /** Its id, such as `GHSA-jf85-cpcp-j695`. */
  id: string;
  /** Why it can't hurt here. */
  reason: string;
  /** The last day on which that counts, `YYYY-MM-DD`. */
  until: string;
}

/**
 * Advisories that are lived with. The policy:
 * - a package of which code is shipped: no advisory, however slight;
 * - a package that is only used to develop: none that is high or critical, since those run on developers' machines alone;
 * - whatever else has to be stands here, with a reason and a day on which it is looked at again.
 */
export const EXCEPTIONS: readonly Exception[] = [];

const SEVERE: ReadonlySet<string> = new Set(['high', 'critical']);

/**
 * What the policy does not allow, one sentence each.
 *
 * @param shipped names of the packages of which code is shipped
 * @param today `YYYY-MM-DD`
 */
export function violations(
  advisories: readonly Advisory[],
  shipped: ReadonlySet<string>,
  today: string,
  exceptions: readonly Exception[] = EXCEPTIONS,
): string[] {
  const wrong = advisories.filter(({ name, severity }) => shipped.has(name) || SEVERE.has(severity));
  return wrong.flatMap(({ id, name, severity, title }) => {
    const exception = exceptions.find((one) => one.id === id);
    if (exception !== undefined && exception.until >= today) return [];
    const where = shipped.has(name) ? 'code of it is shipped' : 'used to develop';
    const ended = exception === undefined ? '' : ` Its exception ended on ${exception.until}.`;
    return [`${name} (${where}): ${title}, ${severity}, ${id}.${ended}`];
  });
}
