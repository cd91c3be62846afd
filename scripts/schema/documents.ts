import type { Json } from '../../display/json';
import { parseDocument } from '../../schemas/parse';
import { CommandError, type Io } from './command';

/** The text of a file. */
export function readText(path: string, io: Io): string {
  try {
    return io.readText(path);
  } catch {
    throw new CommandError(`${path} can't be read. Is it there?`, 2, 'unreadable');
  }
}

/** The JSON of a file. */
export function readJson(path: string, io: Io): Json {
  return jsonOf(path, readText(path, io));
}

/** The JSON of a file's text. */
export function jsonOf(path: string, text: string): Json {
  const parsed = parseDocument(text);
  if ('document' in parsed) return parsed.document as Json;
  const { line, column, message } = parsed.error;
  throw new CommandError(`${path}:${line}:${column} ${message}.`, 1, 'document_invalid');
}

/** A document as it is written to a file. Characters that nobody sees, or that a terminal obeys, are written as \\u…. */
export function textOf(document: Json): string {
  const text = JSON.stringify(document, null, 2);
  const escaped = text.replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (found) => {
    return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `${escaped}\n`;
}
