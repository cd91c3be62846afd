import type { DisplaySchema } from './generated/display-schema';
import { isObject, typeName, type UnknownObject } from './json/value';
import type { Report } from './report/problem';
import { reportOn, writeReport } from './report/report';
import { sizeProblem } from './report/size';
import { upgrade, UPGRADERS, type Upgrader } from './upgrade';

/** A document that may be used as it is, or one that may not be used at all. The report is about the lifted document. */
export type Loaded = { usable: true; document: DisplaySchema; report: Report } | { usable: false; report: Report };

const refuse = (document: UnknownObject, message: string, path: readonly string[] = []): Loaded => ({
  usable: false,
  report: writeReport(document, [{ severity: 'error', path, message }]),
});

/**
 * Reads a display schema that may be anything: checks its size, lifts it to the current version and reports everything
 * that is wrong with it. Errors make it unusable, warnings do not. Never throws.
 */
export function loadDocument(json: unknown, upgraders: Readonly<Record<number, Upgrader>> = UPGRADERS): Loaded {
  if (!isObject(json)) return refuse({}, `must be an object, not ${typeName(json)}`);
  const large = sizeProblem(json);
  if (large !== undefined) return refuse({}, large);
  const lifted = upgrade(json, upgraders);
  if ('message' in lifted) return refuse(json, lifted.message);
  const { document } = lifted;
  const report = reportOn(document);
  return report.errors === 0
    ? { usable: true, document: document as unknown as DisplaySchema, report }
    : { usable: false, report };
}
