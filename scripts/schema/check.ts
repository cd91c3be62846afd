import { loadDocument } from '../../schemas/load';
import { locateAll, parseDocument } from '../../schemas/parse';
import type { Command, Outcome } from './command';
import { readText } from './documents';

/** A problem with its place in a file. */
interface FileProblem {
  severity: 'error' | 'warning';
  line: number;
  column: number;
  pointer?: string;
  sentence: string;
  suggestion?: string;
}

export interface FileReport {
  file: string;
  errors: number;
  warnings: number;
  problems: FileProblem[];
}

/** What the editor and the server would say about a text. */
export function checkText(file: string, text: string): FileReport {
  const parsed = parseDocument(text);
  if ('error' in parsed) {
    const { message, ...place } = parsed.error;
    const problem: FileProblem = { severity: 'error', ...place, sentence: `${message}.` };
    return { file, errors: 1, warnings: 0, problems: [problem] };
  }
  const { report } = loadDocument(parsed.document);
  const places = locateAll(
    text,
    report.problems.map(({ pointer }) => pointer),
  );
  const problems = report.problems.map(({ severity, pointer, sentence, suggestion }): FileProblem => {
    const { line, column } = places.get(pointer) ?? { line: 1, column: 1 };
    return { severity, line, column, pointer, sentence, ...(suggestion === undefined ? {} : { suggestion }) };
  });
  return { file, errors: report.errors, warnings: report.warnings, problems };
}

/** A report as lines that editors make clickable: `file:line:column error: sentence`. */
export function reportLines({ file, errors, warnings, problems }: FileReport): string[] {
  const verdict =
    errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}: can't be published` : 'can be published';
  const more = errors + warnings > problems.length ? [`…and ${errors + warnings - problems.length} more`] : [];
  return [
    ...problems.map(({ severity, line, column, sentence }) => `${file}:${line}:${column} ${severity}: ${sentence}`),
    ...more,
    `${file}: ${verdict}${warnings > 0 ? `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : ''}`,
  ];
}

export const check: Command = {
  name: 'check',
  usage: '<file…>',
  summary: 'Checks display schemas as the editor and the server do. Warnings do not fail.',
  options: {},
  least: 1,
  most: Infinity,
  run(files, _options, io): Outcome {
    const reports = files.map((file) => checkText(file, readText(file, io)));
    const exit = reports.some(({ errors }) => errors > 0) ? 1 : 0;
    return { exit, lines: reports.flatMap(reportLines), json: { files: reports } };
  },
};
