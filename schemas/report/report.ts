import { validate } from '../generated/display-schema-validator';
import { toPointer } from '../json/pointer';
import type { UnknownObject } from '../json/value';
import { reportCondition } from './conditions';
import { reportDocument } from './document';
import { reportField } from './fields';
import { reportLink } from './links';
import { nearMiss } from './near-miss';
import { placeOf } from './place';
import type { Finding, Problem, Report } from './problem';
import { parts } from './shapes';
import { reportStructure } from './structure';
import { reportWords } from './words';

/** A person reads the first few; beyond these counting is enough. */
const mostProblems = 200;
const mostWarnings = 1000;

function explain(document: UnknownObject, { severity, path, message: what, meant }: Finding): Problem {
  const suggestion = meant && nearMiss(meant.word, meant.known);
  const message = suggestion === undefined ? what : `${what}; did you mean \`${suggestion}\`?`;
  const place = placeOf(document, path);
  return {
    severity,
    pointer: toPointer(path),
    place,
    message,
    sentence: place.length ? `${place.join(' → ')}: ${message}` : `The document ${message}`,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Puts findings into sentences: errors first, each kind in the order in which it was found, nothing twice. */
export function writeReport(document: UnknownObject, findings: readonly Finding[]): Report {
  const seen = new Set<string>();
  const distinct = findings.filter(({ path, message }) => {
    const id = `${toPointer(path)} ${message}`;
    return !seen.has(id) && seen.add(id);
  });
  const errors = distinct.filter(({ severity }) => severity === 'error');
  const warnings = distinct.filter(({ severity }) => severity === 'warning');
  const listed = [...errors, ...warnings].slice(0, mostProblems);
  const problems = listed.map((finding) => explain(document, finding));
  return { problems, errors: errors.length, warnings: warnings.length, cut: distinct.length > mostProblems };
}

/** Everything that is wrong with a document of the current version whose size has been checked. */
export function reportOn(document: UnknownObject): Report {
  const findings: Finding[] = [];
  let warnings = 0;
  const note = (finding: Finding) => {
    // Errors decide whether the document is usable and are all kept; warnings beyond any reader's patience are not.
    if (finding.severity === 'error' || ++warnings <= mostWarnings) findings.push(finding);
  };
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
