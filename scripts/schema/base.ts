import { isObject } from '../../display/json';
import { isRevision, isRevisionId, type RevisionRef } from '../../service/schema-store/index-document';
import { CommandError, revisionOf, type Io } from './command';
import type { Live, Remote } from './remote';

/**
 * The revision that a file was made from. `pull` writes it beside the file, and `publish` publishes on top of that one
 * only: whoever changes a file sees only what they have pulled, so on top of anything else they would overwrite what they
 * never saw.
 */

/** Where it is written: `display-schema.json` → `display-schema.json.base`. */
export const baseFileOf = (file: string): string => `${file}.base`;

export function rememberBase(file: string, { revision, id }: RevisionRef, io: Pick<Io, 'writeText'>): void {
  io.writeText(baseFileOf(file), `${JSON.stringify({ revision, ...(id === undefined ? {} : { id }) })}\n`);
}

/** What is written there; undefined where there is no such file. */
function recallBase(file: string, io: Pick<Io, 'readText'>): RevisionRef | undefined {
  let text: string;
  try {
    text = io.readText(baseFileOf(file));
  } catch {
    return undefined;
  }
  const found = parse(text);
  if (isObject(found) && isRevision(found['revision'])) {
    const { revision, id } = found;
    if (id === undefined) return { revision };
    if (isRevisionId(id)) return { revision, id };
  }
  throw new CommandError(
    `${baseFileOf(file)} does not say which revision ${file} was made from. Pull again, or name it with --base.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What a file is to be published on top of.
 *
 * @param typed the value of `--base`: a revision, 0 for none, or `live` for whatever that is.
 * @throws CommandError when something is live and nothing says what the file was made from.
 */
export async function baseFor(
  file: string,
  typed: string | undefined,
  live: Live,
  remote: Remote,
  io: Pick<Io, 'readText'>,
): Promise<RevisionRef> {
  if (typed !== undefined) return typedBase(typed, live, remote);
  const recalled = recallBase(file, io);
  if (recalled !== undefined) return recalled;
  if (live.revision === 0) return live;
  throw new CommandError(
    `Revision ${live.revision} is live, and nothing says that ${file} was made from it, so publishing might overwrite ` +
      `somebody’s work. Look at the difference (npm run schema -- diff ${file}) and add --base ${live.revision}, or start ` +
      `from what is live (npm run schema -- pull --out <file>). --base live publishes on top of whatever is live.`,
  );
}

/** A base that was typed, with the id of that revision where it is still kept. */
export async function typedBase(typed: string, live: Live, remote: Remote): Promise<RevisionRef> {
  if (typed === 'live') return live;
  if (typed === '0') return { revision: 0 };
  const revision = revisionOf(typed, '--base');
  return revision === live.revision ? live : remote.refOf(revision);
}
