import type { Json } from '../display/json';
import { isObject } from '../display/json';
import { loadDocument } from '../schemas/load';
import { locateAll, parseDocument, type Position } from '../schemas/parse';
import type { Problem, Report } from '../schemas/report/problem';
import { formCoverage, type Uncovered } from './form-coverage';
import { identical } from './same';

/** The JSON text of a document, as somebody typed it. */
export interface Raw {
  text: string;
}

/** A problem of the report with its place in the text. */
export interface PlacedProblem extends Problem {
  position?: Position;
}

/** What a text is worth. */
export type Verdict =
  /** It can't be published, and the form can't show it where `document` is absent. */
  | {
      state: 'broken';
      message: string;
      position?: Position;
      /** The value that reading the text would lose; absent for every other mistake. */
      pointer?: string;
      document?: Json;
      problems: PlacedProblem[];
    }
  /** It can be published. `notInForm`: parts that only JSON mode can edit; the form leaves them as they are. */
  | { state: 'fine'; document: Json; problems: PlacedProblem[]; notInForm: Uncovered[] };

/** The text of a document that has none yet. */
export function rawOf(document: Json): Raw {
  return { text: `${JSON.stringify(document, null, 2)}\n` };
}

/**
 * The text for a document that the form may have edited. A toggle, not a conversion: while the document says the same as
 * the text, the text stays as it was typed; after an edit it is written anew with the text's own indentation.
 */
export function withDocument(raw: Raw, document: Json): Raw {
  const parsed = parseDocument(raw.text);
  if ('document' in parsed && identical(parsed.document as Json, document)) return raw;
  const end = /\r?\n$/.exec(raw.text)?.[0] ?? '';
  return { text: `${JSON.stringify(document, null, indentation(raw.text))}${end}` };
}

/** The document of a text for the form; undefined while the text is no JSON object. */
export function documentOf(raw: Raw): Json | undefined {
  const parsed = parseDocument(raw.text);
  return 'document' in parsed && isObject(parsed.document) ? parsed.document : undefined;
}

/** Whether a text can be published, what is wrong with it and where, and what of it the form can't show. */
export function judge(raw: Raw): Verdict {
  const parsed = parseDocument(raw.text);
  if ('error' in parsed) {
    const { message, line, column, pointer } = parsed.error;
    const where = { position: { line, column }, ...(pointer === undefined ? {} : { pointer }) };
    return { state: 'broken', message: `${message}.`, ...where, problems: [] };
  }
  const document = parsed.document as Json;
  const { usable, report } = loadDocument(document);
  const problems = placed(raw, report);
  if (usable) return { state: 'fine', document, problems, notInForm: formCoverage(document) };
  const [first] = problems;
  return {
    state: 'broken',
    message: first?.sentence ?? 'This is no display schema.',
    ...(first?.position === undefined ? {} : { position: first.position }),
    ...(isObject(document) ? { document } : {}),
    problems,
  };
}

function placed({ text }: Raw, { problems }: Report): PlacedProblem[] {
  const positions = locateAll(
    text,
    problems.map(({ pointer }) => pointer),
  );
  return problems.map((problem) => {
    const position = positions.get(problem.pointer);
    return position === undefined ? problem : { ...problem, position };
  });
}

/** How a text is indented: by so many spaces, by tabs, or (0) not at all. */
function indentation(text: string): string | number {
  const found = /\n([ \t]+)\S/.exec(text)?.[1];
  if (found === undefined) return text.trim().includes('\n') ? 2 : 0;
  return found.startsWith('\t') ? '\t' : Math.min(found.length, 10);
}
