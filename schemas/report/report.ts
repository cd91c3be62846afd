import { validate } from '../generated/display-schema-validator';
import { toPointer } from '../json/pointer';
import type { UnknownObject } from '../json/value';
import { reportCondition } from './conditions';
import { reportDocument } from './document';
import { reportField } from './fields';
import { reportLink } from './links';
import { placeOf } from './place';
import type { Finding, Problem, Report } from './problem';
import { parts } from './shapes';
import { reportStructure } from './structure';
import { reportWords } from './words';

/** A person reads the first few; beyond these counting is enough. */
const mostProblems = 200;

/** Puts findings into sentences: errors first, each kind in the order in which it was found, nothing twice. */
export function writeReport(document: UnknownObject, findings: readonly Finding[]): Report {
  const seen = new Set<string>();
  const distinct = findings.filter(({ path, message }) => {
    const id = `${toPointer(path)} ${message}`;
    return !seen.has(id) && seen.add(id);
  });
  const errors = distinct.filter(({ severity }) => severity === 'error');
  const warnings = distinct.filter(({ severity }) => severity === 'warning');
  const problems = [...errors, ...warnings]
    .slice(0, mostProblems)
    .map(({ severity, path, message, suggestion }): Problem => {
      const place = placeOf(document, path);
      const start = place.length ? place.join(' → ') : 'The document';
      return {
        severity,
        pointer: toPointer(path),
        place,
        message,
        sentence: `${start}: ${message}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    });
  return { problems, errors: errors.length, warnings: warnings.length, cut: distinct.length > mostProblems };
}

/** Everything that is wrong with a document of the current version whose size has been checked. */
export function reportOn(document: UnknownObject): Report {
  const findings: Finding[] = [];
  const note = (finding: Finding) => void findings.push(finding);
  if (!validate(document)) reportStructure(document, validate.errors ?? [], note);
  for (const part of parts(document)) {
    reportWords(part, note);
    reportCondition(part, note);
    reportLink(part, note);
    reportField(part, note);
  }
  reportDocument(document, note);
  return writeReport(document, findings);
}
