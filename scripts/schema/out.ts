import type { Json } from '../../display/json';
import { identical } from '../../editor/same';
import { parseDocument } from '../../schemas/parse';
import { ServiceError } from '../../service/error';
import { readSidecar } from './base';
import { CommandError, type Io } from './command';
import { revisionAt, type Remote } from './remote';

/** The flag that lets `--out` write over somebody's work. */
export const FORCE = { force: 'Writes over a file whose content would be lost.' } as const;

/** What a file holds; undefined: there is none. What can't be read is nothing to write over. */
export function contentOf(file: string, io: Io): string | undefined {
  if (!io.exists(file)) return undefined;
  try {
    return io.readText(file);
  } catch {
    throw occupied(file, 'can’t be read');
  }
}

/** Ends a command that would write over a file. */
export function occupied(file: string, why: string): CommandError {
  return new CommandError(`${file} ${why}: name another file with --out, or write over it with --force.`, 2, 'exists');
}

/** Whether a file holds no more than what is published: a document itself, or the revision that is noted beside it. */
export async function isPublished(
  file: string,
  text: string,
  document: Json,
  remote: Remote,
  io: Io,
): Promise<boolean> {
  const parsed = parseDocument(text);
  if ('error' in parsed) return false;
  const content = parsed.document as Json;
  return identical(content, document) || identical(content, (await notedDocument(file, remote, io)) ?? null);
}

/** The document of the revision that is noted beside a file, while it is kept. */
async function notedDocument(file: string, remote: Remote, io: Io): Promise<Json | undefined> {
  try {
    const noted = readSidecar(file, remote, io);
    if (noted === undefined) return undefined;
    const { id, document } = await revisionAt(remote, noted.revision);
    return id === noted.id ? document : undefined;
  } catch (error) {
    const unknown = error instanceof CommandError || (error instanceof ServiceError && error.code === 'not_found');
    if (unknown) return undefined;
    throw error;
  }
}
