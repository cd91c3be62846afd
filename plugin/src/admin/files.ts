import type { Json } from '../../../display/json';
import { isObject } from '../../../display/json';
import { parseDocument } from '../../../schemas/parse';
import { editorStrings as strings } from './strings';

const MOST_BYTES = 1_000_000;

/** Hands the draft to the admin as a file. */
export function saveFile(document_: Json, name: string): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(document_, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes a moment to begin with it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What a file holds. */
export interface ReadFile {
  name: string;
  document: Json;
}

/** The document in a file, or why there is none in it. */
export async function readFile(file: File): Promise<ReadFile | { mistake: string }> {
  const text = file.size > MOST_BYTES ? undefined : await file.text().catch(() => undefined);
  if (text === undefined) return { mistake: strings.importFailed(file.name, strings.tooLarge) };
  const read = parseDocument(text);
  if ('error' in read) {
    const { message, line, column } = read.error;
    return { mistake: strings.importFailed(file.name, `${message} (${strings.problemAt(line, column)})`) };
  }
  if (!isObject(read.document)) return { mistake: strings.importFailed(file.name, strings.noObject) };
  return { name: file.name, document: read.document };
}
